"""``manage.py backup FILE``: everything as one file, while people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafts.core.errors import RapporteurError
from drafts.management.backups import take


class Command(BaseCommand):
    help = "Write everything the database holds to a new file; people may go on writing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to be written")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            backup = take(options["file"])
        except RapporteurError as error:
            raise CommandError(str(error), returncode=2) from error
        rows = sum(each.rows for each in backup.tables.values())
        self.stdout.write(f"{options['file']}: {rows} rows of {len(backup.tables)} tables, read over.")
