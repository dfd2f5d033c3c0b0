"""The program as a process of its own, on the database of the tests: to be killed, stopped, started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).parents[2]
STARTING = 60  # seconds, on a machine that is very busy; a fork takes some tenths
BUSY = 1  # seconds that SQLite waits for another writer here, so that tests need not hold it for long


class Server:
    """One process, on a port of its own for ever."""

    def __init__(self, nursery: subprocess.Popen[str]) -> None:
        self._nursery = nursery
        with socket.create_server(("127.0.0.1", 0)) as taken:
            self.port = taken.getsockname()[1]
        self.process = 0

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        assert self._nursery.stdin
        assert self._nursery.stdout
        self._nursery.stdin.write(f"{self.port}\n")
        self._nursery.stdin.flush()
        self.process = int(self._nursery.stdout.readline())
        self._until(self._listens, "start")

    def kill(self) -> None:
        """As the power fails: the process has no say in it."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As an operator does."""
        self._end(signal.SIGTERM)

    def ask_to_stop(self) -> None:
        os.kill(self.process, signal.SIGTERM)

    def wait(self) -> None:
        self._until(lambda: not self.lives, "end")
        self.process = 0

    @property
    def lives(self) -> bool:
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        return True

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            os.kill(self.process, how)
            self.wait()

    def _listens(self) -> bool:
        assert self.lives, "the server did not start"
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", self.port)) == 0

    def _until(self, condition, deed: str) -> None:  # type: ignore[no-untyped-def]
        until = time.monotonic() + STARTING
        while not condition():
            assert time.monotonic() < until, f"the server did not {deed}"
            time.sleep(0.01)


@contextmanager
def servers(count: int) -> Iterator[list[Server]]:
    """So many, started; whatever is left of them at the end is killed."""
    environment = {**os.environ, "DATABASE_URL": database_url(), "RAPPORTEUR_WORKER": "no"}
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.live.nursery"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    made = [Server(nursery) for _ in range(count)]
    try:
        for server in made:
            server.start()
        yield made
    finally:
        for server in made:
            if server.process and server.lives:
                server.kill()
        nursery.kill()
        nursery.communicate()


def database_url() -> str:
    """The database that this test uses, as another process is told of it."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}?timeout={BUSY}"
    host, user, name = (urllib.parse.quote(str(settings[key]), safe="") for key in ("HOST", "USER", "NAME"))
    password = f":{urllib.parse.quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    return f"postgresql://{user}{password}@{host}{port}/{name}"
