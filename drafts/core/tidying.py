"""Marks in the one form that says the same, for files that know only stretches of italics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafts.core.document import Mark, Marks, Resolution


def tidy(marks: Iterable[Mark]) -> Marks:
    """In order of place, at one place calls first; italics without overlap, neighbours joined, none empty."""
    marks = tuple(marks)
    calls = [mark for mark in marks if mark.type == "note"]
    italics = [Mark.italic(start, end) for start, end in italic_stretches(marks)]
    return tuple(sorted((*calls, *italics), key=lambda mark: (mark.start, mark.end)))


def italic_stretches(marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Where italics begin and end: without overlap, neighbours joined, empty ones left out."""
    stretches: list[tuple[int, int]] = []
    for mark in sorted((mark for mark in marks if mark.type == "italic"), key=lambda mark: mark.start):
        if mark.start == mark.end:
            continue
        if stretches and mark.start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], mark.end))
        else:
            stretches.append((mark.start, mark.end))
    return stretches


def tidied(resolution: Resolution) -> Resolution:
    """The resolution with all its marks tidy; nothing that a reader could see is another."""
    return replace(
        resolution,
        paragraphs=tuple(replace(each, marks=tidy(each.marks)) for each in resolution.paragraphs),
        notes=tuple(replace(each, marks=tidy(each.marks)) for each in resolution.notes),
    )
