"""Every file of the corpus damaged at random and read: it is read, or refused in words, and nothing else.

    python -m tests.formats.mutations [--times 500] [--seed 0] [FILE …]

Too long for the suite: some minutes for all files on two cores. Prints a line a file (worst time, memory so
far) and ends with 1 if any damaged file made an error that is not ours, or took longer than it may.
"""

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from drafts.core.errors import RapporteurError
from drafts.formats import read, suffixes
from tests.corpus import CORPUS

LONGEST = 10.0  # seconds of one reading
MEMORY = 1_500_000_000  # bytes of address space; the program and its libraries take some 500 million of them
SIZES = (1, 3, 10, 100)  # bytes changed at once
MAX_BYTES = 50_000_000


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--times", type=int, default=500)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    files = asked.files or [path for path in sorted(CORPUS.rglob("*")) if path.suffix in suffixes()]
    faults = 0
    with ProcessPoolExecutor(max_workers=2, initializer=_bound) as pool:
        tried = pool.map(try_file, files, [asked.times] * len(files), [asked.seed] * len(files))
        for path, (found, worst, memory) in zip(files, tried, strict=True):
            print(
                f"{path.name:42} {asked.times} times, worst {worst:5.2f} s, {memory:4} MB", *found, sep="\n  "
            )
            sys.stdout.flush()
            faults += len(found)
    print(f"{len(files)} files, {len(files) * asked.times} readings, {faults} faults")
    return min(faults, 1)


def try_file(path: Path, times: int, seed: int) -> tuple[list[str], float, int]:
    """What went wrong, the longest reading in seconds, and the most memory this process had, in MB."""
    random, whole, found, worst = Random(f"{path.name} {seed}"), path.read_bytes(), [], 0.0
    for turn in range(times):
        damaged = _damaged(whole, random)
        began = time.perf_counter()
        try:
            read(damaged, path.name, max_bytes=MAX_BYTES)
        except RapporteurError:
            pass
        except Exception as error:
            found.append(f"turn {turn}: {type(error).__name__}: {error}")
        took = time.perf_counter() - began
        if took > LONGEST:
            found.append(f"turn {turn}: {took:.1f} s")
        worst = max(worst, took)
    return found, worst, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _damaged(whole: bytes, random: Random) -> bytes:
    damaged = bytearray(whole)
    for _ in range(random.choice(SIZES)):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


if __name__ == "__main__":
    sys.exit(main())
