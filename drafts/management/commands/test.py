"""``manage.py test``: the whole suite, by pytest. What follows on the command line is pytest's."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from drafts.management.browser import fetch_browser, find_browser
from drafts.management.postgresql import NoPostgresError, throwaway_server

WORKERS = ("--numprocesses", "auto", "--maxprocesses", "4")  # more only wait for one another's browsers
ON_POSTGRESQL = "--postgresql"
# What meets a database: all else is the same there as on SQLite, the table of who gets where among it.
MEET_A_DATABASE = (
    "tests/models",
    "tests/actions",
    "tests/views",
    "tests/crawl",
    "tests/live/test_socket.py",
    "tests/live/test_kills.py",
    "tests/management/test_backups.py",
    "--ignore=tests/views/test_access.py",
)


class Command(BaseCommand):
    help = (
        "Run the tests, in a browser too. All options are pytest's: manage.py test -k sponsor -x. "
        f"With {ON_POSTGRESQL} first: those that meet the database, on a PostgreSQL server made for them."
    )
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def run_from_argv(self, argv: list[str]) -> None:
        """Take the options as they stand: pytest knows more of them than could be declared here."""
        self.execute_pytest(argv[2:])

    def handle(self, *args: Any, **options: Any) -> None:
        self.execute_pytest(list(args))

    def execute_pytest(self, arguments: list[str]) -> None:
        os.chdir(settings.BASE_DIR)
        if arguments[:1] == [ON_POSTGRESQL]:
            sys.exit(self.on_postgresql(arguments[1:]))
        if not find_browser():
            fetch_browser()
        sys.stdout.flush()
        command = [sys.executable, "-m", "pytest", *WORKERS, *arguments]
        os.execv(sys.executable, command)  # noqa: S606 - no shell is what we want

    def on_postgresql(self, arguments: list[str]) -> int:
        """The exit status. Where there is no PostgreSQL the tests are skipped, but on CI they fail."""
        command = [sys.executable, "-m", "pytest", *WORKERS, *(arguments or MEET_A_DATABASE)]
        try:
            with throwaway_server() as url:
                return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
        except NoPostgresError as error:
            self.stderr.write(f"Not run on PostgreSQL: {error}")
            return 1 if os.environ.get("CI") else 0
