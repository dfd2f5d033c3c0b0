"""The best choice of links that do not cross: the heaviest chain, found in O(c log n)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from drafts.core.align.links import Link


def in_order(links: Sequence[Link], texts: Sequence[str]) -> list[int]:
    """Indices of as many links as kept their order, of equally many those with the longer texts: the fewest
    moves.

    ``links`` come sorted, ``texts`` are the old ones; the first paragraph of a link tells its place.
    """
    places = [link.new[0] for link in links]
    if all(left < right for left, right in pairwise(places)):
        return list(range(len(links)))
    lengths = list(map(len, texts))
    scale = 1 + sum(lengths)
    steps, before = _Staircase(), [-1] * len(links)
    for index, (old, new, _, _) in enumerate(links):
        best, before[index] = steps.best(new[0])
        letters = lengths[old[0]] if len(old) == 1 else sum([lengths[at] for at in old])
        steps.put(new[0], best + min(len(old), len(new)) * scale + letters, index)
    return _walk_back(before, steps.last())


def heaviest_chain(links: Sequence[Link], weights: Sequence[float]) -> list[int]:
    """Indices of the links that follow one another on both sides with the greatest total weight.

    A link of several paragraphs takes up all of them.
    """
    steps, best, before = _Staircase(), [0.0] * len(links), [-1] * len(links)
    starts = sorted(range(len(links)), key=lambda index: links[index].old[0])
    ends = sorted(range(len(links)), key=lambda index: links[index].old[-1])
    closed = 0
    for index in starts:
        while links[ends[closed]].old[-1] < links[index].old[0]:
            steps.put(links[ends[closed]].new[-1], best[ends[closed]], ends[closed])
            closed += 1
        weight, before[index] = steps.best(links[index].new[0])
        best[index] = weight + weights[index]
    return _walk_back(before, max(range(len(links)), key=lambda index: (best[index], -index), default=-1))


def _walk_back(before: list[int], last: int) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


class _Staircase:
    """The greatest weight put at any place before a given one, and what holds it.

    Kept are the places alone at which the greatest weight grows. Of equal weights the one put first stays, so
    the answer never depends on the machine.
    """

    def __init__(self) -> None:
        self._places: list[int] = []
        self._weights: list[float] = []
        self._holders: list[int] = []

    def put(self, place: int, weight: float, holder: int) -> None:
        at = end = bisect_left(self._places, place)
        if at and self._weights[at - 1] >= weight:
            return
        while end < len(self._places) and self._weights[end] < weight:
            end += 1
        if end < len(self._places) and self._places[end] == place:
            return
        self._places[at:end] = [place]
        self._weights[at:end] = [weight]
        self._holders[at:end] = [holder]

    def best(self, place: int) -> tuple[float, int]:
        at = bisect_left(self._places, place) - 1
        return (self._weights[at], self._holders[at]) if at >= 0 else (0, -1)

    def last(self) -> int:
        """What holds the greatest weight of all; -1 if nothing was put."""
        return self._holders[-1] if self._holders else -1
