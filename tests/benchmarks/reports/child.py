"""``python -m tests.benchmarks.reports.child WORK FILE``: one work, twice, in a process new to it."""

from __future__ import annotations

import json
import pickle
import re
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.reports.works import prepare


def main() -> None:
    """Tell the processor seconds of both times, and the most memory in MB; or what is missing."""
    name, file = sys.argv[1:]
    old, new = pickle.loads(Path(file).read_bytes())  # noqa: S301 - our own parent wrote it
    try:
        work = prepare(name, old, new)
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return
    seconds = []
    with suppress(subprocess.CalledProcessError):  # LibreOffice 7.4 aborts now and then
        for _ in range(2):
            start = _used()
            work()
            seconds.append(_used() - start)
    print(json.dumps({"seconds": seconds, "memory": _most_memory()}))


def _used() -> float:
    """Processor seconds of this process and of the programs it ran: other programs do not count."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(each.ru_utime + each.ru_stime for each in map(resource.getrusage, kinds))


def _most_memory() -> float:
    """MB of this process, or of a program that it ran. The kernel's own count has its parent's in it."""
    own = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    programs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(int(own[1]) if own else 0, programs) / 1024


if __name__ == "__main__":
    main()
