"""The best choice of links that do not cross: the heaviest chain, found with a Fenwick tree in O(c log n)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from drafts.core.align.links import Link


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Indices of a longest strictly increasing run among distinct values (patience, O(n log n))."""
    tails: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(tails, value)
        before.append(holders[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(value)
            holders.append(index)
        else:
            tails[pile], holders[pile] = value, index
    return _walk_back(before, holders[-1] if holders else -1)


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
    last = max(range(len(links)), key=lambda index: (best[index], -index), default=-1)
    return _walk_back(before, last)


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
