"""jsdiff, the ``diff`` package of npm, by words, in one Node process that stays up."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import MissingError, Peer

_NODE = shutil.which("node")
_SCRIPT = Path(__file__).with_suffix(".cjs")


def prepare(case: Case) -> str:
    return json.dumps({"old": case.old.plain, "new": case.new.plain}) + "\n"


def run(request: str) -> str:
    node = _node()
    assert node.stdin is not None
    assert node.stdout is not None
    node.stdin.write(request)
    node.stdin.flush()
    return node.stdout.readline()


def read(raw: str, case: Case) -> Answer:
    return from_segments([(op, text) for op, text in json.loads(raw)], case.old, case.new)


@cache
def _node() -> subprocess.Popen[str]:
    node = subprocess.Popen(
        (str(_NODE), str(_SCRIPT)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    atexit.register(node.terminate)
    return node


def _version() -> str:
    """jsdiff's version, asked of Node.

    Raises:
        MissingError: Node is not there, or does not find the package; NODE_PATH says where to look.
    """
    if _NODE is None:
        raise MissingError("node is not on the path")
    ask = 'process.stdout.write(require("diff/package.json").version)'
    asked = subprocess.run((_NODE, "-e", ask), capture_output=True, check=False, text=True)
    if asked.returncode:
        raise MissingError("node does not find the package diff; set NODE_PATH to where it is installed")
    return asked.stdout


WORDS = Peer("jsdiff, words", _version(), run, read, prepare)
