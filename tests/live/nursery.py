"""Starts servers quickly: all is imported once, and each server is a fork of that, a process of its own.

``python -m tests.live.nursery``: for each port on a line of its own on standard input, the number of the
process that now serves there.
"""

import os
import signal
import sys

import uvicorn

import drafts.asgi  # noqa: F401 - so that no server has to
from drafts.management.serving import SERVED


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: they leave no trace
    for line in sys.stdin:
        process = os.fork()
        if not process:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            uvicorn.Server(uvicorn.Config(**SERVED, port=int(line))).run()
            return
        print(process, flush=True)


if __name__ == "__main__":
    main()
