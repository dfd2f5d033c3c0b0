"""``git diff --word-diff``: what people have at hand."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import MissingError, Peer

_GIT = shutil.which("git")
if _GIT is None:
    raise MissingError("git is not on the path")
_COMMAND = (_GIT, "diff", "--no-index", "--no-color", "--unified=1000000")
_ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
_OPS = {" ": "equal", "-": "delete", "+": "insert"}
_WORDS = r"[[:alnum:]_]+|[^[:space:]]"  # a word, or one mark of punctuation


def prepare(case: Case) -> tuple[str, str]:
    """Two files to compare; they stay until the end of the run."""
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    paths = folder / "old", folder / "new"
    for path, side in zip(paths, (case.old, case.new), strict=True):
        path.write_text(side.plain + "\n", encoding="utf-8")
    return str(paths[0]), str(paths[1])


def run(paths: tuple[str, str], *options: str) -> str:
    done = subprocess.run(
        (*_COMMAND, *options, *paths), capture_output=True, check=False, encoding="utf-8", env=_ENVIRONMENT
    )
    if done.returncode not in (0, 1):  # 1: the files differ
        raise RuntimeError(done.stderr)
    return done.stdout


def read(raw: str, case: Case) -> Answer:
    return from_segments(list(_segments(raw)) or [("equal", case.old.plain)], case.old, case.new)


@cache
def _folder() -> str:
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


def _segments(raw: str) -> Iterator[tuple[str, str]]:
    """One line a stretch, after the hunk's head; ``~`` is a line end."""
    inside = False
    for line in raw.split("\n"):
        if inside and line[:1] in _OPS:
            yield _OPS[line[0]], line[1:]
        inside = inside or line.startswith("@@")


def _version() -> str:
    shown = subprocess.run((str(_GIT), "--version"), capture_output=True, check=True, text=True)
    return shown.stdout.split()[-1]


def _peer(name: str, *options: str) -> Peer:
    return Peer(name, _version(), lambda paths: run(paths, *options), read, prepare)


WORD_DIFF = _peer("git word-diff", "--word-diff=porcelain")
WORD_DIFF_REGEX = _peer(
    "git word-diff, words by regex", "--word-diff=porcelain", f"--word-diff-regex={_WORDS}"
)
