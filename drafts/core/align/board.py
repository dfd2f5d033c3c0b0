"""What is paired so far, and what is not: the board on which the steps of the alignment move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafts.core.align.candidates import Pair, scored_pairs
from drafts.core.align.coded import CodedTexts
from drafts.core.align.links import Gap, Ground, Link, by_old, single
from drafts.core.align.order import in_order
from drafts.core.tokens import stem
from drafts.core.vocabulary import Vocabulary

Barred = frozenset[tuple[int, int]]


class Board:
    """The paragraphs of both sides by position, the ``links`` found, and which positions are still free.

    ``barred`` pairs are never made: a person has said that the one is not the other.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str], barred: Barred = frozenset()) -> None:
        vocabulary = Vocabulary(stem)
        self.old_texts, self.new_texts = old, new
        self.old, self.new = CodedTexts(old, vocabulary), CodedTexts(new, vocabulary)
        self.free_old, self.free_new = set(range(len(old))), set(range(len(new)))
        self.links: list[Link] = []
        self._spaces = [_Space(0, len(old), 0, len(new))]
        self._backbone: list[Link] = []
        self._barred = barred
        self._scored: dict[Gap, list[Pair]] = {}

    def take(self, links: Iterable[Link], *, keeps_order: bool = False) -> None:
        """Make these links, but for those that are barred or come too late for one of their paragraphs."""
        for link in links:
            if (
                self.free_old.issuperset(link.old)
                and self.free_new.issuperset(link.new)
                and self.allows(link)
            ):
                self.links.append(link)
                self.free_old.difference_update(link.old)
                self.free_new.difference_update(link.new)
                if keeps_order:
                    self._backbone.append(link)

    def replace(self, link: Link, better: Link) -> None:
        """Give up a link for one that has its paragraphs and more."""
        self.links.remove(link)
        self.free_old.update(link.old)
        self.free_new.update(link.new)
        self.take([better])

    def allows(self, link: Link) -> bool:
        return not self._barred or self._barred.isdisjoint((old, new) for old in link.old for new in link.new)

    def allowed(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of the pairs that are not barred."""
        return [pair for pair in pairs if pair not in self._barred] if self._barred else pairs

    def open(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of the pairs that can be made: both free, and not barred."""
        return [
            (old, new)
            for old, new in pairs
            if old in self.free_old and new in self.free_new and (old, new) not in self._barred
        ]

    def settle(self) -> None:
        """Let the links found so far that kept their order hold the rest in place."""
        self.links.sort(key=by_old)
        self._backbone = [self.links[at] for at in in_order(self.links, self.old_texts)]

    def gaps(self) -> list[Gap]:
        """What is free on both sides between two links that kept their order."""
        if not (self.free_old and self.free_new):
            return []
        self._spaces = list(_parted(self._spaces, sorted(self._backbone, key=by_old)))
        self._backbone = []
        gaps = []
        for space in self._spaces:
            old = tuple([at for at in range(space.old_start, space.old_end) if at in self.free_old])
            new = tuple([at for at in range(space.new_start, space.new_end) if at in self.free_new])
            if old and new:
                gaps.append(Gap(old, new))
        return gaps

    def pairs(self, gap: Gap) -> list[Pair]:
        """Likely pairs of a gap, with the words they share. The answer is kept: steps ask again."""
        if gap not in self._scored:
            self._scored[gap] = scored_pairs(gap, self.old, self.new)
        return self._scored[gap]

    def link(self, pair: Pair, ground: Ground) -> Link:
        return single(pair.old, pair.new, self.ratio(pair), ground)

    def ratio(self, pair: Pair) -> float:
        """What share of the words of both is common to both."""
        total = len(self.old[pair.old]) + len(self.new[pair.new])
        return 2 * pair.shared / total if total else 1.0

    def weight(self, link: Link) -> float:
        """How much a link explains: the words of both sides, those of a doubtful pairing less."""
        words = sum(len(self.old[at]) for at in link.old) + sum(len(self.new[at]) for at in link.new)
        return (1 + words) * link.score**2


class _Space(NamedTuple):
    """Where a gap can be: ``old_start`` to ``old_end`` over against ``new_start`` to ``new_end``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _parted(spaces: Iterable[_Space], links: Sequence[Link]) -> Iterable[_Space]:
    """The spaces between and beside links that keep their order, each of which lies in one of the spaces."""
    at = 0
    for old_start, old_end, new_start, new_end in spaces:
        while at < len(links) and links[at].old[0] < old_end:
            old, new = links[at].old, links[at].new
            if old_start < old[0] and new_start < new[0]:
                yield _Space(old_start, old[0], new_start, new[0])
            old_start, new_start = old[-1] + 1, new[-1] + 1
            at += 1
        if old_start < old_end and new_start < new_end:
            yield _Space(old_start, old_end, new_start, new_end)
