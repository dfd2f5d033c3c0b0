"""Paragraphs that were cut in several, or several made one.

old   1. Urges States to ratify the Convention and to report on it;
new   1. Urges States to ratify the Convention;
      2. Invites them to report on it;
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafts.core.align.candidates import Pair
from drafts.core.align.coded import CodedTexts
from drafts.core.align.links import Link
from drafts.core.similarity import ratio, shared


class Strictness(NamedTuple):
    """When a further paragraph counts as a part.

    ``gain``: the share of its own words it must add to what is common; ``ratio``: how alike the whole must be;
    ``words``: how many words it must have at least.
    """

    gain: float
    ratio: float
    words: int


STRICT = Strictness(gain=0.6, ratio=0.6, words=3)
LOOSE = Strictness(gain=0.5, ratio=0.45, words=3)
PARTS = 5  # in how many parts a paragraph may fall; genuine splits have two or three


def joints(
    pairs: Sequence[Pair], old_words: CodedTexts, new_words: CodedTexts, measure: Strictness, free: Free
) -> list[Link]:
    """Every split and merge that the candidate ``pairs`` allow, each with its likeness."""
    splits = _runs([(pair.old, pair.new) for pair in pairs], old_words, new_words, measure, free.new)
    merges = _runs([(pair.new, pair.old) for pair in pairs], new_words, old_words, measure, free.old)
    return [
        *(Link((whole,), parts, score, "joint") for whole, parts, score in splits),
        *(Link(parts, (whole,), score, "joint") for whole, parts, score in merges),
    ]


class Free(NamedTuple):
    """The paragraphs of either side that may still become parts."""

    old: frozenset[int]
    new: frozenset[int]


def _runs(
    pairs: Sequence[tuple[int, int]],
    wholes: CodedTexts,
    parts: CodedTexts,
    measure: Strictness,
    free: frozenset[int],
) -> Iterator[tuple[int, tuple[int, ...], float]]:
    """For each whole the unbroken runs of parts that it covers, begun at any part it is likely to hold."""
    starts: dict[int, set[int]] = defaultdict(set)
    for whole, part in pairs:
        starts[whole] |= {part, part - 1} & free
    for whole, firsts in starts.items():
        for first in sorted(firsts):
            yield from _grow(whole, first, wholes, parts, measure, free)


def _grow(
    whole: int, first: int, wholes: CodedTexts, parts: CodedTexts, measure: Strictness, free: frozenset[int]
) -> Iterator[tuple[int, tuple[int, ...], float]]:
    words, joined = wholes[whole], parts[first]
    common = shared(words, joined)
    if len(joined) < measure.words or common < measure.gain * len(joined):
        return
    run = [first]
    for part in range(first + 1, first + PARTS):
        if part not in free or len(parts[part]) < measure.words:
            return
        joined += parts[part]
        now = shared(words, joined)
        if now - common < measure.gain * len(parts[part]):
            return
        common = now
        run.append(part)
        if (score := ratio(words, joined)) >= measure.ratio:
            yield whole, tuple(run), score
