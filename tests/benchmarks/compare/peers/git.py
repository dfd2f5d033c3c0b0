"""``git diff --word-diff``: what people have at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import MissingError, Peer

_GIT = shutil.which("git")
if _GIT is None:
    raise MissingError("git is not on the path")
_COMMAND = (_GIT, "diff", "--no-index", "--no-color", "--unified=1000000")
_OPS = {" ": "equal", "-": "delete", "+": "insert"}
_WORDS = r"[[:alnum:]_]+|[^[:space:]]"  # a word, or one mark of punctuation


def run(case: Case, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "old"), Path(folder, "new")
        for path, side in zip(paths, (case.old, case.new), strict=True):
            path.write_text(side.plain + "\n", encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own arguments
            (*_COMMAND, *options, *map(str, paths)),
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


def answer(raw: str, case: Case) -> Answer:
    return from_segments(list(_segments(raw)) or [("equal", case.old.plain)], case.old, case.new)


def _segments(raw: str) -> Iterator[tuple[str, str]]:
    """One line a stretch, after the hunk's head; ``~`` is a line end."""
    inside = False
    for line in raw.split("\n"):
        if inside and line[:1] in _OPS:
            yield _OPS[line[0]], line[1:]
        inside = inside or line.startswith("@@")


def _version() -> str:
    shown = subprocess.run((str(_GIT), "--version"), capture_output=True, check=True, text=True)  # noqa: S603
    return shown.stdout.split()[-1]


def _peer(name: str, *options: str) -> Peer:
    return Peer(name, _version(), lambda case: run(case, *options), answer)


WORD_DIFF = _peer("git word-diff", "--word-diff=porcelain")
WORD_DIFF_REGEX = _peer("git word-diff, words by regex", "--word-diff=porcelain", f"--word-diff-regex={_WORDS}")
