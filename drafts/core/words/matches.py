"""Which words of one text are which of another: the most that order allows."""

from __future__ import annotations

from collections.abc import Iterator

from diff_match_patch import diff_match_patch

from drafts.core.similarity import last_row, shared

# diff-match-patch takes time with the square of the differences: 400 cost some 20 ms. Past it the texts are
# halved first, which costs their lengths multiplied by a 64th and loses nothing.
DIFFERENCES = 400

Match = tuple[int, int]


def matches(old: str, new: str) -> list[Match]:
    """Pairs of positions, increasing on both sides, of as many equal characters as there can be.

    The strings hold one character a word. The same answer at any speed: there is no time limit.
    """
    if len(old) + len(new) - 2 * shared(old, new) <= DIFFERENCES:
        return list(_by_diff(old, new, 0, 0))
    return list(_by_halves(old, new))


def _by_diff(old: str, new: str, old_at: int, new_at: int) -> Iterator[Match]:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    for op, text in engine.diff_main(old, new, False):
        if op == 0:
            yield from ((old_at + step, new_at + step) for step in range(len(text)))
        old_at += len(text) if op <= 0 else 0
        new_at += len(text) if op >= 0 else 0


def _by_halves(old: str, new: str) -> Iterator[Match]:
    """Words that only one side has cannot match: without them little is left of texts that differ much."""
    common = set(old) & set(new)
    olds = [place for place, char in enumerate(old) if char in common]
    news = [place for place, char in enumerate(new) if char in common]
    short_old, short_new = "".join([old[place] for place in olds]), "".join([new[place] for place in news])
    for left, right in _halve(short_old, short_new, 0, 0):
        yield olds[left], news[right]


def _halve(old: str, new: str, old_at: int, new_at: int) -> Iterator[Match]:
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
    """The place in ``new`` before which it shares most with ``first`` and after which most with ``second``."""
    before = _growth(new, first)
    after = _growth(new[::-1], second[::-1])
    best = total = sum(after)
    cut = 0
    for place, (gained, lost) in enumerate(zip(before, reversed(after), strict=False), start=1):
        total += gained - lost
        if total > best:
            best, cut = total, place
    return cut


def _growth(along: str, other: str) -> list[int]:
    """For each position of ``along`` 1 where the words shared with ``other`` grow by taking it in, else 0."""
    row = last_row(along, other)
    return [1 - int(bit) for bit in reversed(format(row, f"0{len(along)}b"))] if along else []
