"""``python -m tests.benchmarks.reports``: how long reports take to make, beside the tools that people use."""

from __future__ import annotations

import argparse
import json
import pickle
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from drafts.core.document import Resolution
from tests.benchmarks.compare.cases import light_case
from tests.benchmarks.reports.works import WORKS
from tests.exactness.revisions import samples

LONG = 1120  # paragraphs that come to a hundred pages


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reports", description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how many fresh processes for each (5)")
    asked = parser.parse_args()
    print("| work | text | first, s | again, s | most memory, MB |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for size, pair in _pairs().items():
            file = Path(folder) / "pair"
            file.write_bytes(pickle.dumps(pair))
            for name in WORKS:
                print(_row(name, size, [_measured(name, file) for _ in range(asked.times)]), flush=True)


def _pairs() -> dict[str, tuple[Resolution, Resolution]]:
    case = light_case(LONG)
    _, old, new = list(samples())[-1]
    return {"2 pages": (old, new), "100 pages": (case.old.resolution, case.new.resolution)}


def _measured(name: str, file: Path) -> dict[str, Any]:
    command = (sys.executable, "-m", "tests.benchmarks.reports.child", name, str(file))
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return told


def _row(name: str, size: str, measured: list[dict[str, Any]]) -> str:
    """The median of each number over the processes."""
    if "missing" in measured[0]:
        return f"| {name} | {size} | not here: {measured[0]['missing']} | | |"
    first, again = (_median([each["seconds"][at : at + 1] for each in measured]) for at in (0, 1))
    memory = statistics.median(each["memory"] for each in measured)
    return f"| {name} | {size} | {first} | {again} | {memory:.0f} |"


def _median(runs: list[list[float]]) -> str:
    """Over those that came to an end."""
    seconds = [each for run in runs for each in run]
    return f"{statistics.median(seconds):.3f}" if seconds else "broke off"


if __name__ == "__main__":
    main()
