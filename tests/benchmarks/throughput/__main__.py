"""``python -m tests.benchmarks.throughput``: one process, asked by wrk (Debian) as fast as it answers."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.live.ground import database, people

LINES = 8  # kept open by wrk


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.throughput", description=__doc__)
    parser.add_argument("--seconds", type=int, default=10, help="each (10)")
    parser.add_argument("--postgresql", action="store_true", help="instead of SQLite")
    asked = parser.parse_args()
    if not shutil.which("wrk"):
        print("wrk is not installed here (Debian: apt-get install wrk).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, database(Path(folder), postgresql=asked.postgresql):
        from tests.topology.people import crowd

        made = crowd(1, 1)
        (cookie,) = people(1)
        with _server() as address:
            path = f"/drafts/{made.drafts[0]}/compare/1/2/"
            size = len(_page(f"{address}{path}", cookie))
            comparing = _a_second(f"{address}{path}", cookie, asked.seconds)
            constant = _a_second(f"{address}/constant/{size}/", cookie, asked.seconds)
    print(
        f"{'PostgreSQL' if asked.postgresql else 'SQLite'}, pages of {size / 1000:.0f} kB: comparison "
        f"{comparing:.0f} a second, a constant {constant:.0f}: {comparing / constant:.2f} of it"
    )
    return 0


@contextmanager
def _server() -> Iterator[str]:
    from drafts.management.serving import command

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    subprocess.run([sys.executable, "-m", "django", "collectstatic", "--no-input", "-v0"], check=True,
                   env={**os.environ, "RAPPORTEUR_STATIC_GATHERED": "yes"})  # fmt: skip
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.throughput.settings",
        "RAPPORTEUR_STATIC_GATHERED": "yes",
    }
    process = subprocess.Popen([sys.executable, *command(port=port)], env=environment)
    try:
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert process.poll() is None
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _page(address: str, cookie: str) -> bytes:
    request = urllib.request.Request(address, headers={"Cookie": cookie})  # noqa: S310 - of our own
    with urllib.request.urlopen(request) as response:  # noqa: S310
        data: bytes = response.read()
        return data


def _a_second(address: str, cookie: str, seconds: int) -> float:
    command = ["wrk", "-t1", f"-c{LINES}", f"-d{seconds}s", "-H", f"Cookie: {cookie}", address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Non-2xx" not in said, said
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])  # type: ignore[index]


if __name__ == "__main__":
    sys.exit(main())
