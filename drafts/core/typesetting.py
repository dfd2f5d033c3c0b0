"""Differences that a drafter did not make: they are kept to the letter, and a reader is not shown them.

old   the COVID‑19 pandemic    with a hyphen that does not break
new   the COVID-19 pandemic    nothing changed, though a file that says one says not the other
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafts.core.comparison import Op, Segments, new_text, old_text
from drafts.core.tokens import fold


class Stretch(NamedTuple):
    """What a reader is shown of a segment, or of two that only differ in typesetting: those are equal.

    ``text`` is the new side's, or the old one's of what went; ``old`` is how long it is on the old side.
    """

    op: Op
    text: str
    old: int


def reads_alike(segments: Segments) -> bool:
    """Whether both sides say the same, but for typesetting."""
    if len(segments) < 2:
        return not segments or segments[0].op == "equal"
    return fold(old_text(segments)) == fold(new_text(segments))


def as_read(segments: Segments) -> Iterator[Stretch]:
    """The segments as a reader takes them: what was only set otherwise stayed.

    old   the |COVID‑19| pandemic and |l’|État        new   the |COVID-19| crisis and |l'|Étape
          stayed                                            the words changed: marked as they stand
    """
    at = 0
    while at < len(segments):
        op, text = segments[at]
        at += 1
        if op == "delete" and at < len(segments) and segments[at].op == "insert":
            come = segments[at].text
            if fold(text) == fold(come):
                yield Stretch("equal", come, len(text))
                at += 1
                continue
        if not fold(text):  # a sign that is not seen
            yield Stretch("equal", text if op == "insert" else "", len(text) if op == "delete" else 0)
        else:
            yield Stretch(op, text, len(text) if op != "insert" else 0)
