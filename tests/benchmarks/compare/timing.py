"""How long and how much memory: each tool in a process of its own, on texts it has not seen, by turns.

``python -m tests.benchmarks.compare.timing PEER FILE…`` is such a process: it runs the tool once on each
pickled case, the first to warm up, and prints the seconds of the others.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from tests.benchmarks.compare.cases import Case, light_case
from tests.benchmarks.compare.peers import Peer, load

SIZES = (200, 1000, 5000)  # paragraphs
WARM = 200  # paragraphs of the text to warm up on; in fewer not all that is done once per process comes up
CASES = 3  # texts of each size; every round runs each of them once, in a new process
ROUNDS = 3  # by turns, so that a busy spell of the machine falls on all tools alike
PATIENCE = 60  # seconds for one run of a tool; past that it is not asked at larger sizes
SLOW = 2.0  # seconds; a tool past that is run once a size, since a tenth of a second is nothing to it


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds of a tool at a size; None when its patience ran out."""

    peer: str
    size: int
    seconds: float | None


def measure(names: Sequence[str], sizes: Sequence[int] = SIZES) -> Iterator[Timing]:
    """Times of all tools, size by size."""
    given_up: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        warm = _pickled(folder, WARM, "warm")
        for size in sizes:
            files = [_pickled(folder, size, f"timed {number}") for number in range(CASES)]
            runs: dict[str, list[float]] = {name: [] for name in names}
            for file, name in product(files * ROUNDS, names):
                if name not in given_up and max(runs[name], default=0) < SLOW:
                    seconds = _timed(name, [warm, file])
                    runs[name] += seconds
                    given_up |= set() if seconds else {name}
            for name in names:
                yield Timing(name, size, statistics.median(runs[name]) if runs[name] else None)


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


def _timed(name: str, files: Sequence[Path]) -> list[float]:
    """Seconds of each run but the first; none when patience ran out."""
    command = (sys.executable, "-m", "tests.benchmarks.compare.timing", name, *map(str, files))
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        shown, _ = child.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)  # and what it started
        child.wait()
        return []
    if child.returncode:
        raise RuntimeError(f"{name} failed")
    return [float(each) for each in json.loads(shown)]


def _child(name: str, files: Sequence[str]) -> list[float]:
    peer = load([name])[0][name]
    seconds = []
    for file in files:
        prepared = _prepared(peer, file)
        gc.collect()  # the case with its million tokens is gone, and is not walked again while the tool runs
        start = time.perf_counter()
        peer.run(prepared)
        seconds.append(time.perf_counter() - start)
    return seconds[1:]


def _prepared(peer: Peer, file: str) -> Any:
    case: Case = pickle.loads(Path(file).read_bytes())  # noqa: S301 - our own parent wrote it
    return peer.prepare(case)


if __name__ == "__main__":
    print(json.dumps(_child(sys.argv[1], sys.argv[2:])))
