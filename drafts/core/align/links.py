"""The values of the alignment: which paragraphs belong together, by their positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

# What a pairing rests on, in the order in which the steps look for it.
Ground = Literal["hand", "key", "same", "order", "moved", "rewritten", "joint", "contained"]


class Link(NamedTuple):
    """Paragraphs of the old and of the new text that are one, by position; neither side is empty.

    One is one with one; several old became one, or one several. Where there are several on both sides they
    are as many, in an unbroken row, and each is one with the one across: most of a text is a few such rows.
    ``score`` runs from 0 to 1: what share of the words of both sides they have in common.
    """

    old: Sequence[int]
    new: Sequence[int]
    score: float
    ground: Ground

    @property
    def size(self) -> int:
        """How many pairings it stands for: a split or a merge is one."""
        return min(len(self.old), len(self.new))


class Gap(NamedTuple):
    """Paragraphs not yet paired that lie between two pairs which keep their order."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def single(old: int, new: int, score: float, ground: Ground) -> Link:
    """One paragraph with one."""
    return Link((old,), (new,), score, ground)


def rows(pairs: Iterable[tuple[int, int]], ground: Ground) -> list[Link]:
    """Pairs in the order of the old text as links: those that follow one another on both sides made one."""
    found: list[Link] = []
    old_start = new_start = old_end = new_end = 0
    for old, new in pairs:
        if old != old_end or new != new_end:
            if old_end > old_start:
                found.append(Link(range(old_start, old_end), range(new_start, new_end), 1.0, ground))
            old_start, new_start = old, new
        old_end, new_end = old + 1, new + 1
    if old_end > old_start:
        found.append(Link(range(old_start, old_end), range(new_start, new_end), 1.0, ground))
    return found


def by_old(link: Link) -> int:
    """Key to sort links by their place in the old text."""
    return link.old[0]
