"""What is known to have happened between two printed texts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.compare.printing import Text

Link = tuple[int, int]  # an old paragraph and a new one that descends from it, by their places
Group = tuple[
    tuple[int, ...], tuple[int, ...]
]  # old and new paragraphs that share descent: (1,1), (1,n) or (n,1)
Place = tuple[int, int]  # a token: its paragraph and its place in it


@dataclass(frozen=True)
class Truth:
    """``groups`` in the order of the old text; ``gone``: old tokens that did not stay; ``fresh``: new."""

    groups: tuple[Group, ...]
    gone: frozenset[Place]
    fresh: frozenset[Place]

    @property
    def links(self) -> frozenset[Link]:
        return frozenset((old, new) for olds, news in self.groups for old in olds for new in news)


def truth_of(old: Text, new: Text) -> Truth:
    """The truth follows from identity alone: who descends from whom, and which tokens are on both sides.

    A token is kept when it has the same identity, the same letters and the same order among the others kept;
    where a phrase moved inside its paragraph, the longest run in order is what was kept.
    """
    groups = _groups(new)
    kept_old: set[Place] = set()
    kept_new: set[Place] = set()
    for olds, news in groups:
        here, there = places(old, olds), places(new, news)
        for i, j in _kept([_identity(old, each) for each in here], [_identity(new, each) for each in there]):
            kept_old.add(here[i])
            kept_new.add(there[j])
    return Truth(groups, _rest(old, kept_old), _rest(new, kept_new))


def places(text: Text, paragraphs: Iterable[int]) -> list[Place]:
    """The tokens of some paragraphs, one after the other."""
    return [(each, at) for each in paragraphs for at in range(len(text.paragraphs[each].tokens))]


def _groups(new: Text) -> tuple[Group, ...]:
    descendants: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for place, paragraph in enumerate(new.paragraphs):
        if paragraph.sources:
            descendants[paragraph.sources].append(place)
    return tuple(sorted((olds, tuple(news)) for olds, news in descendants.items()))


def _identity(text: Text, place: Place) -> tuple[int, str]:
    token = text.paragraphs[place[0]].tokens[place[1]]
    return token.id, token.text


def _kept(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    where = {identity: j for j, identity in enumerate(new)}
    shared = [(i, where[identity]) for i, identity in enumerate(old) if identity in where]
    return [shared[at] for at in longest_increasing([j for _, j in shared])]


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """Places of a longest strictly increasing run of ``numbers``. O(n log n)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [at]
    run, at = [], ends[-1] if ends else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]


def _rest(text: Text, kept: set[Place]) -> frozenset[Place]:
    return frozenset(set(places(text, range(len(text.paragraphs)))) - kept)
