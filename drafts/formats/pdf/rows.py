"""Characters into printed rows: grouped by their baselines, raised ones put back where they stand.

::

    Developing Countries,¹ and        one row, although the 1 has a baseline of its own
    Distr.: Limited     A/80/L.9      two cells of one row, as nothing printed fills the space between them
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafts.formats.pdf.cells import Cell, CellWriter
from drafts.formats.pdf.glyphs import Glyph
from drafts.formats.pdf.righttoleft import mirrored, reads_leftwards

# Measured on 570,000 characters of 24 genuine documents: within words at most .15 of the size parts two
# characters, between words without a space at least .22.
WORD_GAP = 0.18
SQUEEZED = 0.15  # a space behind a hyphen that takes less was set by mistake and pressed together: .04 to .10
CELL_GAP = 2.5  # sizes; the tabs behind numbers leave at most 1.6
TAB = 0.5  # sizes, twice the width of a space; justified rows seldom have more between words
SAME_BASELINE = 1.6  # points; a symbol's large first letter stands 1.3 above the row it belongs to
RAISED_SIZE = 0.8  # of the row's: calls are set at .63 to .65
RAISED = (0.15, 0.75)  # sizes above the row's baseline: calls stand .34 above

_HYPHENS = frozenset("-‐‑–")
_IDEOGRAPH = re.compile(
    "[\u3000-\u9fff\uff00-\uffef]"
)  # beside figures and letters it has room, and no space


@dataclass(frozen=True, slots=True)
class Row:
    """The cells on one baseline, from left to right, and how far below it the last of their lines is."""

    cells: tuple[Cell, ...]
    depth: float = 0.0

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return max(cell.right for cell in self.cells)

    @property
    def y(self) -> float:
        return self.cells[0].y

    @property
    def foot(self) -> float:
        """The lowest baseline."""
        return self.y - self.depth

    @property
    def size(self) -> float:
        return max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def text(self) -> str:
        return "  ".join(cell.text for cell in self.cells)


def rows_of(glyphs: Iterable[Glyph]) -> tuple[Row, ...]:
    """The rows of a page, from its head to its foot."""
    drawn = list(glyphs)
    leftwards = reads_leftwards(drawn)
    rows = (_row(baseline, leftwards) for baseline in _baselines(_spans(drawn)))
    return tuple(row for row in rows if row.cells)


_Span = list[Glyph]  # drawn one after the other on one baseline


def _spans(glyphs: Iterable[Glyph]) -> list[_Span]:
    spans: list[_Span] = []
    for glyph in glyphs:
        last = spans[-1][-1] if spans else None
        if (
            last
            and last.style == glyph.style
            and last.y == glyph.y
            and abs(glyph.left - last.right) < glyph.style.size
        ):
            spans[-1].append(glyph)
        else:
            spans.append([glyph])
    return spans


def _baselines(spans: list[_Span]) -> list[list[_Span]]:
    """Spans that stand on one baseline, and raised ones with those they are raised above."""
    groups: list[list[_Span]] = []
    for span in sorted(spans, key=lambda span: -span[0].y):
        if groups and abs(groups[-1][0][0].y - span[0].y) <= SAME_BASELINE:
            groups[-1].append(span)
        else:
            groups.append([span])
    return _with_raised(groups)


def _with_raised(groups: list[list[_Span]]) -> list[list[_Span]]:
    merged: list[list[_Span]] = []
    for group in groups:
        while merged and _raised_above(merged[-1], group):
            group = [*merged.pop(), *group]
        merged.append(group)
    return merged


def _raised_above(upper: Sequence[_Span], lower: Sequence[_Span]) -> bool:
    """Whether all spans of ``upper`` are small and a little above the row ``lower``."""
    size, y = _main(lower), lower[-1][0].y
    return all(
        span[0].style.size <= RAISED_SIZE * size and RAISED[0] * size < span[0].y - y < RAISED[1] * size
        for span in upper
    )


def _main(group: Sequence[_Span]) -> float:
    """The size that most of its characters have."""
    sizes: Counter[float] = Counter()
    for span in group:
        sizes[span[0].style.size] += len(span)
    return sizes.most_common(1)[0][0]


def _row(group: Sequence[_Span], leftwards: bool) -> Row:
    size = _main(group)
    base = min(
        (span[0].y for span in group if span[0].style.size > RAISED_SIZE * size), default=group[-1][0].y
    )
    glyphs = [glyph for span in sorted(group, key=lambda span: span[0].left) for glyph in span]
    if leftwards or reads_leftwards(glyphs):
        glyphs = mirrored(glyphs)
    cells = [_cell(cell, base, size) for cell in _cells(glyphs, size)]
    return Row(tuple(cell for cell in cells if cell.text))


def _cells(glyphs: Sequence[Glyph], size: float) -> Iterator[list[Glyph]]:
    """Cut where nothing is printed for some widths; spaces are no print."""
    cell: list[Glyph] = []
    right = 0.0
    for glyph in glyphs:
        if glyph.sign.isspace():
            cell.append(glyph)
            continue
        if cell and right and glyph.left - right > CELL_GAP * size:
            yield cell
            cell = []
        cell.append(glyph)
        right = max(glyph.right, right) if right else glyph.right
    if right:
        yield cell


def _cell(glyphs: Sequence[Glyph], base: float, size: float) -> Cell:
    writer = CellWriter()
    last, blank = glyphs[0], False
    for glyph in glyphs:
        if glyph.sign.isspace():
            blank = True
            continue
        raised = glyph.style.size <= RAISED_SIZE * size and glyph.y - base > RAISED[0] * size
        writer.write(glyph, _apart(last, glyph, blank), raised)
        last, blank = glyph, False
    printed = [glyph for glyph in glyphs if not glyph.sign.isspace()]
    fonts = Counter(glyph.style.font for glyph in printed)
    return writer.cell(
        left=min(glyph.left for glyph in printed),
        right=max(glyph.right for glyph in printed),
        y=base,
        size=_most([glyph.style.size for glyph in printed]),
        font=fonts.most_common(1)[0][0],
        tab=_tab(glyphs, size),
    )


def _apart(last: Glyph, glyph: Glyph, blank: bool) -> bool:
    """Whether a space is seen between two signs. One within ``non- discrimination`` is there and not seen."""
    gap = (glyph.left - last.right) / min(last.style.size, glyph.style.size)
    if _IDEOGRAPH.match(last.sign) or _IDEOGRAPH.match(glyph.sign):
        return blank
    if blank and last.sign in _HYPHENS:
        return gap > SQUEEZED
    room = TAB if _IDEOGRAPH.match(last.sign) or _IDEOGRAPH.match(glyph.sign) else WORD_GAP
    return blank or gap > room


def _tab(glyphs: Sequence[Glyph], size: float) -> float:
    """Where the second word begins, if more than a space's width parts it from the first."""
    printed = [glyph for glyph in glyphs if not glyph.sign.isspace()]
    spaces = {glyph.left for glyph in glyphs if glyph.sign.isspace()}
    for last, glyph in pairwise(printed):
        gap = glyph.left - last.right
        if gap > WORD_GAP * size or any(last.left < left < glyph.left for left in spaces):
            return glyph.left if gap > TAB * size else 0.0
    return 0.0


def _most(sizes: list[float]) -> float:
    return Counter(sizes).most_common(1)[0][0]
