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

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafts.formats.pdf.layout import Setting, Sorted
from drafts.formats.pdf.rows import Row
from drafts.formats.pdf.writing import Writer
from drafts.formats.text.lines import Line

GAP = 1.25  # leadings: genuine documents part paragraphs by 1.5, rows by up to 1.1
SHIFT = 0.5  # sizes: edges that differ by more are different edges; first lines are indented by 2.4
MOST = 0.9  # of the paragraphs: what so many of them have is the rule of the document
BIGGER = 1.08  # of the text's size: a title's is 1.2

_LABELLED = re.compile(r"\d{1,3}\.|\(?[a-z]{1,4}\)")
_CLOSED = re.compile(r"[.;:][)\]”\"’]?$")
_ENDED = re.compile(r"[.;:,][)\]”\"’]?$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of text with where it stands: its page, and whether it is the first one there."""

    row: Row
    page: int
    first: bool


def text_lines(pages: Sequence[Sorted], setting: Setting, writer: Writer) -> tuple[Line, ...]:
    """``origin`` of each line is the place of its row among all rows of text."""
    rows = [Placed(row, page.page.number, not at) for page in pages for at, row in enumerate(page.text)]
    end = pages[0].masthead
    masthead = [
        replace(writer.line(Row((cell,))), opens=True, origin=at)
        for at, each in enumerate(rows[:end])
        for cell in each.row.cells
    ]
    return (*masthead, *_lines(rows[end:], end, setting, writer))


@dataclass(frozen=True, slots=True)
class _Habits:
    """How the document parts its paragraphs: by space, by an indent of their first lines, or by both.

    ``hanging``: whether below a number further lines begin where its words do.
    """

    spaced: bool
    indented: bool
    hanging: bool

    @classmethod
    def of(cls, rows: Sequence[Placed], setting: Setting) -> _Habits:
        every = [
            (last.row, this.row)
            for last, this in pairwise(rows)
            if not this.first and not _set_off(last.row, setting) and not _set_off(this.row, setting)
        ]
        pairs = [(last, this) for last, this in every if not _hangs(last, this)]
        shifted = [_apart(last, this, setting) for last, this in pairs if _shift(last, this) > 0]
        apart = [_shift(last, this) >= 0 for last, this in pairs if _apart(last, this, setting)]
        return cls(
            spaced=bool(shifted) and sum(shifted) >= MOST * len(shifted),
            hanging=any(_hangs(*pair) and not _apart(*pair, setting) for pair in every),
            indented=bool(shifted) and sum(apart) >= MOST * len(apart) and len(shifted) >= len(apart) / 2,
        )


def _lines(rows: Sequence[Placed], start: int, setting: Setting, writer: Writer) -> Iterator[Line]:
    habits = _Habits.of(rows, setting)
    paragraph: list[Placed] = []
    for at, this in enumerate(rows):
        last = rows[at - 1] if at else None
        gap = last is not None and not this.first and _apart(last.row, this.row, setting)
        opens = _opens(paragraph, this, gap, setting, habits)
        if opens is not False:
            paragraph = []
        paragraph.append(this)
        yield replace(
            writer.line(this.row),
            gap=gap,
            page=this.first and at + start > 0,
            opens=opens,
            heading=_set_off(this.row, setting) or (bool(opens) and _stands_alone(this.row)),
            origin=start + at,
        )


def _opens(
    paragraph: Sequence[Placed], this: Placed, gap: bool, setting: Setting, habits: _Habits
) -> bool | None:
    """Whether a paragraph opens with the row, after those of the one so far; None if it cannot tell."""
    if not paragraph:
        return True
    last = paragraph[-1].row
    if (
        gap
        or len(this.row.cells) > 1
        or len(last.cells) > 1
        or _look(this.row, setting) != _look(last, setting)
    ):
        return True
    if _set_off(this.row, setting):
        return this.first
    if this.first and _stands_alone(this.row) and _CLOSED.search(last.text):
        return True
    shift = _shift(last, this.row)
    if _hangs(last, this.row) and (habits.hanging or not this.first):
        return this.first and _broken_off(last, this.row, setting)
    if not this.first and not habits.spaced and shift == 0 and len(paragraph) == 1:
        return _broken_off(last, this.row, setting) or None
    if not this.first:
        return shift > 0 and not habits.spaced
    if shift > 0:
        return True
    # At the top of a page only the edges tell: a second line stands further out, others below the last.
    if _LABELLED.match(this.row.text) or not habits.indented or (shift == 0 and len(paragraph) == 1):
        return None
    return _broken_off(last, this.row, setting)


def _broken_off(last: Row, this: Row, setting: Setting) -> bool:
    """Whether a row has come to its end although the next word had room on it: there a paragraph ends."""
    word = this.text.split(None, 1)[0]
    width = (this.cells[0].right - this.left) * (len(word) + 1) / max(len(this.cells[0].text), 1)
    return bool(_ENDED.search(last.text)) and setting.right - last.right > width


def _hangs(last: Row, this: Row) -> bool:
    """Whether a row begins where the words of the one before it do, behind their number."""
    return abs(this.left - last.cells[0].tab) < SHIFT * this.size


def _shift(last: Row, this: Row) -> int:
    """-1 where a row begins further out than the one before it, 1 further in, 0 below it."""
    shift = (this.left - last.left) / this.size
    return 0 if abs(shift) < SHIFT else 1 if shift > 0 else -1


def _apart(last: Row, this: Row, setting: Setting) -> bool:
    return last.foot - this.y > GAP * setting.leading * max(1.0, this.size / setting.size)


def _set_off(row: Row, setting: Setting) -> bool:
    """Whether the row is set as a heading is: bold or bigger."""
    return all(cell.bold for cell in row.cells) or row.size > BIGGER * setting.size


def _stands_alone(row: Row) -> bool:
    """Whether the row is in italics and no sentence, as some headings are."""
    return all(cell.italic for cell in row.cells) and not _ENDED.search(row.text)


def _look(row: Row, setting: Setting) -> tuple[bool, float]:
    """What tells a heading's rows from those of another, and from text."""
    off = _set_off(row, setting)
    return off, round(row.size, 1) if off else 0.0
