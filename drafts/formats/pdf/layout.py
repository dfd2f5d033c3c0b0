"""What each row is: page furniture, a note at the foot, or text. Learned from the document itself.

::

    A/RES/80/156        South-South cooperation        running head: small, at one height on every page
    the Pact for the Future¹ and …                     text: in the commonest size
    _______________
    ¹ Resolution 79/1.                                 notes: smaller, below a rule or at the very foot
    2/10                                 25-20753      page and job number
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from drafts.formats.pdf.cells import Cell
from drafts.formats.pdf.rows import Row
from drafts.formats.text.furniture import is_of_a_page
from drafts.formats.text.lines import is_rule
from drafts.formats.text.masthead import SYMBOL

DEFAULT_SIZE = 10.0  # points, where there is no text
PART = 0.08  # of the characters in the commonest size, from which on a bigger one above may be the text's
BIGGER = 1.4  # times the notes' size, the text's is 1.18
SMALL = 0.93  # of the text's size: notes are set in .85 of it, running heads too
MOST_HEAD_ROWS = 4  # of a running head; long titles take two
SAME_HEIGHT = 3.0  # points in which the heads of two pages differ
MASTHEAD = 0.8  # of the first page's height: what stands above is set in columns
FOOT = 0.14  # of the page's height in which page and job numbers stand
LEADINGS = (0.9, 3.0)  # sizes; what parts two rows by less or more is no leading
FEW = 0.25  # of the commonest leading's rows; of short paragraphs more rows are first ones than not
FULL = 0.9  # of the rows, in order of their right edges, end before the margin; the rest hang over it
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
    """How the text of a document is set: its size, leading and right margin, in points."""

    size: float
    leading: float
    right: float = math.inf

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Setting:
        """The commonest size, and the smallest leading that is not seldom: the rest part paragraphs."""
        size = _text_size(pages)
        text = [[row for row in page.rows if abs(row.size - size) < 0.3] for page in pages]
        leadings = Counter(
            round(upper.y - lower.y, 1)
            for rows in text
            for upper, lower in pairwise(rows)
            if LEADINGS[0] < (upper.y - lower.y) / size < LEADINGS[1]
        )
        usual = FEW * max(leadings.values(), default=0)
        leading = min((each for each, count in leadings.items() if count >= usual), default=1.2 * size)
        rights = sorted(row.right for rows in text for row in rows)
        return cls(size, leading, rights[int(FULL * len(rights))] if rights else math.inf)


@dataclass(frozen=True)
class Sorted:
    """The rows of one page, by what they are. ``masthead``: how many of the text stand in its columns."""

    page: Page
    text: tuple[Row, ...]
    notes: tuple[Row, ...]

    @property
    def masthead(self) -> int:
        """Down to the last row near the top of the first page that has two columns, or only the second."""
        if self.page.number > 1:
            return 0
        top = takewhile(lambda row: row.y > MASTHEAD * self.page.height, self.text)
        return max((at for at, row in enumerate(top, 1) if self._in_columns(row)), default=0)

    def _in_columns(self, row: Row) -> bool:
        begins = row.left if row.left >= 0 else row.left + self.page.width
        return len(row.cells) > 1 or begins > self.page.width / 2


def _text_size(pages: Sequence[Page]) -> float:
    """The commonest size, unless that is the notes': long ones may outweigh a short text above them."""
    heights: list[dict[float, list[float]]] = []
    sizes: Counter[float] = Counter()
    for page in pages:
        heights.append({})
        for row in _without_foot(page):
            if not all(cell.bold for cell in row.cells):
                sizes[row.size] += len(row.text)
                heights[-1].setdefault(row.size, []).append(row.y)
    common = _commonest(sizes, DEFAULT_SIZE)
    above = (
        size
        for size in sizes
        if sizes[size] > PART * sizes[common]
        and common / SMALL < size < common * BIGGER
        and all(max(each[common]) < min(each[size]) for each in heights if common in each and size in each)
    )
    return max(above, default=common)


def sort_rows(pages: Sequence[Page], setting: Setting) -> tuple[Sorted, ...]:
    floor = _head_floor(pages, setting)
    parted: list[Sorted] = []
    for page in pages:
        above = parted[-1].notes if parted else ()
        parted.append(_sorted(page, floor, above, setting))
    return tuple(parted)


def _rows(pages: Iterable[Page]) -> Iterator[Row]:
    return (row for page in pages for row in page.rows)


def _commonest(counts: Counter[float], default: float) -> float:
    return counts.most_common(1)[0][0] if counts else default


def _sorted(page: Page, floor: float, above: Sequence[Row], setting: Setting) -> Sorted:
    """``above``: the notes at the foot of the page before."""
    rows = _without_foot(page)
    if page.number > 1:
        rows = _without_head(rows, floor, setting)
    start = _notes_start(rows, above, setting)
    text, notes = (
        tuple(row for row in part if not is_rule(row.text)) for part in (rows[:start], rows[start:])
    )
    return Sorted(page, text, notes)


def _is_bar_code(row: Row) -> bool:
    return any(_BAR_CODE.search(cell.font) for cell in row.cells) or bool(
        re.fullmatch(r"\*\d{7}\*", row.text)
    )


def _without_foot(page: Page) -> list[Row]:
    """The page's rows but for bar codes and, at its foot, page and job numbers."""
    kept = [row for row in page.rows if not _is_bar_code(row)]
    while kept and kept[-1].y < FOOT * page.height and all(map(_is_of_a_page, kept[-1].cells)):
        kept.pop()
    return kept


def _is_of_a_page(cell: Cell) -> bool:
    return is_of_a_page(cell.text)


def _head_floor(pages: Sequence[Page], setting: Setting) -> float:
    """The lowest baseline of a running head: of small rows at the top of pages, down to one with a symbol.

    The head may have several rows, and the symbol stand in any; some pages have none of it.
    """
    floors = []
    for page in pages[1:]:
        top = takewhile(lambda row: row.size < SMALL * setting.size, page.rows[:MOST_HEAD_ROWS])
        floors += [row.y for row in top if any(SYMBOL.fullmatch(word) for word in row.text.split())]
    return min(floors, default=math.inf)


def _without_head(rows: list[Row], floor: float, setting: Setting) -> list[Row]:
    """Without the small rows that stand as high as running heads do."""
    return list(dropwhile(lambda row: row.size < SMALL * setting.size and row.y > floor - SAME_HEIGHT, rows))


def _notes_start(rows: Sequence[Row], above: Sequence[Row], setting: Setting) -> int:
    """Where the notes begin: small rows down to the foot, below a rule or from a label on.

    Without a rule the first rows may go on with the last note of the page before, ``above``.
    """
    start = len(rows)
    while start and _may_be_a_note(rows[start - 1], setting):
        start -= 1
    for at in range(start, len(rows)):
        if is_rule(rows[at].text):
            return at
    label = next((at for at in range(start, len(rows)) if opens_note(rows[at])), len(rows))
    goes_on = above and (label < len(rows) or not above[-1].text.endswith("."))
    return start if goes_on and all(len(row.cells) == 1 for row in rows[start:label]) else label


def _may_be_a_note(row: Row, setting: Setting) -> bool:
    return is_rule(row.text) or row.size < SMALL * setting.size


def opens_note(row: Row) -> bool:
    """Whether a note's label stands before the row: raised, a star, or a plain number."""
    first = row.cells[0]
    plain = re.match(r"\*{1,4}\s?\S|\d{1,3}\s+\S", first.text)
    return bool(plain or (first.raised and first.raised[0].at == 0))
