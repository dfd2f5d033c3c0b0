"""Italics and calls while the text they stand on is cut, mended and joined."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from drafts.core.document import Mark, Marks


def cut_marks(marks: Marks, start: int, end: int) -> Marks:
    """What stands on ``[start, end)``, with offsets from ``start``. A call goes with the text before it."""
    kept = []
    for mark in marks:
        if mark.type == "note":
            if start < mark.start <= end or (mark.start == start == 0):
                kept.append(mark.moved(-start))
        elif mark.start < end and mark.end > start:
            kept.append(Mark.italic(max(mark.start, start) - start, min(mark.end, end) - start))
    return tuple(kept)


def without(marks: Marks, gone: Sequence[int]) -> Marks:
    """The marks after the code points at ``gone``, in ascending order, were taken out of the text."""
    moved = (
        mark._replace(
            start=mark.start - bisect_left(gone, mark.start), end=mark.end - bisect_left(gone, mark.end)
        )
        for mark in marks
    )
    return tuple(mark for mark in moved if mark.type == "note" or mark.end > mark.start)


def united(marks: Marks, text: str) -> Marks:
    """In order of place, and italics with nothing but a space between them made one."""
    kept: list[Mark] = []
    italic = -1  # where the last one stands in the list
    for mark in sorted(marks, key=lambda each: each.start):
        last = kept[italic] if italic >= 0 else None
        if mark.type == "italic" and last and not text[last.end : mark.start].strip():
            kept[italic] = Mark.italic(last.start, max(last.end, mark.end))
            continue
        if mark.type == "italic":
            italic = len(kept)
        kept.append(mark)
    return tuple(kept)
