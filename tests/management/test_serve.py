"""Serving for people: what is refused before anybody is let in, and how files and the end are seen to."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

ROOT = Path(__file__).parents[2]


@pytest.mark.django_db
def test_several_processes_need_a_database_through_which_they_hear_of_each_other() -> None:
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL is that database")
    with pytest.raises(CommandError, match="Name a PostgreSQL database in DATABASE_URL"):
        call_command("serve", workers=2)


@pytest.mark.django_db
def test_a_database_of_a_newer_program_is_left_alone() -> None:
    MigrationRecorder(connection).record_applied("drafts", "9999_from_the_future")
    with pytest.raises(CommandError, match=r"newer Rapporteur \(9999_from_the_future\).*nothing was changed"):
        call_command("serve")


@pytest.mark.django_db
def test_a_database_that_is_behind_is_not_served() -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(
        "drafts", max(name for app, name in recorder.applied_migrations() if app == "drafts")
    )
    with pytest.raises(CommandError, match="python3 manage.py migrate"):
        call_command("serve")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command itself, on a fresh database in a folder of its own."""
    environment = {
        **os.environ,
        "RAPPORTEUR_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "drafts.settings",
    }
    environment.pop("DATABASE_URL", None)
    django = [sys.executable, "-m", "django"]
    subprocess.run([*django, "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    process = subprocess.Popen(
        [*django, "serve", "--port", str(port)], cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE
    )
    assert process.stdout
    assert "processes: 1" in process.stdout.readline()
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def test_files_are_served_under_names_that_browsers_keep_and_the_server_stops_when_asked(
    served: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = served
    page = fetched(address + "/")
    styles = re.findall(rb'href="(/static/css/page\.[0-9a-f]{12}\.css)"', page.read())
    assert len(styles) == 1
    style = fetched(address + styles[0].decode())
    assert "immutable" in style.headers["Cache-Control"]
    assert style.headers["Content-Encoding"] == "gzip"
    assert "Server" not in style.headers
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) in (0, -signal.SIGTERM)


def fetched(address: str, patience: float = 20) -> Any:
    """What is there, once the server listens."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own
    until = time.monotonic() + patience
    while True:
        try:
            return urllib.request.urlopen(asked)  # noqa: S310
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > until:
                raise
            time.sleep(0.1)
