"""What is served and by what: a PostgreSQL server, two of ours, and nginx before them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from drafts.management.postgresql import Throwaway, throwaway

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STARTING = 60  # seconds, on a machine that is very busy


class NoNginxError(Exception):
    """There is no nginx here."""


class Server:
    """One process of ours behind nginx; as a supervisor does, whoever kills it starts it again."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self._log = port, log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port), "--workers", "1"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)

    def wait(self) -> None:
        """Until it answers."""
        until = time.monotonic() + STARTING
        while True:
            assert self._process
            assert self._process.poll() is None, self._log.read_text()
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.05)

    def kill(self) -> None:
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STARTING)
            except subprocess.TimeoutExpired:
                self.kill()

    @property
    def megabytes(self) -> float:
        """What it holds in memory now."""
        return self._held("VmRSS")

    @property
    def most_megabytes(self) -> float:
        return self._held("VmHWM")

    def _held(self, name: str) -> float:
        assert self._process
        lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1.024 / 1000 for line in lines if line.startswith(name))


class Site(NamedTuple):
    """The whole: where people find it, and its parts."""

    address: str
    servers: tuple[Server, ...]
    database: Throwaway
    logs: Path

    def said(self) -> str:
        """What the servers wrote into their logs."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.logs.glob("server*.log")))


@contextmanager
def database() -> Iterator[Throwaway]:
    """For this process and those that it starts: tables, and nothing in them. Once in a process."""
    with ExitStack() as stack:
        server = stack.enter_context(throwaway(durable=True))
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="topology-"))
        os.environ |= {
            "RAPPORTEUR_DATA": folder,
            "DATABASE_URL": server.url,
            "DJANGO_SETTINGS_MODULE": "drafts.settings",
        }
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield server
        from django.db import connections

        connections.close_all()


@contextmanager
def site(database: Throwaway, count: int = 2) -> Iterator[Site]:
    """All started, one after the other; all ended in the end.

    Raises:
        NoNginxError: nginx is not installed here.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nginx-")))
        port, *ports = _free_ports(1 + count)
        os.environ["RAPPORTEUR_ADDRESS"] = f"http://127.0.0.1:{port}"
        servers = tuple(Server(each, folder / f"server{at}.log") for at, each in enumerate(ports))
        for server in servers:
            stack.callback(server.stop)
            server.start()
            server.wait()  # before the next: both gather their files in one folder
        stack.enter_context(_nginx(folder, port, ports))
        yield Site(f"127.0.0.1:{port}", servers, database, folder)


@contextmanager
def _nginx(folder: Path, port: int, ports: list[int]) -> Iterator[None]:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        raise NoNginxError("nginx is not installed here (Debian: apt-get install nginx-light).")
    written = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    around = (HERE / "nginx.conf").read_text(encoding="utf-8")
    example = _example(port, ports)
    written.write_text(around.format(folder=folder, user=user, example=example), encoding="utf-8")
    process = subprocess.Popen(
        [program, "-c", str(written), "-e", str(folder / "nginx.log")], stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + STARTING
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert process.poll() is None, (folder / "nginx.log").read_text()
            assert time.monotonic() < until, "nginx did not start"
            time.sleep(0.05)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _example(port: int, ports: list[int]) -> str:
    """The documented example, with these servers behind it, and open on loopback instead of by TLS."""
    example = (ROOT / "drafts" / "docs" / "nginx.conf").read_text(encoding="utf-8")
    found = re.search(r"  server 127\.0\.0\.1:8000(.*)\n", example)
    assert found, "the example names no server"
    servers = "".join(f"  server 127.0.0.1:{each}{found[1]}\n" for each in ports)
    example = example.replace(found[0], servers)
    example = re.sub(r"server \{\n  listen 80;.*?\n\}\n", "", example, flags=re.DOTALL)
    example = re.sub(r"  (listen \[::\]|ssl_|access_log).*\n", "", example)
    return example.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")


def _free_ports(count: int) -> list[int]:
    taken = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    try:
        return [each.getsockname()[1] for each in taken]
    finally:
        for each in taken:
            each.close()
