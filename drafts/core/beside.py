"""The source beside its reading: its lines or pages, with the place of each piece and each doubt.

Places come as rows of numbers, as a reading keeps them: ``start, end, line`` in a text, and ``start, end,
page, left, top, right, bottom`` in a document with pages, the box in fractions of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafts.core.doubts import word_of
from drafts.core.review import OpenDoubt, Review

Rows = Mapping[str, Sequence[Sequence[float]]]


class Part(NamedTuple):
    """A stretch of a line; with its number, a doubt that stands there."""

    text: str
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a text, cut where doubted words stand; ``pieces`` are the ids read from it."""

    gap: bool
    pieces: str
    parts: tuple[Part, ...]


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
    doubted: dict[int, list[OpenDoubt]] = {}
    for each in review.open:
        if found := _row_of(each, places):
            doubted.setdefault(int(found[2]), []).append(each)
    return tuple(
        SourceLine(gap, " ".join(dict.fromkeys(pieces.get(at, ()))), tuple(_cut(words, doubted.get(at, ()))))
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


def _cut(words: str, doubted: Sequence[OpenDoubt]) -> Iterator[Part]:
    """The line cut at the doubted words; a doubt about no word in particular stands at the line's first."""
    found = sorted((_span(words, each), each.number) for each in doubted)
    at = 0
    for (start, end), number in found:
        if start >= at:
            yield from (part for part in (Part(words[at:start]), Part(words[start:end], number)) if part.text)
            at = end
    if words[at:]:
        yield Part(words[at:])


def _span(words: str, open_doubt: OpenDoubt) -> tuple[int, int]:
    word = word_of(open_doubt.doubt)
    start = words.find(word) if word else -1
    if start < 0:
        return 0, len(words.split(" ", 1)[0])
    return start, start + len(word)


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
