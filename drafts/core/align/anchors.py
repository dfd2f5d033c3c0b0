"""Paragraphs that kept every word: they hold the rest in place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from drafts.core.align.board import Board
from drafts.core.align.links import Gap, Link, rows, single
from drafts.core.align.order import heaviest_chain

# How many like paragraphs before or after its own rank a repeated paragraph may meet: enough for any real run
# of boilerplate, and too few to grow with the square of it.
RANKS = 12


def anchor(board: Board, old: Sequence[str], new: Sequence[str]) -> None:
    """Pair the paragraphs whose keys are equal.

    A text that stands once on either side pairs wherever it stands. One that stands several times pairs only
    within its gap, where order decides: two copies of a boilerplate are never taken for a move.
    """
    here, there = _places(old, board.free_old), _places(new, board.free_new)
    repeated = _repeated(old, here, board.free_old) | _repeated(new, there, board.free_new)
    board.take(
        rows(
            board.allowed(
                [(place, there[key]) for key, place in here.items() if key in there and key not in repeated]
            ),
            "same",
        )
    )
    board.settle()
    if not repeated.isdisjoint(here) and not repeated.isdisjoint(there):
        for gap in board.gaps():
            if any(old[at] in repeated for at in gap.old):
                board.take(rows(_in_order_of(old, new, gap), "same"), keeps_order=True)


def _places(keys: Sequence[str], free: set[int]) -> dict[str, int]:
    """Where each key stands, if it stands once."""
    if len(free) == len(keys):
        return dict(zip(keys, range(len(keys)), strict=True))
    return {keys[at]: at for at in sorted(free)}


def _repeated(keys: Sequence[str], places: dict[str, int], free: set[int]) -> set[str]:
    """The keys of several free paragraphs; empty ones tell nothing either."""
    repeated = {""} if "" in places else set()
    if len(places) < len(free):
        counts = Counter([keys[at] for at in free])
        repeated.update([key for key, count in counts.items() if count > 1])
    return repeated


def _in_order_of(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterable[tuple[int, int]]:
    """Equal paragraphs within a gap that stand several times: as many as order allows."""
    head = _run(old, new, gap.old, gap.new)
    tail = _run(old, new, gap.old[head:][::-1], gap.new[head:][::-1])
    between = Gap(gap.old[head : len(gap.old) - tail], gap.new[head : len(gap.new) - tail])
    links = _equal_ranks(old, new, between)
    chain = heaviest_chain(links, [1.0] * len(links))
    yield from zip(gap.old[:head], gap.new, strict=False)
    yield from [(links[at].old[0], links[at].new[0]) for at in chain]
    yield from zip(gap.old[len(gap.old) - tail :], gap.new[len(gap.new) - tail :], strict=True)


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
            links += [
                single(index, place, 1.0, "same") for place in meets[max(0, rank - RANKS) : rank + RANKS]
            ]
    return links
