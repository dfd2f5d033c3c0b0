"""Which words of one text are which of another: the most that order allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from drafts.core.ends import common_head, common_tail
from drafts.core.similarity import last_row, shared

# diff-match-patch takes time with the square of the differences; halving costs the product of the lengths by
# a 64th, and loses nothing. Of 24 to 100 the value that was as fast as any on two unlike texts of 20,000
# words.
DIFFERENCES = 32
# Words that only the old has, up to which it is tried whether all the others stand in one row.
OWN_WORDS = 16

_ENGINE = diff_match_patch()
_ENGINE.Diff_Timeout = 0  # with a limit it would answer by the clock: "all gone, all new" when it runs out


class Block(NamedTuple):
    """``length`` words in a row that both sides have, from ``old`` on and from ``new`` on."""

    old: int
    new: int
    length: int


def blocks(old: str, new: str) -> list[Block]:
    """Blocks in order, of as many equal characters as there can be; the strings hold one character a word.

    The same answer at any speed: there is no time limit.
    """
    common = shared(old, new)
    if not common:
        return []
    if plain := _at_ends(old, new, common) or _in_one_row(old, new, common):
        return plain
    if len(old) + len(new) - 2 * common <= DIFFERENCES:
        return list(_by_diff(old, new, 0, 0))
    return list(_merged(_by_halves(old, new)))


def _at_ends(old: str, new: str, common: int) -> list[Block]:
    """All common words at the start and at the end, if they stand so: one edit between them."""
    head = common_head(old, new)
    tail = min(common_tail(old, new), len(old) - head, len(new) - head)
    if head + tail < common:
        return []
    ends = (Block(0, 0, head), Block(len(old) - tail, len(new) - tail, tail))
    return [block for block in ends if block.length]


def _in_one_row(old: str, new: str, common: int) -> list[Block]:
    """All common words in one row, if they stand so, in one place only: an edit before it and one after.

    There are as many places to try as the old has words of its own.
    """
    for start in range(min(len(old) - common, OWN_WORDS) + 1):
        row = old[start : start + common]
        there = new.find(row)
        if there >= 0:
            return [Block(start, there, common)] if there == new.rfind(row) else []
    return []


def _by_diff(old: str, new: str, old_at: int, new_at: int) -> Iterator[Block]:
    for op, text in _ENGINE.diff_main(old, new, False):
        if op == 0:
            yield Block(old_at, new_at, len(text))
        old_at += len(text) if op <= 0 else 0
        new_at += len(text) if op >= 0 else 0


def _by_halves(old: str, new: str) -> Iterator[Block]:
    """Words that only one side has cannot match: without them little is left of texts that differ much."""
    common = set(old) & set(new)
    olds = [place for place, char in enumerate(old) if char in common]
    news = [place for place, char in enumerate(new) if char in common]
    short_old, short_new = "".join([old[place] for place in olds]), "".join([new[place] for place in news])
    for block in _halve(short_old, short_new, 0, 0):
        for step in range(block.length):
            yield Block(olds[block.old + step], news[block.new + step], 1)


def _halve(old: str, new: str, old_at: int, new_at: int) -> Iterator[Block]:
    """Cut the old half-way and the new where both sides of the cut share the most (Hirschberg 1975)."""
    if not old or not new:
        return
    if len(old) == 1 or len(old) + len(new) - 2 * shared(old, new) <= DIFFERENCES:
        yield from _by_diff(old, new, old_at, new_at)
        return
    middle = len(old) // 2
    cut = _best_cut(old[:middle], old[middle:], new)
    yield from _halve(old[:middle], new[:cut], old_at, new_at)
    yield from _halve(old[middle:], new[cut:], old_at + middle, new_at + cut)


def _best_cut(first: str, second: str, new: str) -> int:
    """The place in ``new`` before which it shares most with ``first``, and after it with ``second``."""
    before = _growth(new, first)
    after = _growth(new[::-1], second[::-1])
    best = total = sum(after)
    cut = 0
    for place, (gained, lost) in enumerate(zip(before, reversed(after), strict=True), start=1):
        total += gained - lost
        if total > best:
            best, cut = total, place
    return cut


def _growth(along: str, other: str) -> list[int]:
    """For each position of ``along`` 1 where the words shared with ``other`` grow by taking it in, else 0."""
    bits = format(last_row(along, other), f"0{len(along)}b")
    return [1 - int(bit) for bit in reversed(bits)]


def _merged(found: Iterable[Block]) -> Iterator[Block]:
    """Blocks that touch on both sides made one."""
    last = Block(0, 0, 0)
    for block in found:
        if block[:2] == (last.old + last.length, last.new + last.length):
            last = last._replace(length=last.length + block.length)
        else:
            if last.length:
                yield last
            last = block
    if last.length:
        yield last
