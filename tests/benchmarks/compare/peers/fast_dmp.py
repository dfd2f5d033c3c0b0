"""fast-diff-match-patch, the C++ implementation, on the characters of the whole text, without time limit."""

from importlib.metadata import version

from fast_diff_match_patch import diff

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import Peer

Diffs = list[tuple[str, str]]
OPS = {"=": "equal", "-": "delete", "+": "insert"}


def run(sides: tuple[str, str]) -> Diffs:
    diffs: Diffs = diff(*sides, timelimit=0, cleanup="Semantic", counts_only=False)
    return diffs


def read(raw: Diffs, case: Case) -> Answer:
    return from_segments([(OPS[op], text) for op, text in raw], case.old, case.new)


CHARACTERS = Peer("fast-diff-match-patch", version("fast-diff-match-patch"), run, read)
