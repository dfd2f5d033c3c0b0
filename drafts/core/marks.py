"""Which italics and note calls only one of two paired texts has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Literal

from drafts.core.comparison import MarkChange, Segments, new_text, old_text
from drafts.core.document import Marks

Places = Mapping[int, int]


def compare_marks(
    old: Marks, new: Marks, segments: Segments, notes: Mapping[str, str]
) -> tuple[MarkChange, ...]:
    """The marks that changed on words which did not; those of words that came or went come and go with them.

    ``notes`` gives for an old note's id the new one's: a note that only has another number is the same call.
    """
    if not (old or new) or (len(segments) <= 1 and _same(old, new, notes)):
        return ()
    onwards = _kept_places(segments)
    back = {new: old for old, new in onwards.items()}
    renamed = {mark.note: notes.get(mark.note, "") for mark in old if mark.type == "note"}
    returned = {new: old for old, new in renamed.items()}
    return (
        *_italics("removed", old, new, onwards, old_text(segments)),
        *_italics("added", new, old, back, new_text(segments)),
        *_calls("removed", old, new, onwards, renamed),
        *_calls("added", new, old, back, returned),
    )


def _same(old: Marks, new: Marks, notes: Mapping[str, str]) -> bool:
    """Whether they are the same marks of an unchanged text, but for the names of their notes."""
    return tuple([replace(mark, note=notes.get(mark.note, "")) if mark.note else mark for mark in old]) == new


def _kept_places(segments: Segments) -> dict[int, int]:
    """For each old code point that was kept its place in the new text."""
    places: dict[int, int] = {}
    old_at = new_at = 0
    for op, text in segments:
        if op == "equal":
            places.update(
                zip(range(old_at, old_at + len(text)), range(new_at, new_at + len(text)), strict=True)
            )
        old_at += len(text) if op != "insert" else 0
        new_at += len(text) if op != "delete" else 0
    return places


def _italics(
    change: Literal["added", "removed"], here: Marks, there: Marks, across: Places, text: str
) -> Iterator[MarkChange]:
    slanted = _italic_places(there)
    places = [at for at in sorted(_italic_places(here)) if at in across and across[at] not in slanted]
    for start, end in _ranges(places):
        if text[start:end].strip():  # a space in italics looks like any other
            yield MarkChange(change, "italic", start, end)


def _italic_places(marks: Marks) -> set[int]:
    return {at for mark in marks if mark.type == "italic" for at in range(mark.start, mark.end)}


def _ranges(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for place in places:
        if place != end:
            if start >= 0:
                yield start, end
            start = place
        end = place + 1
    if start >= 0:
        yield start, end


def _calls(
    change: Literal["added", "removed"], here: Marks, there: Marks, across: Places, partner: Mapping[str, str]
) -> Iterator[MarkChange]:
    """A call stands after a letter: it is known again where that letter is, under its note's name there."""
    others = {(mark.start, mark.note) for mark in there if mark.type == "note"}
    for mark in here:
        if mark.type == "note" and (mark.start == 0 or mark.start - 1 in across):
            place = across[mark.start - 1] + 1 if mark.start else 0
            if (place, partner.get(mark.note, "")) not in others:
                yield MarkChange(change, "note", mark.start, mark.start, mark.note)
