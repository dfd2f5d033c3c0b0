"""``python -m tests.benchmarks.compare``: our engine and the tools people use today, measured in one run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from drafts.core.compare import compare
from drafts.core.comparison import Comparison
from tests.benchmarks.compare import genuine, hostile, table, timing
from tests.benchmarks.compare.cases import SETS, Case, SetName, cases
from tests.benchmarks.compare.fields import FieldScore, field_score
from tests.benchmarks.compare.peers import PEERS, Peer, load
from tests.benchmarks.compare.readme import rewrite
from tests.benchmarks.compare.score import Score, score


def main() -> None:
    """Print what was asked for; with ``--write`` put it into the README as well."""
    asked = _arguments()
    peers, missing = load(asked.peers)
    for name, why in missing.items():
        print(f"Not here: {name} ({why})")
    for name in asked.sets:
        _tell(asked.write, name, _accuracy(name, tuple(peers.values()), asked.cases, asked.shift))
    if asked.time:
        _tell(asked.write, "time", _time(peers))
        _tell(asked.write, "hostile", table.hostile(hostile.trials()))
    if asked.genuine:
        _tell(asked.write, "genuine", table.genuine(genuine.findings()))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.compare", description=__doc__)
    parser.add_argument("--set", choices=(*SETS, "all", "none"), default="all", help="which cases (all)")
    parser.add_argument("--cases", type=int, default=40, help="how many of each set (40)")
    parser.add_argument("--shift", type=int, default=0, help="another number gives cases never seen (0)")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=tuple(PEERS), help="which tools (all)")
    parser.add_argument("--time", action="store_true", help="measure time, memory and hostile inputs too")
    parser.add_argument("--genuine", action="store_true", help="check the genuine chains of the corpus too")
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    asked = parser.parse_args()
    asked.sets = {"all": tuple(SETS), "none": ()}.get(asked.set, (asked.set,))
    return asked


def _tell(write: bool, name: str, lines: Iterable[str]) -> None:
    told = []
    print(f"\n{name}")
    for line in lines:
        print(line, flush=True)
        told.append(line)
    if write:
        rewrite(name, told)


def _accuracy(name: SetName, peers: Iterable[Peer], number: int, shift: int) -> Iterator[str]:
    made = tuple(cases(name, number, shift))
    yield f"{len(made)} cases, shift {shift}."
    yield ""
    yield from table.scores(_scored(peer, made) for peer in peers)
    if name != "glued":  # where the fields stand in the text, there is nothing to ask
        yield ""
        yield from table.field_scores(
            sum((field_score(_compared(case), case) for case in made), FieldScore())
        )


def _scored(peer: Peer, made: Iterable[Case]) -> tuple[str, Score]:
    """A tool's score over the cases it takes."""
    every = tuple(made)
    taken = [case for case in every if peer.takes(case)]
    name = peer.name if len(taken) == len(every) else f"{peer.name} (the {len(taken)} shortest texts)"
    return f"{name} {peer.version}", sum((score(peer.answer(case), case) for case in taken), Score())


def _compared(case: Case) -> Comparison:
    return compare(case.old.resolution, case.new.resolution)


def _time(peers: dict[str, Peer]) -> Iterator[str]:
    timed = {name: peer.name for name, peer in peers.items() if peer.limit is None}
    timings = []
    for each in timing.measure(tuple(timed)):
        print(f"{each.size} paragraphs: {each.peer}", file=sys.stderr)  # a whole run takes minutes
        timings.append(each)
    yield from table.times(timings, timed)
    yield ""
    yield f"Peak memory of ours at {timing.SIZES[-1]}: {timing.peak_megabytes(timing.SIZES[-1]):.0f} MB."


if __name__ == "__main__":
    main()
