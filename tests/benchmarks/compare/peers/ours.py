"""Our own engine."""

from drafts.core.compare import compare
from drafts.core.comparison import Comparison
from tests.benchmarks.compare.answer import Answer, from_comparison
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import Peer


def run(case: Case) -> Comparison:
    return compare(case.old.resolution, case.new.resolution)


def answer(raw: Comparison, case: Case) -> Answer:
    return from_comparison(raw, case.old, case.new)


RAPPORTEUR = Peer("Rapporteur", "this tree", run, answer)
