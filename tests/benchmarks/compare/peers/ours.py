"""Our own engine."""

from drafts.core.compare import compare
from drafts.core.comparison import Comparison
from drafts.core.document import Resolution
from tests.benchmarks.compare.answer import Answer, from_comparison
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import Peer

Sides = tuple[Resolution, Resolution]


def prepare(case: Case) -> Sides:
    return case.old.resolution, case.new.resolution


def run(sides: Sides) -> Comparison:
    return compare(*sides)


def read(raw: Comparison, case: Case) -> Answer:
    return from_comparison(raw, case.old, case.new)


RAPPORTEUR = Peer("Rapporteur", "this tree", run, read, prepare)
