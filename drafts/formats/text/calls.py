"""The calls of notes out of the paragraphs' texts, and into marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from drafts.core.document import Doubt
from drafts.core.doubting import doubted
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.core.worded import Figure
from drafts.formats.text.cutting import CallCut, starred, without_calls
from drafts.formats.text.evidence import Candidate, candidates
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.passage import Passage
from drafts.formats.text.placing import Placed, place
from drafts.formats.text.recovering import recover_calls

SURE = 4.0  # of 5,290 calls in 600 generated texts, 30 stood in a wrong place, none with more than this
SURE_OF_A_NUMBER = 1.5  # the same for a number left in the text, since most numbers are just that
MOST_NOTES = 999
LONGEST_PARAGRAPH = 100_000  # characters in which calls are sought; the longest paragraphs have some 10,000
MOST_NUMBERS = 6_000  # digit runs looked at; the longest resolutions have some 3,000
MOST_WITHOUT_NOTES = 400  # numbers looked for where a text has lost its notes; no resolution has more


def take_calls(
    paragraphs: Sequence[Passage], notes: Sequence[RawNote], book: Phrasebook, *, known: bool = False
) -> tuple[list[Passage], list[Doubt]]:
    """The paragraphs with the calls found in their texts, which are then without them.

    ``known``: the calls stand on them already, and only what is still called by nothing is looked for.
    A doubt's ``paragraph`` is the place of the paragraph in the list.
    """
    if known:
        return recover_calls(paragraphs, notes, book)
    placed = _placed(paragraphs, notes, book)
    stars = frozenset(note.label for note in notes if note.label.startswith("*"))
    cuts = [starred(paragraph.text, stars) for paragraph in paragraphs]
    for each in placed:
        if each.cut:
            cuts[each.candidate.paragraph].append(CallCut(each.cut.start, each.cut.end, str(each.cut.number)))
    taken = [without_calls(paragraph, own) for paragraph, own in zip(paragraphs, cuts, strict=True)]
    doubts = list(_doubts(placed))
    if any(len(paragraph.text) > LONGEST_PARAGRAPH for paragraph in paragraphs):
        doubts.append(Doubt("too-long", doubted("too-long paragraph", most=Figure(LONGEST_PARAGRAPH))))
    if len(placed) == MOST_NUMBERS:
        doubts.append(Doubt("too-many-numbers", doubted("too-many-numbers", most=Figure(MOST_NUMBERS))))
    return taken, doubts


def _placed(paragraphs: Sequence[Passage], notes: Sequence[RawNote], book: Phrasebook) -> list[Placed]:
    pages = _pages(notes)
    last = max(pages, default=MOST_WITHOUT_NOTES)
    every = (
        found
        for at, paragraph in enumerate(paragraphs)
        if len(paragraph.text) <= LONGEST_PARAGRAPH
        for found in candidates(paragraph.text, at, last, book)
    )
    seen = list(islice(every, MOST_NUMBERS))
    blocks = [_block(paragraphs[candidate.paragraph], candidate) for candidate in seen]
    known = [pages.get(number, -1) for number in range(1, last + 1)] if pages else None
    return place(seen, blocks, last, known)


def _pages(notes: Sequence[RawNote]) -> Mapping[int, int]:
    """In which block each numbered note stands, the first of a number if there are several."""
    pages: dict[int, int] = {}
    for note in notes:
        if note.number and note.number <= MOST_NOTES:
            pages.setdefault(note.number, note.block)
    return pages


def _block(paragraph: Passage, candidate: Candidate) -> int:
    at = bisect_right(paragraph.stretches, candidate.start, key=lambda stretch: stretch.start)
    return paragraph.stretches[at - 1].block


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
        return doubted("note-mark number", word=word)
    if stem := word.removesuffix(str(cut.number)):
        return doubted("note-mark stem", word=word, stem=stem, number=cut.number)
    return doubted("note-mark call", word=word)
