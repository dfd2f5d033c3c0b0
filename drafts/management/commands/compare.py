"""``manage.py compare OLD [NEW]``: what changed from one text to another, or in a Word file."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import CommandParser

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.errors import ReadError
from drafts.formats import STANDARD_INPUT, Hand, write
from drafts.management.files import (
    FileCommand,
    deliver,
    in_colour,
    mention_doubts,
    sides_named,
    text_named,
    told,
)

DIFFERENT = 1  # exit status under --check, as diff and cmp give it


class Command(FileCommand):
    help = "Compare two texts and show what changed, or write a report of it."

    def add_arguments(self, parser: CommandParser) -> None:
        forms = ".pdf, .docx, .txt or .json, - for standard input, or a symbol"
        parser.add_argument("old", metavar="OLD", help=f"the text before: {forms}")
        without = "left out where OLD is a Word file with tracked changes: then what these change"
        parser.add_argument("new", metavar="NEW", nargs="?", help=f"the text after, likewise; {without}")
        super().add_arguments(parser)
        parser.add_argument(
            "--check", action="store_true", help=f"exit status {DIFFERENT} if the texts differ"
        )

    def run(self, **options: Any) -> int:
        if options["old"] == options["new"] == STANDARD_INPUT:
            raise ReadError("only one of the two texts can come from there.", source="standard input")
        with told(f"Comparing {options['old']} with {options['new'] or 'its tracked changes'}"):
            old, new = _texts(options["old"], options["new"])
            comparison = compare(old, new)
        for name, resolution in ((options["old"], old), (options["new"] or options["old"], new)):
            mention_doubts(name, resolution)
        shown = {"color": in_colour(options)} if options["to"] == "text" else {}
        deliver(write(comparison, options["to"], old=old, new=new, **shown), options["output"])
        return DIFFERENT if options["check"] and not comparison.identical else 0


def _texts(old: str, new: str | None) -> tuple[Resolution, Resolution]:
    if new is not None:
        return text_named(old), text_named(new)
    sides = sides_named(old)
    print(f"{old}: changes by {', '.join(map(_told, sides.authors))}.", file=sys.stderr)
    return sides.old, sides.new


def _told(author: Hand) -> str:
    dates = sorted({author.first[:10], author.last[:10]} - {""})
    when = f", {' to '.join(dates)}" if dates else ""
    return f"{author.name or 'somebody'} ({author.changes}{when})"
