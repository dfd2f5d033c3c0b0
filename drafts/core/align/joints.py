"""Paragraphs that were cut in several, or several made one.

    old   1. Urges States to ratify the Convention and to report on it;
    new   1. Urges States to ratify the Convention;
          2. Welcomes the adoption of the Protocol;        (came between)
          3. Invites them to report on it;

What counts is what each part adds to the words in common, beyond what the parts before it had: of its own
words, or of those of the whole that were still missing when the part has much text of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafts.core.align.candidates import Pair, shingles
from drafts.core.align.coded import CodedTexts
from drafts.core.align.links import Gap, Link
from drafts.core.similarity import shared


class Strictness(NamedTuple):
    """When a paragraph counts as a part: the share of words it must add, and how alike the whole must be."""

    gain: float
    ratio: float


STRICT = Strictness(gain=0.6, ratio=0.6)
LOOSE = Strictness(gain=0.5, ratio=0.45)

PARTS = 5  # in how many parts a paragraph may fall; genuine splits have two or three
APART = 3  # how far on the next part may stand; new and moved paragraphs come between
SHORTEST = 3  # words of a part: a heading may be one, "Also" may not
RUNS = 3  # shingles a part must have from what the parts before it left; chance leaves one or two


def joints(
    pairs: Sequence[Pair], old_words: CodedTexts, new_words: CodedTexts, measure: Strictness, gap: Gap
) -> list[Link]:
    """Every split and merge within a gap that its likely ``pairs`` allow, each with its likeness."""
    splits = _Search(old_words, new_words, measure, frozenset(gap.new)).runs(
        [(pair.old, pair.new) for pair in pairs]
    )
    merges = _Search(new_words, old_words, measure, frozenset(gap.old)).runs(
        [(pair.new, pair.old) for pair in pairs]
    )
    return [
        *(Link((whole,), parts, score, "joint") for whole, parts, score in splits),
        *(Link(parts, (whole,), score, "joint") for whole, parts, score in merges),
    ]


class _Search(NamedTuple):
    """Looks among ``parts`` for runs that make up a paragraph of ``wholes``."""

    wholes: CodedTexts
    parts: CodedTexts
    measure: Strictness
    free: frozenset[int]

    def runs(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, tuple[int, ...], float]]:
        """Each whole with each run of parts, begun at any part it is likely to hold."""
        for whole, first in pairs:
            yield from self._grown(whole, first)

    def _grown(self, whole: int, first: int) -> Iterator[tuple[int, tuple[int, ...], float]]:
        words = self.wholes[whole]
        run: tuple[int, ...] = ()
        joined, common = "", 0
        part = first if self._adds(words, "", 0, self.parts[first]) else None
        while part is not None and len(run) < PARTS:
            longer = joined + self.parts[part]
            run, joined, common = (*run, part), longer, shared(words, longer)
            score = 2 * common / (len(words) + len(joined))
            if len(run) > 1 and score >= self.measure.ratio:
                yield whole, run, score
            part = self._next(words, joined, common, run[-1])

    def _next(self, words: str, joined: str, common: int, last: int) -> int | None:
        for part in range(last + 1, last + 1 + APART):
            if part in self.free and self._adds(words, joined, common, self.parts[part]):
                return part
        return None

    def _adds(self, words: str, joined: str, common: int, part: str) -> bool:
        if len(part) < SHORTEST:
            return False
        gain = shared(words, joined + part) - common
        if gain < self.measure.gain * min(len(part), len(words) - common):
            return False
        return _has_runs(words, joined, part, min(RUNS, len(part) - SHORTEST + 1))


def _has_runs(words: str, joined: str, part: str, number: int) -> bool:
    """Whether so many shingles of the part are among those of the whole that ``joined`` left.

    Each counts as often as it stands. ``words`` is searched as a string, which is faster than to cut it up:
    of a part that belongs there the first few shingles tell.
    """
    left: dict[str, int] = {}
    for run in shingles(part):
        if run not in left:
            left[run] = _count(run, words) - (_count(run, joined) if joined else 0)
        if left[run] > 0:
            left[run] -= 1
            number -= 1
            if not number:
                return True
    return False


def _count(run: str, words: str) -> int:
    """How often the run stands in the words, one over another included."""
    count, at = 0, words.find(run)
    while at >= 0:
        count, at = count + 1, words.find(run, at + 1)
    return count
