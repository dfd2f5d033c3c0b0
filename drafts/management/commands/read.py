"""``manage.py read FILE``: how a text is read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from drafts.formats import write
from drafts.management.files import FileCommand, deliver, in_colour, mention_doubts, text_named, told


class Command(FileCommand):
    help = "Read a text and show it, or turn it into another form."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", help=".pdf, .docx, .txt or .json, - for standard input, or a symbol"
        )
        super().add_arguments(parser)
        parser.add_argument("--doubts", action="store_true", help="with --to text: list what is not sure")

    def run(self, **options: Any) -> int:
        with told(f"Reading {options['file']}"):
            resolution = text_named(options["file"])
        shown = {"color": in_colour(options), "doubts": options["doubts"]} if options["to"] == "text" else {}
        if options["to"] == "text" and not options["doubts"]:
            mention_doubts(options["file"], resolution)
        deliver(write(resolution, options["to"], **shown), options["output"])
        return 0
