"""The best choice of links that do not cross: the heaviest chain, found with a Fenwick tree in O(c log n)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from drafts.core.align.links import Link


def in_order(links: Sequence[Link], lengths: Sequence[int]) -> set[Link]:
    """As many links as kept their order, and of equally many those with the longer texts: the fewest moves.

    ``links`` come sorted; the first paragraph of a link tells its place. Most links stand in every longest
    run; only where there is a choice are they weighed.
    """
    places = [link.new[0] for link in links]
    up, down = _levels(places), _levels([-place for place in reversed(places)])[::-1]
    longest = max(up, default=0)
    able = [index for index in range(len(links)) if up[index] + down[index] > longest]
    choices = Counter(up[index] for index in able)
    contested = [index for index in able if choices[up[index]] > 1]
    total = 1 + sum(lengths[index] for index in contested)
    tangle = [
        links[index]._replace(new=links[index].new[:1], old=links[index].old[:1]) for index in contested
    ]
    chosen = heaviest_chain(tangle, [1 + lengths[index] / total for index in contested])
    return {links[index] for index in able if choices[up[index]] == 1} | {
        links[contested[at]] for at in chosen
    }


def _levels(values: Sequence[int]) -> list[int]:
    """For each value the length of the longest increasing run that ends with it (patience, O(n log n))."""
    tails: list[int] = []
    levels = []
    for value in values:
        level = bisect_left(tails, value)
        tails[level : level + 1] = [value]
        levels.append(level + 1)
    return levels


def heaviest_chain(links: Sequence[Link], weights: Sequence[float]) -> list[int]:
    """Indices of the links that follow one another on both sides with the greatest total weight.

    A link of several paragraphs takes up all of them. Of equally heavy chains the one whose last link comes
    first in ``links`` wins, so the answer never depends on the machine.
    """
    best, before = [0.0] * len(links), [-1] * len(links)
    tree = _PrefixBest(max((link.new[-1] for link in links), default=0) + 1)
    starts = sorted(range(len(links)), key=lambda index: links[index].old[0])
    ends = sorted(range(len(links)), key=lambda index: links[index].old[-1])
    closed = 0
    for index in starts:
        while links[ends[closed]].old[-1] < links[index].old[0]:
            tree.put(links[ends[closed]].new[-1], best[ends[closed]], ends[closed])
            closed += 1
        weight, before[index] = tree.best(links[index].new[0])
        best[index] = weight + weights[index]
    return _walk_back(before, max(range(len(links)), key=lambda index: (best[index], -index), default=-1))


def _walk_back(before: list[int], last: int) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


class _PrefixBest:
    """The greatest weight put at any place before a given one, and what holds it (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._cells: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, place: int, weight: float, holder: int) -> None:
        at = place + 1
        while at < len(self._cells):
            if weight > self._cells[at][0]:
                self._cells[at] = (weight, holder)
            at += at & -at

    def best(self, place: int) -> tuple[float, int]:
        found = (0.0, -1)
        at = place
        while at:
            if self._cells[at][0] > found[0]:
                found = self._cells[at]
            at &= at - 1
        return found
