"""A server in a process of its own, that a test can end and start again where it was."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 30  # seconds for a server to start on a busy machine; alone it takes one


class ServerProcess:
    """The program behind uvicorn on one port of this machine, keeping everything in one SQLite file."""

    def __init__(self, database: Path, port: int | None = None) -> None:
        self.database = database
        self.port = port or _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and come back when it answers."""
        command = [sys.executable, "-m", "uvicorn", "drafts.asgi:application", "--no-access-log"]
        options = ["--host", "127.0.0.1", "--port", str(self.port), "--log-level", "warning"]
        told = {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "RAPPORTEUR_DATA": str(self.database.parent),
            "RAPPORTEUR_SECRET_KEY": settings.SECRET_KEY,  # so that it knows the sessions that a test begins
            "RAPPORTEUR_WORKER": "no",
        }
        self.process = subprocess.Popen([*command, *options], cwd=ROOT, env={**os.environ, **told})
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, f"the server ended with status {self.process.returncode}"
            assert time.monotonic() < until, f"the server did not start within {PATIENCE} s"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a fall of the machine would: it can do nothing more."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as an operator does."""
        self._end(signal.SIGTERM)

    @property
    def memory(self) -> int:
        """Bytes that it has in memory now."""
        assert self.process is not None
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait(PATIENCE)
            self.process = None

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


@contextmanager
def serving(database: Path) -> Iterator[ServerProcess]:
    """A server on this database, ended at the end whatever happens."""
    server = ServerProcess(database)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
