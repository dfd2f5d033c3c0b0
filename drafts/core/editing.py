"""Correcting a resolution by hand: each deed takes one and gives a new one, with its numbering put right.

Every deed names its paragraph or note by id and raises ``KeyError`` where there is none. Doubts about a piece
go when a person has rewritten that piece, and stay otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from drafts.core import numbering
from drafts.core.document import Kind, Mark, Marks, Note, Paragraph, Resolution

Piece = tuple[str, Marks]


def rewrite(
    resolution: Resolution, id: str, pieces: Sequence[Piece], *, kind: Kind, level: int
) -> Resolution:
    """Put ``pieces`` (text and marks each) in the place of a paragraph: one corrects it, several split it.

    The first piece keeps the paragraph's id. No pieces take the paragraph out.
    """
    at, paragraph = _find(resolution, id)
    fresh = _fresh("p", [each.id for each in resolution.paragraphs])
    ids = [id, *(fresh() for _ in pieces[1:])]
    rewritten = [
        replace(paragraph, id=each, kind=kind, level=level, text=text, marks=marks)
        for each, (text, marks) in zip(ids, pieces, strict=False)
    ]
    return _renumbered(_settled(resolution, id), _spliced(resolution, at, at + 1, rewritten))


def join(resolution: Resolution, id: str) -> Resolution:
    """Add a paragraph's text to the end of the one before it, with a space between."""
    at, paragraph = _find(resolution, id)
    if at == 0:
        return resolution
    above = resolution.paragraphs[at - 1]
    gap = " " if above.text and paragraph.text else ""
    shift = len(above.text) + len(gap)
    joined = replace(
        above,
        text=above.text + gap + paragraph.text,
        marks=(*above.marks, *(mark.moved(shift) for mark in paragraph.marks)),
    )
    return _renumbered(_settled(resolution, id), _spliced(resolution, at - 1, at + 1, [joined]))


def take_out(resolution: Resolution, id: str) -> Resolution:
    """Remove a paragraph. Notes that it called stay, to be called elsewhere or taken out in their turn."""
    at, _ = _find(resolution, id)
    return _renumbered(_settled(resolution, id), _spliced(resolution, at, at + 1, []))


def insert(resolution: Resolution, after: str = "") -> tuple[Resolution, str]:
    """Put an empty paragraph after another, like it in kind and level, or first of all; also gives its id."""
    at, like = _find(resolution, after) if after else (-1, Paragraph("", "preambular", ""))
    id = _fresh("p", [each.id for each in resolution.paragraphs])()
    empty = replace(like, id=id, text="", label="", marks=())
    if like.kind == "enacting":
        empty = replace(empty, kind="preambular", level=1)
    return _renumbered(resolution, _spliced(resolution, at + 1, at + 1, [empty])), id


def rewrite_note(resolution: Resolution, id: str, label: str, text: str) -> Resolution:
    """Correct a note's label and text."""
    note = resolution.notes_by_id[id]
    changed = replace(note, label=label, text=text, marks=note.marks if text == note.text else ())
    return replace(
        _settled(resolution, id), notes=tuple(changed if each.id == id else each for each in resolution.notes)
    )


def add_note(resolution: Resolution) -> tuple[Resolution, str]:
    """Put an empty note after the last, under the next number; also gives its id."""
    id = _fresh("n", [note.id for note in resolution.notes])()
    numbers = [int(note.label) for note in resolution.notes if note.label.isdecimal()]
    note = Note(id, str(max(numbers, default=0) + 1), "")
    return replace(resolution, notes=(*resolution.notes, note)), id


def take_out_note(resolution: Resolution, id: str) -> Resolution:
    """Remove a note and every call of it."""
    kept = tuple(note for note in resolution.notes if note.id != id)
    paragraphs = tuple(replace(each, marks=_without(each.marks, id)) for each in resolution.paragraphs)
    return replace(_settled(resolution, id), notes=kept, paragraphs=paragraphs)


def settle(resolution: Resolution, number: int) -> Resolution:
    """Take one doubt away, counted from 0: a person has looked, and it is right as read."""
    doubts = resolution.doubts
    return replace(resolution, doubts=(*doubts[:number], *doubts[number + 1 :]))


def _find(resolution: Resolution, id: str) -> tuple[int, Paragraph]:
    for at, paragraph in enumerate(resolution.paragraphs):
        if paragraph.id == id:
            return at, paragraph
    raise KeyError(id)


def _spliced(resolution: Resolution, start: int, end: int, middle: list[Paragraph]) -> list[Paragraph]:
    return [*resolution.paragraphs[:start], *middle, *resolution.paragraphs[end:]]


def _renumbered(resolution: Resolution, paragraphs: list[Paragraph]) -> Resolution:
    return replace(resolution, paragraphs=numbering.relabel(paragraphs, resolution.language))


def _settled(resolution: Resolution, id: str) -> Resolution:
    return replace(resolution, doubts=tuple(doubt for doubt in resolution.doubts if doubt.paragraph != id))


def _without(marks: Marks, note: str) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.note != note)


def _fresh(letter: str, taken: list[str]) -> Callable[[], str]:
    """Ids that stand nowhere yet: the first free of p1, p2, p3 …"""
    used = set(taken)
    free = (f"{letter}{number}" for number in count(len(taken) + 1) if f"{letter}{number}" not in used)
    return lambda: next(free)
