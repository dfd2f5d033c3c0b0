"""Which italics and note calls only one of two paired texts has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from drafts.core.comparison import MarkChange, Segments, new_text, old_text
from drafts.core.document import Marks

Change = Literal["added", "removed"]
Blocks = Sequence[tuple[int, int, int]]  # where a kept stretch begins here and there, and its length


def compare_marks(
    old: Marks, new: Marks, segments: Segments, notes: Mapping[str, str]
) -> tuple[MarkChange, ...]:
    """The marks that changed on words which did not; those of words that came or went come and go with them.

    ``notes`` gives for an old note's id the new one's: a note that only has another number is the same call.
    """
    if not (old or new):
        return ()
    blocks = _kept_blocks(segments)
    turned = [(there, here, length) for here, there, length in blocks]
    renamed = {mark.note: notes.get(mark.note, "") for mark in old if mark.note}
    stayed = _on_kept_text(old, blocks, renamed)
    if stayed is not None and stayed == _on_kept_text(new, turned, {}):
        return ()
    onwards, back = _Crossing(blocks), _Crossing(turned)
    return (
        *_italics("removed", old, new, onwards, old_text(segments)),
        *_italics("added", new, old, back, new_text(segments)),
        *_calls("removed", old, new, onwards, renamed),
        *_calls("added", new, old, back, {there: here for here, there in renamed.items()}),
    )


def _on_kept_text(
    marks: Marks, blocks: Blocks, renamed: Mapping[str, str]
) -> list[tuple[int, int, str]] | None:
    """The marks that stand on kept text, each by its place in the kept stretches joined, and its note.

    None if that does not tell all: a mark lies on kept text in part, or a call before the first letter.
    """
    found = []
    for mark in marks:
        first = mark.start - 1 if mark.note else mark.start
        before = 0
        for here, _, length in blocks:
            if here <= first and mark.end <= here + length:
                found.append(
                    (before + first - here, before + mark.end - here, renamed.get(mark.note, mark.note))
                )
            elif first < here + length and mark.end > here:
                return None
            before += length
        if first < 0:
            return None
    return found


def same_marks(old: Marks, new: Marks, notes: Mapping[str, str]) -> bool:
    """Whether they are the same marks of one text, but for the names of their notes."""
    if len(old) != len(new):
        return False
    for here, there in zip(old, new, strict=True):
        if note := here.note:
            if there != (*here[:3], notes.get(note)):
                return False
        elif here != there:
            return False
    return True


def _kept_blocks(segments: Segments) -> Blocks:
    """The stretches that stayed, here being the old text."""
    blocks = []
    old_at = new_at = 0
    for op, text in segments:
        if op == "equal":
            blocks.append((old_at, new_at, len(text)))
        old_at += len(text) if op != "insert" else 0
        new_at += len(text) if op != "delete" else 0
    return blocks


class _Crossing:
    """From a code point of one text to the same in the other."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._starts = [here for here, _, _ in blocks]

    def place(self, at: int) -> int:
        """Its place over there, or -1 if it was not kept."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return -1
        here, there, length = self._blocks[index]
        return there + at - here if at < here + length else -1


def _italics(change: Change, here: Marks, there: Marks, across: _Crossing, text: str) -> Iterator[MarkChange]:
    slanted = _italic_places(there) | {-1}
    places = [at for at in sorted(_italic_places(here)) if across.place(at) not in slanted]
    for start, end in _ranges(places):
        if text[start:end].strip():  # a space in italics looks like any other
            yield MarkChange(change, "italic", start, end)


def _italic_places(marks: Marks) -> set[int]:
    return {at for mark in marks if mark.type == "italic" for at in range(mark.start, mark.end)}


def _ranges(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in order as unbroken ranges."""
    for _, run in groupby(enumerate(places), key=lambda each: each[1] - each[0]):
        numbers = [place for _, place in run]
        yield numbers[0], numbers[-1] + 1


def _calls(
    change: Change, here: Marks, there: Marks, across: _Crossing, partner: Mapping[str, str]
) -> Iterator[MarkChange]:
    """A call stands after a letter: it is known again where that letter is, under its note's name there."""
    others = {(mark.start, mark.note) for mark in there if mark.note}
    for mark in here:
        if mark.note:
            place = across.place(mark.start - 1) + 1 if mark.start else 0
            if (place or not mark.start) and (place, partner.get(mark.note, "")) not in others:
                yield MarkChange(change, "note", mark.start, mark.start, mark.note)
