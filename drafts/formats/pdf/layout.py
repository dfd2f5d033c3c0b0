"""What each row is: page furniture, a note at the foot, or text. Learned from the document itself.

::

    A/RES/80/156        South-South cooperation        running head: small, at one height on every page
    the Pact for the Future¹ and …                     text: in the commonest size
    _______________
    ¹ Resolution 79/1.                                 notes: smaller, below a rule or at the very foot
    2/10                                 25-20753      page and job number
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafts.formats.pdf.rows import Cell, Row
from drafts.formats.text.furniture import is_of_a_page
from drafts.formats.text.lines import is_rule
from drafts.formats.text.masthead import SYMBOL

SMALL = 0.93  # of the text's size: notes are set in .85 of it, running heads too
TALL_HEAD = 2.5  # text leadings that a running head of several rows takes
SAME_HEIGHT = 3.0  # points in which the heads of two pages differ
NEAR = 1.5  # text leadings from the lowest note to the foot of the text, and between notes
FOOT = 0.14  # of the page's height in which page and job numbers stand
LEADINGS = (0.9, 3.0)  # sizes; what parts two rows by less or more is no leading
_BAR_CODE = re.compile(r"code ?(?:3 ?of ?9|39|128)|bar ?code", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page's rows from head to foot; ``number`` counts from 1, sizes are points."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Setting:
    """How the text of a document is set: its size, leading and margins, in points."""

    size: float
    leading: float
    left: float
    right: float

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Setting:
        """The commonest of each, by the characters or rows set so."""
        sizes: Counter[float] = Counter()
        for row in _rows(pages):
            sizes[row.size] += len(row.text)
        size = _commonest(sizes, 10.0)
        text = [[row for row in page.rows if abs(row.size - size) < 0.3] for page in pages]
        leadings = Counter(
            round(upper.y - lower.y, 1)
            for rows in text
            for upper, lower in pairwise(rows)
            if LEADINGS[0] < (upper.y - lower.y) / size < LEADINGS[1]
        )
        lefts = Counter(float(round(row.left)) for rows in text for row in rows)
        rights = sorted(row.right for rows in text for row in rows)
        right = rights[int(len(rights) * 0.9)] if rights else 0.0
        return cls(size, _commonest(leadings, 1.2 * size), _commonest(lefts, 0), right)


@dataclass(frozen=True)
class Sorted:
    """The rows of one page, by what they are. ``rule`` says whether a rule stands above the notes."""

    page: Page
    text: tuple[Row, ...]
    notes: tuple[Row, ...]
    ruled: bool


def sort_rows(pages: Sequence[Page], setting: Setting) -> tuple[Sorted, ...]:
    heads = _heads(pages, setting)
    return tuple(_sorted(page, heads, setting) for page in pages)


def _rows(pages: Iterable[Page]) -> Iterator[Row]:
    return (row for page in pages for row in page.rows)


def _commonest(counts: Counter[float], default: float) -> float:
    return counts.most_common(1)[0][0] if counts else default


def _sorted(page: Page, heads: frozenset[float], setting: Setting) -> Sorted:
    rows = _without_foot(page, [row for row in page.rows if not _is_bar_code(row)])
    if page.number > 1:
        rows = _without_head(rows, heads, setting)
    start, ruled = _notes_start(rows, setting)
    notes = [row for row in rows[start:] if not is_rule(row.text)]
    return Sorted(page, tuple(row for row in rows[:start] if not is_rule(row.text)), tuple(notes), ruled)


def _is_bar_code(row: Row) -> bool:
    return any(_BAR_CODE.search(cell.font) for cell in row.cells) or bool(
        re.fullmatch(r"\*\d{7}\*", row.text)
    )


def _without_foot(page: Page, rows: Sequence[Row]) -> list[Row]:
    kept = list(rows)
    while kept and kept[-1].y < FOOT * page.height and all(map(_is_of_a_page, kept[-1].cells)):
        kept.pop()
    return kept


def _is_of_a_page(cell: Cell) -> bool:
    return is_of_a_page(cell.text)


def _heads(pages: Sequence[Page], setting: Setting) -> frozenset[float]:
    """At which heights running heads begin: where a page's first row is small and holds a symbol."""
    return frozenset(
        page.rows[0].y
        for page in pages[1:]
        if page.rows
        and page.rows[0].size < SMALL * setting.size
        and any(SYMBOL.fullmatch(word) for word in page.rows[0].text.split())
    )


def _without_head(rows: list[Row], heads: frozenset[float], setting: Setting) -> list[Row]:
    """Without the small rows that begin where running heads do."""
    if not rows or not any(abs(rows[0].y - y) < SAME_HEIGHT for y in heads):
        return rows
    size, top = rows[0].size, rows[0].y
    end = 0
    while (
        end < len(rows)
        and abs(rows[end].size - size) < 0.3
        and top - rows[end].y < TALL_HEAD * setting.leading
    ):
        end += 1
    return rows[end:]


def _notes_start(rows: Sequence[Row], setting: Setting) -> tuple[int, bool]:
    """Where the notes begin, and whether a rule stands there: small rows down to the foot."""
    start = len(rows)
    while start and _may_be_a_note(rows[start - 1], setting):
        start -= 1
    for at in range(start, len(rows)):
        if is_rule(rows[at].text):
            return at, at + 1 < len(rows)
    while start < len(rows) and not opens_note(rows[start]):
        start += 1
    return start, False


def _may_be_a_note(row: Row, setting: Setting) -> bool:
    return is_rule(row.text) or row.size < SMALL * setting.size


def opens_note(row: Row) -> bool:
    """Whether a note's label stands before the row: raised, or a star."""
    first = row.cells[0]
    return bool(first.raised and first.raised[0].at == 0) or bool(re.match(r"\*{1,4}\s?\S", first.text))
