"""``manage.py serve``: the site for people, as against the demonstration for oneself."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from drafts.actions.metrics import FOLDER
from drafts.management.serving import command
from drafts.queries.schema import schema

HOST = "127.0.0.1"  # behind a proxy that ends TLS, as a rule on the same machine
PORT = 8000
DRAINING = 20  # seconds for pages and live texts that are under way when the server is stopped


class Command(BaseCommand):
    help = "Serve the site with several processes, behind a proxy that ends TLS."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=HOST, help=f"address to listen on (default: {HOST})")
        parser.add_argument("--port", type=int, default=PORT, help=f"port to listen on (default: {PORT})")
        parser.add_argument(
            "--workers", type=int, default=0, help="processes (default: one a core; on SQLite one)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        workers = _workers(options["workers"])
        _refuse_other_schema()
        os.environ["RAPPORTEUR_STATIC_GATHERED"] = "yes"  # for the two below, which read the settings anew
        subprocess.run([sys.executable, "-m", "django", "collectstatic", "--no-input", "-v0"], check=True)
        self.stdout.write(
            f"Rapporteur listens on http://{options['host']}:{options['port']}/, processes: {workers}."
        )
        self.stdout.flush()
        _let_be_counted()
        connection.close()
        # In place of this process, so that signals reach the server.
        server = command(
            host=options["host"],
            port=options["port"],
            workers=workers,
            timeout_graceful_shutdown=DRAINING,
            proxy_headers=True,
            forwarded_allow_ips=settings.PROXIES,
            server_header=False,
        )
        os.execv(sys.executable, [sys.executable, *server])  # noqa: S606 - no shell is what we want


def _workers(asked: int) -> int:
    """How many processes. Those that write in one live text hear of each other through PostgreSQL alone."""
    if asked < 0:
        raise CommandError("There are at least as many processes as one.", returncode=2)
    if connection.vendor == "postgresql":
        return asked or len(os.sched_getaffinity(0))
    if asked > 1:
        raise CommandError(
            "On SQLite one process serves everybody, since people in one live text would not see each other "
            "from two. Name a PostgreSQL database in DATABASE_URL, or leave --workers away.",
            returncode=2,
        )
    return 1


def _refuse_other_schema() -> None:
    """Never serve on tables that are not those of this program."""
    found = schema()
    if found.newer:
        raise CommandError(
            f"This database was made by a newer Rapporteur ({found.newer[-1]}). Serve it with that, or "
            "restore a backup from before; nothing was changed.",
            returncode=2,
        )
    if found.lacking:
        raise CommandError(
            "The database is not up to date. Back it up, then run: python3 manage.py migrate", returncode=2
        )


def _let_be_counted() -> None:
    """Have the processes count together, in files of this server's own: another may count beside it."""
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="rapporteur-metrics-")
