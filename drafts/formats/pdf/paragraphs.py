"""Rows of text into lines that say where a paragraph opens, by indents, gaps, weight and size.

::

        Recalling its resolution 70/1 of                 a first line is indented,
    25 September 2015,                                   the others are not
                                                         and space parts paragraphs
        1.  Requests the Secretary-General               except where a page ends
    ──────────────────────── page ────────────
    to report;                                           which is no indent: it goes on
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafts.formats.pdf.layout import Setting, Sorted
from drafts.formats.pdf.rows import Row
from drafts.formats.pdf.writing import Writer
from drafts.formats.text.lines import Line

GAP = 1.25  # leadings: genuine documents part paragraphs by 1.5, rows by up to 1.1
INDENT = 0.8  # sizes: first lines are indented by 2.4
SAME_LEFT = 3.0  # points in which the left edges of one margin differ
FEW = 0.1  # of the paragraphs set apart by space: so few without an indent, and indents are the rule
BIGGER = 1.08  # of the text's size: a title's is 1.2


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of text with where it stands: its page, and whether it is the first one there."""

    row: Row
    page: int
    first: bool


def text_lines(pages: Sequence[Sorted], setting: Setting, writer: Writer) -> tuple[Line, ...]:
    """``origin`` of each line is the place of its row among all rows of text."""
    rows = [Placed(row, page.page.number, not at) for page in pages for at, row in enumerate(page.text)]
    indented = _indented(rows, setting)
    return tuple(_lines(rows, setting, writer, indented))


def _indented(rows: Sequence[Placed], setting: Setting) -> bool:
    """Whether paragraphs open with an indent, as a rule."""
    opening = [
        this.row
        for last, this in pairwise(rows)
        if not this.first and _apart(last.row, this.row, setting) and not _set_off(this.row, setting)
    ]
    flush = sum(_indent(row, setting) < INDENT for row in opening)
    return bool(opening) and flush <= FEW * len(opening)


def _lines(rows: Sequence[Placed], setting: Setting, writer: Writer, indented: bool) -> Iterator[Line]:
    paragraph: list[Placed] = []
    for at, this in enumerate(rows):
        last = rows[at - 1] if at else None
        gap = last is not None and not this.first and _apart(last.row, this.row, setting)
        opens = _opens(paragraph, this, gap, setting, indented)
        if opens is not False:
            paragraph = []
        paragraph.append(this)
        yield replace(
            writer.line(this.row),
            gap=gap,
            page=this.first and at > 0,
            opens=opens,
            heading=_set_off(this.row, setting),
            origin=at,
        )


def _opens(
    paragraph: Sequence[Placed], this: Placed, gap: bool, setting: Setting, indented: bool
) -> bool | None:
    """Whether a paragraph opens with the row, after those of the one so far; None if it cannot tell."""
    if not paragraph:
        return True
    last = paragraph[-1]
    if len(this.row.cells) > 1 or len(last.row.cells) > 1:
        return True
    if gap or _look(this.row, setting) != _look(last.row, setting):
        return True
    if _set_off(this.row, setting):
        return this.first
    indent = _indent(this.row, setting)
    if this.first and indent < INDENT:
        return False if indented else None
    if indent < INDENT:
        return False
    # A paragraph may be indented as a whole; then its further rows stand where the last one did.
    if abs(this.row.left - last.row.left) > SAME_LEFT:
        return True
    return False if len(paragraph) > 1 else None


def _apart(last: Row, this: Row, setting: Setting) -> bool:
    return last.y - this.y > GAP * setting.leading * max(1.0, this.size / setting.size)


def _indent(row: Row, setting: Setting) -> float:
    return (row.left - setting.left) / setting.size


def _set_off(row: Row, setting: Setting) -> bool:
    """Whether the row is set as a heading is: bold or bigger."""
    return all(cell.bold for cell in row.cells) or row.size > BIGGER * setting.size


def _look(row: Row, setting: Setting) -> tuple[bool, float]:
    """What tells a heading's rows from those of another, and from text."""
    off = _set_off(row, setting)
    return off, round(row.size, 1) if off else 0.0
