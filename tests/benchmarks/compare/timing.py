"""How long and how much memory: each tool in a process of its own, on texts it has not seen, by turns.

``python -m tests.benchmarks.compare.timing PEER FILE…`` is such a process: it runs the tool once on each pickled
case, the first to warm up, and prints the seconds of the others.
"""

from __future__ import annotations

import json
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.compare.cases import Case, light_case
from tests.benchmarks.compare.peers import load

SIZES = (200, 1000, 5000)  # paragraphs
CASES = 3  # texts of each size; every round runs each of them once
ROUNDS = 3  # by turns, so that a busy spell of the machine falls on all tools alike
PATIENCE = 60  # seconds for one process of a tool; past that it is not asked at larger sizes


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds of a tool at a size; None when its patience ran out."""

    peer: str
    size: int
    seconds: float | None


def measure(names: Sequence[str], sizes: Sequence[int] = SIZES) -> Iterator[Timing]:
    """Times of all tools, size by size."""
    slow: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        warm = _pickled(folder, 20, "warm")
        for size in sizes:
            files = [_pickled(folder, size, f"timed {number}") for number in range(CASES)]
            runs: dict[str, list[float]] = {name: [] for name in names}
            for name in (each for _ in range(ROUNDS) for each in names if each not in slow):
                seconds = _timed(name, [warm, *files])
                runs[name] += seconds or []
                slow |= set() if seconds else {name}
            for name in names:
                yield Timing(name, size, None if name in slow else statistics.median(runs[name]))


def peak_megabytes(size: int) -> float:
    """The most memory our engine holds at once for one comparison, beside the two texts themselves."""
    ours = load(["ours"])[0]["ours"]
    sides = ours.prepare(light_case(size))
    tracemalloc.start()
    kept = ours.run(sides)  # what it gives back counts as held
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    del kept
    return peak


def _pickled(folder: str, size: int, seed: str) -> Path:
    path = Path(folder, f"{seed} {size}")
    path.write_bytes(pickle.dumps(light_case(size, seed=seed)))
    return path


def _timed(name: str, files: Sequence[Path]) -> list[float] | None:
    command = (sys.executable, "-m", "tests.benchmarks.compare.timing", name, *map(str, files))
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=PATIENCE, text=True)  # noqa: S603
    except subprocess.TimeoutExpired:
        return None
    return [float(each) for each in json.loads(done.stdout)]


def _child(name: str, files: Sequence[str]) -> list[float]:
    peer = load([name])[0][name]
    seconds = []
    for file in files:
        case: Case = pickle.loads(Path(file).read_bytes())  # noqa: S301 - written by our own parent
        prepared = peer.prepare(case)
        start = time.perf_counter()
        peer.run(prepared)
        seconds.append(time.perf_counter() - start)
    return seconds[1:]


if __name__ == "__main__":
    print(json.dumps(_child(sys.argv[1], sys.argv[2:])))
