"""The source beside its reading: its lines or pages, with the place of each piece and each doubt.

Places come as rows of numbers, as a reading keeps them: ``start, end, line`` in a text, and ``start, end,
page, left, top, right, bottom`` in a document with pages, the box in fractions of the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafts.core.doubts import word_of
from drafts.core.review import OpenDoubt, Review

Rows = Mapping[str, Sequence[Sequence[float]]]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a text, cut where a doubted word stands in it; ``pieces`` are the ids read from it."""

    gap: bool
    pieces: str
    before: str
    word: str
    after: str
    doubt: int = 0

    @property
    def target(self) -> str:
        """The piece that the line leads to."""
        return self.pieces.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on a page a piece stands, or (with its number) a doubt, in percent of width and height."""

    piece: str
    left: float
    top: float
    width: float
    height: float
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a document with the pieces and doubts on it."""

    number: int
    spots: tuple[Spot, ...]


def lines_beside(lines: Sequence[tuple[bool, str]], places: Rows, review: Review) -> tuple[SourceLine, ...]:
    """The lines of a text. Pieces that are no longer in the reading lead nowhere."""
    ids = _ids(review)
    pieces: dict[int, list[str]] = {}
    for id, rows in places.items():
        for row in rows if id in ids else ():
            pieces.setdefault(int(row[2]), []).append(id)
    doubted = {int(at[2]): each for each in reversed(review.open) if (at := _row_of(each, places))}
    return tuple(
        _line(gap, words, " ".join(dict.fromkeys(pieces.get(at, ()))), doubted.get(at))
        for at, (gap, words) in enumerate(lines)
    )


def pages_beside(count: int, places: Rows, review: Review) -> tuple[SourcePage, ...]:
    """The pages of a document, each piece in one box a page."""
    ids = _ids(review)
    spots: dict[int, list[Spot]] = {page: [] for page in range(1, count + 1)}
    for id, rows in places.items():
        for page in sorted({int(row[2]) for row in rows}) if id in ids else ():
            spots.setdefault(page, []).append(_around(id, [row for row in rows if row[2] == page]))
    for each in review.open:
        if found := _row_of(each, places):
            spots.setdefault(int(found[2]), []).append(_at(each, found))
    return tuple(SourcePage(number, tuple(there)) for number, there in sorted(spots.items()))


def _ids(review: Review) -> frozenset[str]:
    sheet = review.sheet
    return frozenset((*sheet.resolution.by_id, *sheet.resolution.notes_by_id))


def _row_of(open_doubt: OpenDoubt, places: Rows) -> Sequence[float] | None:
    """The row of the line on which a doubt stands: the last that begins at its offset or before."""
    offset = open_doubt.doubt.offset
    rows = [row for row in places.get(open_doubt.doubt.paragraph, ()) if row[0] <= offset]
    return rows[-1] if rows else None


def _line(gap: bool, words: str, pieces: str, doubted: OpenDoubt | None) -> SourceLine:
    if doubted is None:
        return SourceLine(gap, pieces, words, "", "")
    before, word, after = words.partition(word_of(doubted.doubt) or words)
    return SourceLine(gap, pieces, before, word, after, doubted.number)


def _around(piece: str, rows: Sequence[Sequence[float]]) -> Spot:
    left, top = min(row[3] for row in rows), min(row[4] for row in rows)
    right, bottom = max(row[5] for row in rows), max(row[6] for row in rows)
    return Spot(piece, *_percent(left, top, right - left, bottom - top))


def _at(open_doubt: OpenDoubt, row: Sequence[float]) -> Spot:
    """The doubted word on its line, as if all letters were equally wide."""
    start, end, _, left, top, right, bottom = row
    letter = (right - left) / max(end - start, 1)
    offset = open_doubt.doubt.offset
    from_left = left + (min(offset, end) - start) * letter
    width = min(max(len(word_of(open_doubt.doubt)), 2) * letter, right - from_left)
    box = _percent(from_left, top, max(width, letter), bottom - top)
    return Spot(open_doubt.doubt.paragraph, *box, doubt=open_doubt.number)


def _percent(*fractions: float) -> tuple[float, float, float, float]:
    left, top, width, height = (round(100 * each, 2) for each in fractions)
    return left, top, width, height
