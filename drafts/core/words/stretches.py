"""Stretches of words that both texts have, and stretches that only one has, as a person would mark them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafts.core.tokens import Token
from drafts.core.words.matches import Match

# Two edits with no more than this between them read as one …
BETWEEN = 2
# … unless a word stands there that carries meaning: one of four letters or more, a number, a name.
SMALL_WORD = 3


class Stretch(NamedTuple):
    """The old and the new words of one stretch; the same words when ``equal``, spaces aside."""

    equal: bool
    old: tuple[Token, ...]
    new: tuple[Token, ...]


def stretches(old: Sequence[Token], new: Sequence[Token], matches: Sequence[Match]) -> list[Stretch]:
    """The stretches in order; equal and unequal ones alternate."""
    return _without_crumbs(list(_stretches(old, new, matches)))


def _stretches(old: Sequence[Token], new: Sequence[Token], matches: Sequence[Match]) -> Iterator[Stretch]:
    old_at = new_at = start = 0
    sure = [match for match in matches if old[match[0]].word == new[match[1]].word]
    while start < len(sure):
        left, right = sure[start]
        if left > old_at or right > new_at:
            yield Stretch(False, tuple(old[old_at:left]), tuple(new[new_at:right]))
        end = start
        while end < len(sure) and sure[end] == (left + end - start, right + end - start):
            end += 1
        old_at, new_at = left + end - start, right + end - start
        yield Stretch(True, tuple(old[left:old_at]), tuple(new[right:new_at]))
        start = end
    if old_at < len(old) or new_at < len(new):
        yield Stretch(False, tuple(old[old_at:]), tuple(new[new_at:]))


def _without_crumbs(cut: Sequence[Stretch]) -> list[Stretch]:
    """Small words left between two edits join them: "prend |note| de" would be read one word at a time."""
    tidy: list[Stretch] = []
    for index, stretch in enumerate(cut):
        inside = 0 < index < len(cut) - 1
        if inside and stretch.equal and _is_crumb(stretch):
            stretch = stretch._replace(equal=False)
        if tidy and not stretch.equal and not tidy[-1].equal:
            tidy[-1] = Stretch(False, tidy[-1].old + stretch.old, tidy[-1].new + stretch.new)
        else:
            tidy.append(stretch)
    return tidy


def _is_crumb(stretch: Stretch) -> bool:
    return len(stretch.old) <= BETWEEN and all(_is_small(token.word) for token in stretch.old)


def _is_small(word: str) -> bool:
    return len(word) <= SMALL_WORD and (not any(char.isalnum() for char in word) or word.islower())
