"""Paragraphs that kept every word: they hold the rest in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drafts.core.align.links import Gap, Link
from drafts.core.align.order import heaviest_chain, longest_increasing

# How many like paragraphs before or after its own rank a repeated paragraph may meet: as the posting cap of
# the candidates, enough for any real run of boilerplate and too few to grow with the square of it.
RANKS = 12


def anchor(old: Sequence[str], new: Sequence[str]) -> tuple[list[Link], list[Link]]:
    """Pair the paragraphs whose folded texts are equal: those that kept their order, and those that moved.

    A text that stands once on either side pairs wherever it stands. One that stands several times pairs only
    within its gap, where order decides; two copies of a boilerplate are never taken for a move.
    """
    pairs = _unique_pairs(old, new)
    kept = set(longest_increasing([pair[1] for pair in pairs]))
    in_order = [_same(*pair) for index, pair in enumerate(pairs) if index in kept]
    moved = [_same(*pair) for index, pair in enumerate(pairs) if index not in kept]
    for gap in gaps_between(in_order, len(old), len(new), taken=moved):
        in_order += _repeated(old, new, gap)
    return sorted(in_order), moved


def gaps_between(backbone: Sequence[Link], olds: int, news: int, taken: Sequence[Link] = ()) -> list[Gap]:
    """What lies between the links of a backbone, without what other links have ``taken``; empty ones left out."""
    used_old = {index for link in taken for index in link.old}
    used_new = {index for link in taken for index in link.new}
    gaps, last_old, last_new = [], 0, 0
    for link in (*backbone, Link((olds,), (news,), 0, "same")):
        if link.old[0] > last_old or link.new[0] > last_new:
            gap = Gap(
                tuple(index for index in range(last_old, link.old[0]) if index not in used_old),
                tuple(index for index in range(last_new, link.new[0]) if index not in used_new),
            )
            if gap.old or gap.new:
                gaps.append(gap)
        last_old, last_new = link.old[-1] + 1, link.new[-1] + 1
    return gaps


def _unique_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    where = _only_places(new)
    return [(index, where[key]) for key, index in _only_places(old).items() if key in where]


def _only_places(keys: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    repeated = set()
    for index, key in enumerate(keys):
        if key in places:
            repeated.add(key)
        places[key] = index
    return {key: index for key, index in places.items() if key not in repeated and key}


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
