"""Rows at the foot of pages into notes, each with its label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafts.formats.pdf.cells import Cell
from drafts.formats.pdf.layout import Sorted
from drafts.formats.pdf.writing import Writer
from drafts.formats.text.footnotes import RawNote

_STARS = re.compile(r"(\*{1,4})\s?(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\.?\s+(?=\S)")


def notes_of(pages: Sequence[Sorted], writer: Writer, origin: int) -> tuple[RawNote, ...]:
    """All notes in order, the ``origin`` of their lines counted from the one given.

    What stands above the first label of a page goes on the last note of the page before.
    """
    rows = [
        (block, row) for block, page in enumerate(page for page in pages if page.notes) for row in page.notes
    ]
    raised = any(_raised_label(row.cells[0]) for _, row in rows)
    notes: list[RawNote] = []
    for at, (block, row) in enumerate(rows, origin):
        label, start = _label(row.cells[0], notes, raised)
        if label:
            notes.append(RawNote(label, block))
        if notes:
            notes[-1].lines.append(replace(writer.note(row, start), origin=at))
    return tuple(notes)


def labels_of(pages: Sequence[Sorted]) -> frozenset[str]:
    """The labels that calls may have: of all notes that stand at the foot of a page."""
    return frozenset(note.label for note in notes_of(pages, Writer(), 0))


def _label(cell: Cell, notes: Sequence[RawNote], raised: bool) -> tuple[str, int]:
    """The label that a row opens with, and where its words begin; empty for a further row of a note.

    Where no label of the document is ``raised``, the number after the last note's is one.
    """
    if label := _raised_label(cell):
        return label, 0
    if found := _STARS.match(cell.text):
        return found[1], found.end()
    last = next((note.number for note in reversed(notes) if note.number), 0)
    found = _NUMBER.match(cell.text)
    if found and not raised and int(found[1]) == last + 1:
        return found[1], found.end()
    return "", 0


def _raised_label(cell: Cell) -> str:
    return cell.raised[0].text.strip(" ,") if cell.raised and cell.raised[0].at == 0 else ""
