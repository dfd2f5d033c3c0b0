"""Differences that a drafter did not make: they are kept to the letter, and a reader is not shown them.

    old   the COVID‑19 pandemic    with a hyphen that does not break
    new   the COVID-19 pandemic    nothing changed, though a file that says one says not the other

Spaces are such a difference too, but for one between two letters: ``any one`` is not ``anyone``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafts.core.comparison import JOINT, Op, Segments
from drafts.core.tokens import fold

_SPACES = re.compile(r"[^\S\n]+")
_BESIDE_SIGN = re.compile(r" ?([^\w\s]) ?")


class Stretch(NamedTuple):
    """What a reader is shown of a segment, or of two that only differ in typesetting: those are equal.

    ``text`` is the new side's, or the old one's of what went; ``old`` is how long it is on the old side.
    """

    op: Op
    text: str
    old: int


def reads_alike(segments: Segments) -> bool:
    """Whether both sides say the same, but for typesetting."""
    return all(stretch.op == "equal" for stretch in as_read(segments))


def as_read(segments: Segments) -> Iterator[Stretch]:
    """The segments as a reader takes them: what was only set otherwise stayed.

    old   the |COVID‑19| pandemic and |l’|État        new   the |COVID-19| crisis and |l'|Étape
          stayed                                            the words changed: marked as they stand
    """
    rest = iter(segments)
    for op, text in rest:
        come = next(rest, None) if op == "delete" else None
        if come and come.op == "insert":
            yield from _gave_way(text, come.text)
            continue
        yield _alone(op, text)
        if come:
            yield _alone(*come)


def _gave_way(gone: str, come: str) -> Iterator[Stretch]:
    if _alike(gone, come):
        yield Stretch("equal", come, len(gone))
    else:
        yield Stretch("delete", gone, len(gone))
        yield Stretch("insert", come, 0)


def _alone(op: Op, text: str) -> Stretch:
    if op != "equal" and not _seen(text):
        return Stretch("equal", text if op == "insert" else "", len(text) if op == "delete" else 0)
    return Stretch(op, text, len(text) if op != "insert" else 0)


def _alike(old: str, new: str) -> bool:
    first = old[:1] + new[:1]
    if old[:1] != new[:1] and first.isascii() and first.isalnum():
        return False  # as most words that gave way to others, found at a glance
    return _bare(old) == _bare(new)


def _bare(text: str) -> str:
    """Without what only typesetting decides; the sign between two joined paragraphs stays."""
    return _BESIDE_SIGN.sub(r"\1", _SPACES.sub(" ", fold(text))).strip(" ")


def _seen(text: str) -> bool:
    """Whether there is anything to see but space; a paragraph's end is seen."""
    return JOINT in text or bool(fold(text).strip())
