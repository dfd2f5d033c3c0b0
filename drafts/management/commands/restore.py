"""``manage.py restore FILE``: put a backup back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafts.core.errors import RapporteurError
from drafts.management.backups import restore


class Command(BaseCommand):
    help = "Make the database what it was when a backup was taken. Stop the server first."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` wrote")
        parser.add_argument(
            "--replace", action="store_true", help="even where there are drafts; they are backed up first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            backup, saved = restore(options["file"], replace=options["replace"])
        except RapporteurError as error:
            raise CommandError(str(error), returncode=2) from error
        if saved:
            self.stdout.write(f"What was here is in {saved}.")
        rows = sum(each.rows for each in backup.tables.values())
        self.stdout.write(f"Restored as of {backup.made}: {rows} rows, each table as it was.")
        self.stdout.write("If this program is newer than that, run: python3 manage.py migrate")
