"""Texts and comparisons as tables for spreadsheets: one line a paragraph, one line a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafts.core import numbering
from drafts.core.comparison import Op, new_text, old_text
from drafts.core.document import Resolution
from drafts.core.layout import Entry, Layout
from drafts.core.runs import Run, spelled
from drafts.formats.tables import to_csv

Cells = tuple[str, ...]

_SIGNS: dict[Op, tuple[str, str]] = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}


def resolution_csv(resolution: Resolution) -> bytes:
    """One line a paragraph: what people call it, its kind, level, printed number and words."""
    names = numbering.names(resolution.paragraphs)
    lines = ((names[each.id], each.kind, each.level, each.label, each.text) for each in resolution.paragraphs)
    return to_csv(("Paragraph", "Kind", "Level", "Number", "Text"), lines)


def comparison_csv(layout: Layout) -> bytes:
    """One line for whatever the layout shows: what it is, what became of it, both texts, and the difference.

    A note is called as ``[1]`` in the texts; what went is marked as ``[-so-]``, what came as ``{+so+}``.
    """
    words = layout.wording.table
    heads = ("place", "change", "old_place", "new_place", "old_text", "new_text", "marked", "told")
    return to_csv([words[each] for each in heads], _lines(layout))


def _lines(layout: Layout) -> Iterator[Cells]:
    words, unnamed = layout.wording, layout.report.comparison.sponsors.unnamed
    for field in layout.fields:
        yield (field.name, words.kinds["edited"], "", "", field.old, field.new, "", "")
    if any(op != "equal" for op, _ in layout.heading):
        runs = [Run(op, text) for op, text in layout.heading]
        yield (words.say("heading"), words.kinds["edited"], "", "", *_texts(runs), "")
    for op, name in layout.sponsors:
        fate = {
            "insert": words.say("joined_once"),
            "delete": words.say("unnamed_once" if unnamed else "withdrew_once"),
            "equal": words.kinds["unchanged"],
        }
        yield (words.say("sponsor"), fate[op], "", "", *_texts([Run(op, name)]), "")
    for entry in layout.entries:
        yield _entry(entry, layout)
    for note in layout.notes:
        told = (
            words.say("note", note.label).strip(),
            note.tag,
            note.row.old_label,
            note.row.new_label,
        )
        yield (*told, *_texts(note.row.runs), "")


def _entry(entry: Entry, layout: Layout) -> Cells:
    row = entry.row
    tag = entry.tag or layout.wording.kinds["unchanged"]
    return (row.name, tag, row.old_name, row.new_name, *_texts(row.runs), "; ".join(entry.told) or entry.was)


def _texts(runs: Iterable[Run]) -> tuple[str, str, str]:
    """The old words, the new words, and both with signs round what changed, if anything did."""
    segments = spelled(runs)
    marked = "".join(f"{_SIGNS[op][0]}{text}{_SIGNS[op][1]}" for op, text in segments)
    return old_text(segments), new_text(segments), marked if any(op != "equal" for op, _ in segments) else ""
