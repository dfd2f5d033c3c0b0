"""The calls of notes out of the paragraphs' texts, and into marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from drafts.core.document import Doubt
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.text.evidence import Candidate, candidates
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.placing import Placed, place
from drafts.formats.text.unfinished import Unfinished

SURE = 4.0  # of 5,290 calls in 600 generated texts, 30 stood in a wrong place, none with more than this
SURE_OF_A_NUMBER = 1.5  # the same for a number left in the text, since most numbers are just that
MOST_NOTES = 999
LONGEST_PARAGRAPH = 100_000  # characters in which calls are sought; the longest paragraphs have some 10,000
MOST_NUMBERS = 6_000  # digit runs looked at; the longest resolutions have some 3,000
MOST_WITHOUT_NOTES = 400  # numbers looked for where a text has lost its notes; no resolution has more

_STARS = re.compile(r"(?<=\S) ?(\*{1,4})(?![\w*])")
_BETWEEN_CALLS = re.compile(r",? ?")


@dataclass(frozen=True)
class Text:
    """A paragraph's text without calls, and the calls as (offset, label), in order of place."""

    text: str
    calls: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    label: str


def take_calls(
    paragraphs: Sequence[Unfinished], notes: Sequence[RawNote], book: Phrasebook
) -> tuple[list[Text], list[Doubt]]:
    """The paragraphs' texts and calls. A doubt's ``paragraph`` is the place of the paragraph in the list."""
    written = [paragraph.text_and_blocks() for paragraph in paragraphs]
    texts = [text for text, _ in written]
    placed = _placed(written, notes, book)
    stars = frozenset(note.label for note in notes if note.label.startswith("*"))
    cuts: list[list[_Cut]] = [_starred(text, stars) for text in texts]
    for each in placed:
        if each.cut:
            cuts[each.candidate.paragraph].append(_Cut(each.cut.start, each.cut.end, str(each.cut.number)))
    taken = [
        _without(text, sorted(own, key=lambda cut: cut.start)) for text, own in zip(texts, cuts, strict=True)
    ]
    doubts = list(_doubts(placed))
    if any(len(text) > LONGEST_PARAGRAPH for text in texts):
        doubts.append(
            Doubt("too-long", f"No calls were sought in paragraphs of over {LONGEST_PARAGRAPH:,} signs.")
        )
    if len(placed) == MOST_NUMBERS:
        doubts.append(
            Doubt("too-many-numbers", f"Calls of notes were sought in the first {MOST_NUMBERS:,} numbers.")
        )
    return taken, doubts


def _placed(
    written: Sequence[tuple[str, list[tuple[int, int]]]], notes: Sequence[RawNote], book: Phrasebook
) -> list[Placed]:
    pages = _pages(notes)
    last = max(pages, default=MOST_WITHOUT_NOTES)
    every = (
        found
        for at, (text, _) in enumerate(written)
        if len(text) <= LONGEST_PARAGRAPH
        for found in candidates(text, at, last, book)
    )
    seen = list(islice(every, MOST_NUMBERS))
    blocks = [_block(written[candidate.paragraph][1], candidate) for candidate in seen]
    known = [pages.get(number, -1) for number in range(1, last + 1)] if pages else None
    return place(seen, blocks, last, known)


def _pages(notes: Sequence[RawNote]) -> Mapping[int, int]:
    """In which block each numbered note stands, the first of a number if there are several."""
    pages: dict[int, int] = {}
    for note in notes:
        if note.number and note.number <= MOST_NOTES:
            pages.setdefault(note.number, note.block)
    return pages


def _block(starts: list[tuple[int, int]], candidate: Candidate) -> int:
    return starts[bisect_right(starts, (candidate.start, MOST_NOTES)) - 1][1]


def _starred(text: str, labels: frozenset[str]) -> list[_Cut]:
    """``Court,** and``: a call where there is a note so starred."""
    if not labels:
        return []
    return [
        _Cut(found.start(), found.end(), found[1]) for found in _STARS.finditer(text) if found[1] in labels
    ]


def _without(text: str, cuts: Sequence[_Cut]) -> Text:
    """The text without its calls, the space before one that stood apart, and the comma between two."""
    kept: list[str] = []
    calls: list[tuple[int, str]] = []
    at = length = 0
    for number, cut in enumerate(cuts):
        between = text[at : cut.start]
        if not (number and _BETWEEN_CALLS.fullmatch(between)):
            kept.append(between.removesuffix(" "))
            length += len(kept[-1])
        calls.append((length, cut.label))
        at = cut.end
    return Text("".join(kept) + text[at:], tuple(calls))


def _doubts(placed: Sequence[Placed]) -> Iterator[Doubt]:
    """One for each number that might as well have been read otherwise, placed in the text without calls."""
    paragraph = gone = 0
    for each in placed:
        candidate, cut = each.candidate, each.cut
        paragraph, gone = candidate.paragraph, gone if candidate.paragraph == paragraph else 0
        if each.margin < (SURE if cut else SURE_OF_A_NUMBER):
            yield Doubt(
                "note-mark", _sentence(each), str(paragraph), candidate.start - gone, round(each.margin, 1)
            )
        gone += cut.end - cut.start if cut else 0


def _sentence(placed: Placed) -> str:
    word, cut = placed.candidate.word, placed.cut
    if cut is None:
        return f"“{word}” was read as it stands, and might call a note."
    stem = word.removesuffix(str(cut.number))
    return (
        f"“{word}” was read as “{stem}” and note {cut.number}."
        if stem
        else f"“{word}” was read as a note’s call."
    )
