r"""A paragraph as one line that a person can edit in a plain text box: ``*Rappelant* les protocoles[^1],``

Stars stand round what is in italics, ``[^1]`` where note 1 is called. A backslash before a star, a square
bracket or a backslash means the sign itself. A note whose label another note shares is called by its id:
``[^#n7]``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafts.core.document import Mark, Marks, Note
from drafts.core.errors import ReadError
from drafts.core.tidying import italic_stretches, tidy
from drafts.core.worded import worded

_SIGNS = re.compile(r"([\\*\[])")
_TOKEN = re.compile(r"\\(.)|\*|\[\^([^\]\n]+)\]|[^\\*\[]+|.", re.DOTALL)


def to_inline(text: str, marks: Marks, notes: Sequence[Note]) -> str:
    """Write a text with its marks in the notation."""
    written: list[str] = []
    last = 0
    for at, sign in _signs(marks, handles(notes)):
        written += _SIGNS.sub(r"\\\1", text[last:at]), sign
        last = at
    return "".join([*written, _SIGNS.sub(r"\\\1", text[last:])])


def from_inline(line: str, notes: Sequence[Note]) -> tuple[str, Marks]:
    """Read the notation back: the text, and its marks in order of place.

    Raises:
        ReadError: a call of a note that is not there, or an italic stretch that does not end.
    """
    by_handle = {handle: id for id, handle in handles(notes).items()}
    text, marks, open_at = "", [], None
    for token in _TOKEN.finditer(line):
        escaped, call = token[1], token[2]
        if call is not None:
            marks.append(Mark.call(len(text), _note(call, by_handle)))
        elif token[0] == "*":
            if open_at is None:
                open_at = len(text)
            else:
                marks.append(Mark.italic(open_at, len(text)))
                open_at = None
        else:
            text += escaped if escaped is not None else token[0]
    if open_at is not None:
        raise ReadError(
            worded("the italics that begin before “{text}” do not end.", text=text[open_at : open_at + 20]),
            remedy=worded("Put a second star where they end, or write \\* for the sign itself."),
        )
    return text, tidy(marks)


def handles(notes: Sequence[Note]) -> dict[str, str]:
    """How each note is called, by its id: its label where it has one to itself, else ``#`` and its id."""
    shared = Counter(note.label for note in notes)
    return {note.id: note.label if _plain(note.label, shared) else f"#{note.id}" for note in notes}


def _plain(label: str, shared: Counter[str]) -> bool:
    return bool(label) and shared[label] == 1 and not label.startswith("#") and not set(label) & set("]\n")


def _note(call: str, by_handle: dict[str, str]) -> str:
    if call not in by_handle:
        known = ", ".join(f"[^{handle}]" for handle in by_handle) or "none"
        raise ReadError(
            worded("[^{call}] calls a note that is not there (there are: {known}).", call=call, known=known),
            remedy=worded("Add the note first."),
        )
    return by_handle[call]


def _signs(marks: Marks, named: dict[str, str]) -> list[tuple[int, str]]:
    """What to write at which offset. At one place: an end of italics, then calls, then a beginning."""
    signs: list[tuple[int, int, str]] = []
    for mark in marks:
        if mark.type == "note":
            signs.append((mark.start, 1, f"[^{named[mark.note]}]"))
    for start, end in italic_stretches(marks):
        signs += (start, 2, "*"), (end, 0, "*")
    return [(at, sign) for at, _, sign in sorted(signs, key=lambda each: each[:2])]
