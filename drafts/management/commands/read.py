"""``manage.py read FILE``: how a text is read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from drafts.core.errors import ReportError
from drafts.formats import write
from drafts.management.files import FileCommand, deliver, in_colour, mention_doubts, text_named, told


class Command(FileCommand):
    help = "Read a text and show it, or turn it into another form."

    def add_arguments(self, parser: CommandParser) -> None:
        forms = ".pdf, .docx, .html, .xml, .txt or .json, - for standard input, or a symbol"
        parser.add_argument("file", metavar="FILE", help=forms)
        super().add_arguments(parser)
        parser.add_argument("--line-numbers", action="store_true", help="with --to pdf: number the lines")
        parser.add_argument("--doubts", action="store_true", help="with --to text: list what is not sure")

    def run(self, **options: Any) -> int:
        with told(f"Reading {options['file']}"):
            resolution = text_named(options["file"])
        if options["line_numbers"] and options["to"] != "pdf":
            raise ReportError("Only a PDF has line numbers: ask for them with --to pdf.")
        shown = {"color": in_colour(options), "doubts": options["doubts"]} if options["to"] == "text" else {}
        shown |= {"line_numbers": True} if options["line_numbers"] else {}
        if options["to"] == "text" and not options["doubts"]:
            mention_doubts(options["file"], resolution)
        deliver(write(resolution, options["to"], **shown), options["output"])
        return 0
