"""What is paired so far, and what is not: the board on which the steps of the alignment move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafts.core.align.candidates import Pair, scored_pairs
from drafts.core.align.coded import CodedTexts
from drafts.core.align.links import Gap, Ground, Link
from drafts.core.align.order import in_order
from drafts.core.vocabulary import Vocabulary

Barred = frozenset[tuple[int, int]]


class Board:
    """The paragraphs of both sides by position, the ``links`` found, and which positions are still free.

    ``barred`` pairs are never made: a person has said that the one is not the other.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str], barred: Barred = frozenset()) -> None:
        vocabulary = Vocabulary()
        self.old_texts, self.new_texts = old, new
        self.old, self.new = CodedTexts(old, vocabulary), CodedTexts(new, vocabulary)
        self.free_old, self.free_new = set(range(len(old))), set(range(len(new)))
        self.links: list[Link] = []
        self._backbone: list[Link] = []
        self._barred = barred
        self._scored: tuple[Gap, list[Pair]] = (Gap((), ()), [])

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

    def settle(self) -> None:
        """Let the links found so far that kept their order hold the rest in place."""
        self.links.sort()
        lengths = [len(self.old_texts[link.old[0]]) for link in self.links]
        kept = in_order(self.links, lengths)
        self._backbone = [link for link in self.links if link in kept]

    def gaps(self) -> list[Gap]:
        """What is free on both sides between two links that kept their order."""
        if not (self.free_old and self.free_new):
            return []
        self._backbone.sort()
        gaps, last_old, last_new = [], 0, 0
        for link in (*self._backbone, Link((len(self.old),), (len(self.new),), 0, "same")):
            if link.old[0] > last_old and link.new[0] > last_new:
                old = tuple([index for index in range(last_old, link.old[0]) if index in self.free_old])
                new = tuple([index for index in range(last_new, link.new[0]) if index in self.free_new])
                if old and new:
                    gaps.append(Gap(old, new))
            last_old, last_new = link.old[-1] + 1, link.new[-1] + 1
        return gaps

    def pairs(self, gap: Gap) -> list[Pair]:
        """Likely pairs of a gap, with the words they share. The last answer is kept: steps ask again."""
        if self._scored[0] != gap:
            self._scored = gap, scored_pairs(gap, self.old, self.new)
        return self._scored[1]

    def link(self, pair: Pair, ground: Ground) -> Link:
        return Link((pair.old,), (pair.new,), self.ratio(pair), ground)

    def ratio(self, pair: Pair) -> float:
        """What share of the words of both is common to both."""
        total = len(self.old[pair.old]) + len(self.new[pair.new])
        return 2 * pair.shared / total if total else 1.0

    def weight(self, link: Link) -> float:
        """How much a link explains: the words of both sides, those of a doubtful pairing less."""
        words = sum(len(self.old[at]) for at in link.old) + sum(len(self.new[at]) for at in link.new)
        return (1 + words) * link.score**2
