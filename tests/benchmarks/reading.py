"""How long hostile texts take to read, beside counting to ten million on the same machine at the same time.

``python -m tests.benchmarks.reading``
"""

from __future__ import annotations

import time
from collections.abc import Callable

from drafts.formats.text import read_text
from tests.hostile import HOSTILE


def main() -> None:
    print("| text | million characters | seconds | times counting to ten million |")
    print("|---|---|---|---|")
    for name, make in HOSTILE.items():
        text = make()
        counted, taken = seconds(count), seconds(lambda text=text: read_text(text))
        print(f"| {name.replace('_', ' ')} | {len(text) / 1e6:.1f} | {taken:.2f} | {taken / counted:.1f} |")


def count() -> None:
    for _ in range(10_000_000):
        pass


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds, so that other programs count less."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
