"""``manage.py check_report FILE|DIGEST …``: whether a report agrees with what is stored."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafts.models import Version
from drafts.queries.checking import Finding, checked, digests_in, digests_of
from drafts.queries.versions import whole


class Command(BaseCommand):
    help = (
        "Check a report that was handed out: name its file, or give SHA-256 digests from its cover sheet. "
        "Exit status 0: all agree with what is stored; 1: one does not, or is not known."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("given", nargs="+", metavar="FILE|DIGEST")

    def handle(self, *args: Any, **options: Any) -> None:
        digests = [digest for given in options["given"] for digest in _digests(given)]
        findings = checked(digests, whole(Version.objects.all()))
        for each in findings:
            self.stdout.write(f"{each.digest}  {_told(each)}")
        if not all(each.agrees for each in findings):
            sys.exit(1)


def _digests(given: str) -> list[str]:
    path = Path(given)
    if path.is_file():
        return digests_of(path.read_bytes())
    if found := digests_in(given):
        return found
    raise CommandError(f"{given}: there is no such file, and it is no digest of 64 signs.", returncode=2)


def _told(each: Finding) -> str:
    if each.batch:
        return f"agrees: the zip of {each.batch}, asked for {each.batch.created_at:%Y-%m-%d %H:%M} UTC"
    if each.report:
        part = "a file in the zip of" if each.what == "part" else "the report of"
        return f"agrees: {part} {each.report}, made {each.report.made_at:%Y-%m-%d %H:%M} UTC"
    if each.version:
        said = "agrees" if each.agrees else "DOES NOT AGREE"
        return f"{said}: the {each.what} of {each.version.name}, {each.version.date}"
    return "NOT KNOWN"
