"""``manage.py compare OLD [NEW]``: what changed from one text to another, or in a file that marks changes."""

from __future__ import annotations

import sys
from argparse import RawDescriptionHelpFormatter
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import CommandParser

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.errors import ReadError, ReportError
from drafts.core.options import SHOWS, Cover, Options
from drafts.core.wording import WORDINGS
from drafts.formats import STANDARD_INPUT, Hand, write
from drafts.formats.program import program
from drafts.formats.suiting import usual
from drafts.management.files import (
    FileCommand,
    covered,
    deliver,
    in_colour,
    mention_doubts,
    sides_named,
    text_named,
    told,
)

DIFFERENT = 1  # exit status under --check, as diff and cmp give it
EXAMPLES = """
examples:
  compare old.pdf new.pdf                              what to paste in a mail
  compare old.pdf new.pdf --to docx -o changes.docx    the whole text with tracked changes
  compare old.pdf new.pdf --to pdf --show table --context 0 --language fr --cover -o table.pdf
  compare changes.docx --to csv -o changes.csv         what a Word file with tracked changes changes
"""


class Command(FileCommand):
    help = "Compare two texts and show what changed, or write a report of it."

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **options)
        parser.epilog, parser.formatter_class = EXAMPLES, RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        forms = ".pdf, .docx, .html, .xml, .txt or .json, - for standard input, or a symbol"
        parser.add_argument("old", metavar="OLD", help=f"the text before: {forms}")
        without = (
            "left out where OLD is a file that marks changes (Word, Akoma Ntoso): then what these change"
        )
        parser.add_argument("new", metavar="NEW", nargs="?", help=f"the text after, likewise; {without}")
        super().add_arguments(parser)
        parser.add_argument(
            "--check", action="store_true", help=f"exit status {DIFFERENT} if the texts differ"
        )
        _add_options(parser)

    def run(self, **options: Any) -> int:
        if options["old"] == options["new"] == STANDARD_INPUT:
            raise ReadError("only one of the two texts can come from there.", source="standard input")
        _options(options)  # refused before anything long is done
        with told(f"Comparing {options['old']} with {options['new'] or 'its tracked changes'}"):
            old, new = _texts(options["old"], options["new"])
            comparison = compare(old, new)
        for name, resolution in ((options["old"], old), (options["new"] or options["old"], new)):
            mention_doubts(name, resolution)
        laid = _options(options, _cover(options, old, new) if options["cover"] else None)
        more = {"color": in_colour(options)} if options["to"] == "text" else {}
        more |= {name: options[name] for name in ("author", "date") if options[name]}
        deliver(write(comparison, options["to"], old=old, new=new, options=laid, **more), options["output"])
        return DIFFERENT if options["check"] and not comparison.identical else 0


def _add_options(parser: CommandParser) -> None:
    group = parser.add_argument_group("how the report is laid out")
    show = (
        "all: the whole text with its changes; context: each change with the paragraphs around it; "
        "changes: nothing else; table: old and new side by side; summary: how many and where "
        "(default: changes for text and csv, else all)"
    )
    group.add_argument("--show", choices=SHOWS, help=show)
    around = (
        "unchanged paragraphs to either side of a change, 0 to 99; means --show context unless that is table"
    )
    group.add_argument("--context", type=int, metavar="N", help=around)
    group.add_argument("--line-numbers", action="store_true", help="number the lines (pdf)")
    group.add_argument("--no-sponsors", action="store_true", help="leave the sponsors out")
    group.add_argument("--no-notes", action="store_true", help="leave the notes out")
    group.add_argument(
        "--language", choices=sorted(WORDINGS), default="en", help="in which the report speaks (default: en)"
    )
    group.add_argument("--brackets", action="store_true", help="[+ +] and [– –] round what came and went")
    cover = "begin with what was compared: symbols, dates, files, digests, this program, the moment"
    group.add_argument("--cover", action="store_true", help=cover)
    group.add_argument("--author", help="who the tracked changes are by (docx; default: the new symbol)")
    group.add_argument("--date", metavar="WHEN", help="when they were made, as 2026-11-25T09:00:00Z (docx)")


def _options(options: dict[str, Any], cover: Cover | None = None) -> Options:
    """How the report is to be laid out.

    Raises:
        ReportError: the form has no author or date, or an option is none.
    """
    tracked = options["to"] == "docx" and options["show"] in (None, "all")
    for name in ("author", "date"):
        if options[name] and not tracked:
            raise ReportError(
                f"--{name} is that of tracked changes: ask for it with --to docx and all shown."
            )
    if options["date"]:
        _check_date(options["date"])
    implied = "context" if options["context"] is not None else usual(options["to"]).show
    return Options(
        show=options["show"] or implied,
        context=options["context"],
        line_numbers=options["line_numbers"],
        sponsors=not options["no_sponsors"],
        notes=not options["no_notes"],
        labels=options["language"],
        bracketed=options["brackets"],
        cover=cover,
    )


def _check_date(written: str) -> None:
    try:
        datetime.fromisoformat(written)
    except ValueError as error:
        raise ReportError(f"--date {written} is no date; write it as 2026-11-25T09:00:00Z.") from error


def _cover(options: dict[str, Any], old: Resolution, new: Resolution) -> Cover:
    return Cover(
        covered(options["old"], old),
        covered(options["new"] or options["old"], new),
        program=program(),
        made=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )


def _texts(old: str, new: str | None) -> tuple[Resolution, Resolution]:
    if new is not None:
        return text_named(old), text_named(new)
    sides = sides_named(old)
    if sides.authors:
        print(f"{old}: changes by {', '.join(map(_told, sides.authors))}.", file=sys.stderr)
    return sides.old, sides.new


def _told(author: Hand) -> str:
    dates = sorted({author.first[:10], author.last[:10]} - {""})
    when = f", {' to '.join(dates)}" if dates else ""
    return f"{author.name or 'somebody'} ({author.changes}{when})"
