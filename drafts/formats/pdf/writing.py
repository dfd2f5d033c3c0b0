"""A printed row into a line of text, with what stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafts.core.document import Mark, Marks
from drafts.formats.pdf.cells import Cell
from drafts.formats.pdf.rows import Row
from drafts.formats.text.lines import Line
from drafts.formats.text.source import CELL_END, line

_POWERS, _UNIT = ("2", "3"), re.compile(r"(?<!\w)[kcdm]?m$")  # km², m³
_LABELS = re.compile(r"\d+|\*+|[†‡]")


@dataclass(frozen=True)
class Writer:
    """``labels`` of the notes there are: raised numbers that call none stay in the text."""

    labels: frozenset[str] = frozenset()

    def note(self, row: Row, start: int) -> Line:
        """A row of a note, whose label ends at ``start`` or is raised before it."""
        first, *others = row.cells
        own = tuple(raised for raised in first.raised if raised.at)
        return self.line(Row((replace(first, raised=own), *others)), start)

    def line(self, row: Row, start: int = 0) -> Line:
        """The row's words from the code point ``start`` of its first cell on, its cells parted."""
        lines = [self._cell(cell, start if not at else 0) for at, cell in enumerate(row.cells)]
        text = ""
        marks: Marks = ()
        for each in lines:
            text += CELL_END if text else ""
            marks += tuple(mark.moved(len(text)) for mark in each.marks)
            text += each.text
        return Line(text, marks=marks)

    def _cell(self, cell: Cell, start: int) -> Line:
        text, marks = self._with_raised(cell, start)
        return line(text, marks)

    def _with_raised(self, cell: Cell, start: int) -> tuple[str, Marks]:
        """The text with the raised numbers that call nothing, and marks for italics and calls."""
        text = cell.text
        marks: list[Mark] = [Mark.italic(*italic) for italic in cell.italics]
        for raised in reversed(cell.raised):
            labels = _LABELS.findall(raised.text)
            power = raised.text in _POWERS and _UNIT.search(text[: raised.at])
            if not power and all(label in self.labels for label in labels):
                marks += [Mark.call(raised.at, label) for label in labels]
            else:
                text = text[: raised.at] + raised.text + text[raised.at :]
                marks = [_pushed(mark, raised.at, len(raised.text)) for mark in marks]
        return text[start:], tuple(_cut(marks, start))


def _pushed(mark: Mark, at: int, by: int) -> Mark:
    """The mark after ``by`` code points came in at ``at``."""
    start, end = (edge + (by if edge > at else 0) for edge in (mark.start, mark.end))
    return Mark(mark.type, start, end, mark.note)


def _cut(marks: list[Mark], start: int) -> Iterator[Mark]:
    for mark in marks:
        if mark.end >= start:
            yield Mark(mark.type, max(mark.start - start, 0), mark.end - start, mark.note)
