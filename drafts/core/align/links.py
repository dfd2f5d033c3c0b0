"""The values of the alignment: which paragraphs belong together, by their positions."""

from __future__ import annotations

from typing import Literal, NamedTuple

# What a pairing rests on, in the order in which the steps look for it.
Ground = Literal["hand", "key", "same", "order", "moved", "rewritten", "joint", "contained"]


class Link(NamedTuple):
    """Paragraphs of the old and of the new text that are one, by position; neither run is empty.

    ``score`` runs from 0 to 1: what share of the words of both sides they have in common.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    ground: Ground


class Gap(NamedTuple):
    """Paragraphs not yet paired that lie between two pairs which keep their order."""

    old: tuple[int, ...]
    new: tuple[int, ...]
