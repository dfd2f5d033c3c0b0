"""Rows of tables whose cells take several printed rows, made one.

::

    3 p.m.     Information from Territories          the second cell
               transmitted under Article 73          goes on below
    6 p.m.     Closure of the list                   a row of its own
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafts.formats.pdf.cells import Cell
from drafts.formats.pdf.layout import Setting, Sorted
from drafts.formats.pdf.rows import Row

GAP = 1.25  # leadings: rows of a table are parted by more, lines of a cell by less
SAME_COLUMN = 0.5  # sizes in which the left edges of one column differ


def with_whole_cells(page: Sorted, setting: Setting) -> Sorted:
    """The page's rows of text, each with the lines further down in which its cells go on."""
    head = page.masthead
    return replace(page, text=(*page.text[:head], *_whole(page.text[head:], setting)))


def _whole(rows: Sequence[Row], setting: Setting) -> tuple[Row, ...]:
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row, setting):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(_merged(group) if len(group) > 1 else group[0] for group in groups)


def _merged(rows: Sequence[Row]) -> Row:
    """One row of the printed ones, each cell with all its lines."""
    first, *others = rows
    cells = list(first.cells)
    for cell in (cell for row in others for cell in row.cells):
        at = _column(cells, cell)
        cells[at] = _appended(cells[at], cell)
    return Row(tuple(cells), depth=first.y - others[-1].y)


def _goes_on(group: Sequence[Row], row: Row, setting: Setting) -> bool:
    """Whether the row only goes on with some cells of a table's row, and none of them is its first."""
    first = group[0]
    if len(first.cells) < 2 or group[-1].y - row.y > GAP * setting.leading:
        return False
    columns = [_column(first.cells, cell) for cell in row.cells]
    return 0 not in columns and -1 not in columns


def _column(cells: Sequence[Cell], cell: Cell) -> int:
    """The cell that begins at the same place, or -1."""
    near = (at for at, other in enumerate(cells) if abs(other.left - cell.left) < SAME_COLUMN * cell.size)
    return next(near, -1)


def _appended(cell: Cell, more: Cell) -> Cell:
    by = len(cell.text) + 1
    return replace(
        cell,
        text=f"{cell.text} {more.text}",
        right=max(cell.right, more.right),
        italics=(*cell.italics, *((start + by, end + by) for start, end in more.italics)),
        bolds=(*cell.bolds, *((start + by, end + by) for start, end in more.bolds)),
        raised=(*cell.raised, *(replace(raised, at=raised.at + by) for raised in more.raised)),
    )
