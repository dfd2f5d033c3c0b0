"""Notes that nothing calls, in a file that knows its calls: the few whose call has lost its shape.

::

    …the Protocol,¹ the sea.2 Recalling the Convention,³          2 was set like any digit

A call is believed only where it must stand, between the calls of the notes before and after it, only with
strong evidence, and only if a single place has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafts.core.document import Doubt
from drafts.core.doubting import doubted
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.text.cutting import CallCut, starred, without_calls
from drafts.formats.text.evidence import GOOD, candidates
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.passage import Passage

MOST_RECOVERED = 50  # in a file that lost more, the calls are not known

_Place = tuple[int, int]  # the paragraph's place in the list, and the offset in its text


def recover_calls(
    paragraphs: Sequence[Passage], notes: Sequence[RawNote], book: Phrasebook
) -> tuple[list[Passage], list[Doubt]]:
    """The paragraphs with the calls of notes that nothing called, and a doubt at each."""
    first = _first_places(paragraphs)
    missing = [note for note in notes if (note.key or note.label) not in first]
    stars = frozenset(note.label for note in missing if note.label.startswith("*"))
    cuts: list[list[CallCut]] = [starred(paragraph.text, stars) for paragraph in paragraphs]
    doubts = []
    for note in [note for note in missing if note.number][:MOST_RECOVERED]:
        found = list(_found(note.number, paragraphs, _between(note.number, first), book))
        if len(found) == 1:
            at, cut, score = found[0]
            cuts[at].append(cut)
            doubts.append(
                Doubt("note-mark", doubted("note-mark sought", label=cut.label), str(at), cut.start, score)
            )
    taken = [without_calls(paragraph, own) for paragraph, own in zip(paragraphs, cuts, strict=True)]
    return taken, doubts


def _first_places(paragraphs: Sequence[Passage]) -> dict[str, _Place]:
    first: dict[str, _Place] = {}
    for at, paragraph in enumerate(paragraphs):
        for call in paragraph.calls:
            first.setdefault(call.note, (at, call.start))
    return first


def _between(number: int, first: dict[str, _Place]) -> tuple[_Place, _Place]:
    """Behind the call of the last note before it, and before that of the first one after it."""
    numbered = {int(label): place for label, place in first.items() if label.isdecimal()}
    before = [each for each in numbered if each < number]
    after = [each for each in numbered if each > number]
    start = numbered[max(before)] if before else (0, 0)
    return start, numbered[min(after)] if after else (1 << 30, 0)


def _found(
    number: int, paragraphs: Sequence[Passage], within: tuple[_Place, _Place], book: Phrasebook
) -> Iterator[tuple[int, CallCut, float]]:
    (first, start), (last, end) = within
    for at in range(first, min(last + 1, len(paragraphs))):
        for candidate in candidates(paragraphs[at].text, at, number, book):
            if (at, candidate.start) < (first, start) or (at, candidate.start) > (last, end):
                continue
            for cut in candidate.cuts:
                if cut.number == number and cut.score >= GOOD:
                    yield at, CallCut(cut.start, cut.end, str(number)), cut.score
