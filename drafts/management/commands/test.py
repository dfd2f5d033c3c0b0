"""``manage.py test``: the whole suite, by pytest. What follows on the command line is pytest's."""

from __future__ import annotations

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from drafts.management.browser import fetch_browser, find_browser

WORKERS = ("--numprocesses", "auto", "--maxprocesses", "4")  # more only wait for one another's browsers


class Command(BaseCommand):
    help = "Run the tests, in a browser too. All options are pytest's: manage.py test -k sponsor -x"
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def run_from_argv(self, argv: list[str]) -> None:
        """Take the options as they stand: pytest knows more of them than could be declared here."""
        self.execute_pytest(argv[2:])

    def handle(self, *args: Any, **options: Any) -> None:
        self.execute_pytest(list(args))

    def execute_pytest(self, arguments: list[str]) -> None:
        if not find_browser():
            fetch_browser()
        os.chdir(settings.BASE_DIR)
        sys.stdout.flush()
        command = [sys.executable, "-m", "pytest", *WORKERS, *arguments]
        os.execv(sys.executable, command)  # noqa: S606 - no shell is what we want
