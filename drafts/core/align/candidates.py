"""Which paragraphs might be one: all pairs in a small gap, the likeliest few in a large one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from math import log
from typing import NamedTuple

from drafts.core.align.coded import CodedTexts
from drafts.core.align.links import Gap
from drafts.core.similarity import shared

# Up to this many pairs are scored one and all; beyond, the index chooses. A pair costs some 0.4 µs.
SMALL = 400

SHINGLE = 3  # words in a row, as in the prototype the design was measured with
POSTINGS = 24  # a shingle that stands in more paragraphs than this tells little and costs most
LIKELIEST = 6  # candidates looked at closer for each paragraph; twelve gave the same scores on the hard cases


class Pair(NamedTuple):
    """An old and a new paragraph, and how many words they have in common in order."""

    old: int
    new: int
    shared: int


def scored_pairs(gap: Gap, old_words: CodedTexts, new_words: CodedTexts) -> list[Pair]:
    """The pairs worth looking at, with their common words, ordered by position."""
    if len(gap.old) * len(gap.new) <= SMALL:
        pairs = [(old, new) for old in gap.old for new in gap.new]
    else:
        pairs = _likeliest(gap, old_words, new_words)
    return [Pair(old, new, shared(old_words[old], new_words[new])) for old, new in pairs]


def shingles(words: str) -> list[str]:
    """Every three words in a row; of a shorter text the whole."""
    return [words[at : at + SHINGLE] for at in range(max(1, len(words) - SHINGLE + 1))]


def _likeliest(gap: Gap, old_words: CodedTexts, new_words: CodedTexts) -> list[tuple[int, int]]:
    """For each paragraph of either side those that share its rarest shingles."""
    of_old = {old: _once(shingles(old_words[old])) for old in gap.old}
    of_new = {new: _once(shingles(new_words[new])) for new in gap.new}
    common = set(chain(*of_old.values())).intersection(chain(*of_new.values()))
    of_old, of_new = (
        {at: list(filter(common.__contains__, grams)) for at, grams in side.items()}
        for side in (of_old, of_new)
    )
    chosen = set(_best_for_each(of_old, of_new))
    chosen.update((old, new) for new, old in _best_for_each(of_new, of_old))
    return sorted(chosen)


def _once(grams: list[str]) -> list[str]:
    """Each once, as they come: rounding and so a tie must not hang on how this process orders a set."""
    return list(dict.fromkeys(grams))


def _best_for_each(seekers: dict[int, list[str]], sought: dict[int, list[str]]) -> Iterator[tuple[int, int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for index, grams in sought.items():
        for gram in grams:
            postings[gram].append(index)
    rarity = [0.0] + [log(1 + len(sought) / count) for count in range(1, POSTINGS + 1)]
    telling = {
        gram: (rarity[len(found)], found) for gram, found in postings.items() if len(found) <= POSTINGS
    }
    for index, grams in seekers.items():
        scores: dict[int, float] = defaultdict(float)
        for gram in grams:
            if gram in telling:
                weight, found = telling[gram]
                for other in found:
                    scores[other] += weight
        for _, other in sorted([(-score, other) for other, score in scores.items()])[:LIKELIEST]:
            yield index, other
