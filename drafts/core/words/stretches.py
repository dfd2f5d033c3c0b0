"""Stretches of words that both texts have, and stretches that only one has, as a person would mark them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafts.core.tokens import Token
from drafts.core.words.matches import Block

# Two rewritten phrases with no more than this between them read as one …
BETWEEN = 2
# … unless a word stands there that carries meaning: one of four letters or more, a number, a name.
SMALL_WORD = 3
# A phrase is rewritten where words gave way to words, on one side at least so many: there a small word that
# both sides have is chance. Single words that were each replaced stay edits of their own:
#     old   the fifth and final report        the |fifth|sixth| and |final|next| report
#     new   the sixth and next report
REWRITTEN = 3


class Stretch(NamedTuple):
    """Tokens ``old_start`` to ``old_end`` and ``new_start`` to ``new_end``; the same words when ``equal``."""

    equal: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def stretches(old: Sequence[Token], new: Sequence[Token], blocks: Sequence[Block]) -> list[Stretch]:
    """The whole of both texts in stretches; equal and unequal ones alternate."""
    cut = list(_cut(old, new, blocks))
    tidy: list[Stretch] = []
    for index, stretch in enumerate(cut):
        if 0 < index < len(cut) - 1 and _is_chance(cut[index - 1 : index + 2], old):
            stretch = stretch._replace(equal=False)
        if tidy and tidy[-1].equal == stretch.equal:
            stretch = tidy.pop()._replace(old_end=stretch.old_end, new_end=stretch.new_end)
        tidy.append(stretch)
    return tidy


def _cut(old: Sequence[Token], new: Sequence[Token], blocks: Sequence[Block]) -> Iterator[Stretch]:
    old_at = new_at = 0
    for block in (*blocks, Block(len(old), len(new), 0)):
        if block.old > old_at or block.new > new_at:
            yield Stretch(False, old_at, block.old, new_at, block.new)
        old_at, new_at = block.old + block.length, block.new + block.length
        if block.length:
            yield Stretch(True, block.old, old_at, block.new, new_at)


def _is_chance(three: Sequence[Stretch], old: Sequence[Token]) -> bool:
    """Whether the small words in the middle stand on both sides only because such words stand everywhere."""
    before, stretch, after = three
    return (
        stretch.equal
        and stretch.old_end - stretch.old_start <= BETWEEN
        and all(_is_small(word) for word, _ in old[stretch.old_start : stretch.old_end])
        and _is_rewritten(before)
        and _is_rewritten(after)
    )


def _is_rewritten(stretch: Stretch) -> bool:
    few, many = sorted((stretch.old_end - stretch.old_start, stretch.new_end - stretch.new_start))
    return few > 0 and many >= REWRITTEN


def _is_small(word: str) -> bool:
    return len(word) <= SMALL_WORD and (not any(char.isalnum() for char in word) or word.islower())
