"""Paragraphs that kept every word: they hold the rest in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drafts.core.align.board import Board
from drafts.core.align.links import Gap, Link
from drafts.core.align.order import heaviest_chain

# How many like paragraphs before or after its own rank a repeated paragraph may meet: enough for any real run
# of boilerplate, and too few to grow with the square of it.
RANKS = 12


def anchor(board: Board, old: Sequence[str], new: Sequence[str]) -> None:
    """Pair the paragraphs whose keys are equal.

    A text that stands once on either side pairs wherever it stands. One that stands several times pairs only
    within its gap, where order decides: two copies of a boilerplate are never taken for a move.
    """
    where = _only_places(new, board.free_new)
    found = [
        _same(index, where[key]) for key, index in _only_places(old, board.free_old).items() if key in where
    ]
    board.take(found)
    board.settle()
    board.take([link for gap in board.gaps() for link in _repeated(old, new, gap)], keeps_order=True)


def _only_places(keys: Sequence[str], free: set[int]) -> dict[str, int]:
    places: dict[str, int] = {}
    repeated = set()
    for index, key in enumerate(keys):
        if index in free:
            if key in places:
                repeated.add(key)
            places[key] = index
    return {key: index for key, index in places.items() if key and key not in repeated}


def _repeated(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Link]:
    """Equal paragraphs within a gap that stand several times: as many as order allows."""
    head = _run(old, new, gap.old, gap.new)
    tail = _run(old, new, gap.old[head:][::-1], gap.new[head:][::-1])
    ends = [*range(head), *range(-tail, 0)]
    between = Gap(gap.old[head : len(gap.old) - tail], gap.new[head : len(gap.new) - tail])
    links = _equal_ranks(old, new, between)
    chain = [links[index] for index in heaviest_chain(links, [1.0] * len(links))]
    return [_same(gap.old[at], gap.new[at]) for at in ends] + chain


def _run(old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]) -> int:
    """How many paragraphs from the start are equal one by one."""
    for count, (left, right) in enumerate(zip(olds, news, strict=False)):
        if old[left] != new[right]:
            return count
    return min(len(olds), len(news))


def _equal_ranks(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Link]:
    places: dict[str, list[int]] = defaultdict(list)
    for index in gap.new:
        places[new[index]].append(index)
    ranks: dict[str, int] = defaultdict(int)
    links = []
    for index in gap.old:
        if meets := places.get(old[index]):
            rank = ranks[old[index]]
            ranks[old[index]] += 1
            links += [_same(index, place) for place in meets[max(0, rank - RANKS) : rank + RANKS]]
    return links


def _same(old: int, new: int) -> Link:
    return Link((old,), (new,), 1.0, "same")
