"""``manage.py compare OLD NEW``: what changed from one text to another."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from drafts.core import compare
from drafts.core.errors import ReadError
from drafts.formats import STANDARD_INPUT, write
from drafts.management.files import FileCommand, deliver, in_colour, mention_doubts, text_named, told

DIFFERENT = 1  # exit status under --check, as diff and cmp give it


class Command(FileCommand):
    help = "Compare two texts and show what changed, or write a report of it."

    def add_arguments(self, parser: CommandParser) -> None:
        forms = ".txt or .json, - for standard input, or a symbol"
        parser.add_argument("old", metavar="OLD", help=f"the text before: {forms}")
        parser.add_argument("new", metavar="NEW", help="the text after, likewise")
        super().add_arguments(parser)
        parser.add_argument(
            "--check", action="store_true", help=f"exit status {DIFFERENT} if the texts differ"
        )

    def run(self, **options: Any) -> int:
        if options["old"] == options["new"] == STANDARD_INPUT:
            raise ReadError("only one of the two texts can come from there.", source="standard input")
        with told(f"Comparing {options['old']} with {options['new']}"):
            old, new = text_named(options["old"]), text_named(options["new"])
            comparison = compare(old, new)
        for name, resolution in ((options["old"], old), (options["new"], new)):
            mention_doubts(name, resolution)
        shown = {"color": in_colour(options)} if options["to"] == "text" else {}
        deliver(write(comparison, options["to"], old=old, new=new, **shown), options["output"])
        return DIFFERENT if options["check"] and not comparison.identical else 0
