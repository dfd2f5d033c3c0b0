"""The servers that are measured, each a process of its own on this machine's loopback: ours and its peers.

The peers come from npm into a temporary folder when they are asked for, and are no dependency of ours.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PEERS = Path(tempfile.gettempdir()) / "rapporteur-live-peers"
PACKAGES = (
    "yjs@13.6.33", "lib0@0.2.120", "y-protocols@1.0.7", "ws@8.18.3",
    "@y/websocket-server@0.1.1", "@hocuspocus/server@4.7.0", "@hocuspocus/extension-database@4.7.0",
)  # fmt: skip
NODE = shutil.which("node") or "node"
STARTING = 60  # seconds


@dataclass(frozen=True)
class Served:
    """A server that runs: how it is spoken to and where, and its process."""

    dialect: str
    address: str
    process: int

    @property
    def megabytes(self) -> float:
        """What it holds in memory now."""
        return self._kilobytes("VmRSS") / 1000

    @property
    def most_megabytes(self) -> float:
        return self._kilobytes("VmHWM") / 1000

    @property
    def computing(self) -> float:
        """Seconds of a processor that it has used so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _kilobytes(self, name: str) -> float:
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1.024 for line in lines if line.startswith(name))


def install() -> None:
    """The peers, and what the load generator is made of; nothing where they are there already."""
    PEERS.mkdir(exist_ok=True)
    stamp = PEERS / "installed.txt"
    if not stamp.exists() or stamp.read_text() != "\n".join(PACKAGES):
        npm = [shutil.which("npm") or "npm", "install", "--no-audit", "--no-fund", "--silent", *PACKAGES]
        subprocess.run(npm, cwd=PEERS, check=True)
        stamp.write_text("\n".join(PACKAGES))


@contextmanager
def ours() -> Iterator[Served]:
    """The program as ``manage.py serve`` runs it, one process, on the database of the environment."""
    from drafts.management.serving import command

    port = _free_port()
    with _running([sys.executable, *command(port=port)], port, HERE.parents[2]) as process:
        yield Served("ours", f"ws://127.0.0.1:{port}/live", process)


@contextmanager
def y_websocket() -> Iterator[Served]:
    """It keeps nothing unless told to: everything is in its memory alone."""
    port = _free_port()
    script = PEERS / "node_modules/@y/websocket-server/src/server.js"
    with _running([NODE, str(script)], port, PEERS, HOST="127.0.0.1", PORT=str(port)) as process:
        yield Served("y-websocket", f"ws://127.0.0.1:{port}", process)


@contextmanager
def hocuspocus() -> Iterator[Served]:
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [NODE, str(HERE / "hocuspocus.mjs")]
        with _running(command, port, PEERS, PORT=str(port), FOLDER=folder) as process:
            yield Served("hocuspocus", f"ws://127.0.0.1:{port}", process)


SERVERS = {"ours": ours, "y-websocket": y_websocket, "hocuspocus": hocuspocus}


@contextmanager
def _running(command: Sequence[str], port: int, folder: Path, **environment: str) -> Iterator[int]:
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + STARTING
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{' '.join(command)} did not start.")
            time.sleep(0.05)
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
