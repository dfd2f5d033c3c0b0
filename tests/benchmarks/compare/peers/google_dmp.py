"""diff-match-patch on the whole text, with the clean-up its documentation advises for people's eyes."""

from functools import partial
from importlib.metadata import version

from diff_match_patch import diff_match_patch

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import Peer

Diffs = list[tuple[int, str]]
OPS = {0: "equal", -1: "delete", 1: "insert"}
CAP = 16_000  # characters of both sides: without a time limit, one case of this length takes some seconds


def run(sides: tuple[str, str], timeout: float | None) -> Diffs:
    differ = diff_match_patch()
    if timeout is not None:
        differ.Diff_Timeout = timeout
    diffs: Diffs = differ.diff_main(*sides)
    differ.diff_cleanupSemantic(diffs)
    return diffs


def read(raw: Diffs, case: Case) -> Answer:
    return from_segments([(OPS[op], text) for op, text in raw], case.old, case.new)


_VERSION = version("diff-match-patch")
DEFAULT = Peer("diff-match-patch, default timeout", _VERSION, partial(run, timeout=None), read)
UNLIMITED = Peer("diff-match-patch, no timeout", _VERSION, partial(run, timeout=0), read, limit=CAP)
