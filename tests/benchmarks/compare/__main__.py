"""``python -m tests.benchmarks.compare``: our engine and its peers, measured in one run."""

from __future__ import annotations

import argparse

from tests.benchmarks.compare.cases import SETS, cases
from tests.benchmarks.compare.peers import PEERS, load
from tests.benchmarks.compare.score import Score, score
from tests.benchmarks.compare.table import lines


def main() -> None:
    arguments = _arguments()
    names = tuple(SETS) if arguments.set == "all" else (arguments.set,)
    peers, missing = load(arguments.peers)
    for name, why in missing.items():
        print(f"{name}: {why}")
    for name in names:
        made = tuple(cases(name, arguments.cases, arguments.shift))
        rows = []
        for peer in peers:
            import time; t=time.time()
            rows.append((peer.name, sum((score(peer.answer(peer.run(case), case), case) for case in made if peer.takes(case)), Score())))
            print(peer.name, time.time()-t, sum(peer.takes(c) for c in made))
        print(f"\n{name}, {len(made)} cases, shift {arguments.shift}")
        print("\n".join(lines(rows)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.compare", description=__doc__)
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    parser.add_argument("--cases", type=int, default=40)
    parser.add_argument("--shift", type=int, default=0)
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=tuple(PEERS))
    return parser.parse_args()


if __name__ == "__main__":
    main()
