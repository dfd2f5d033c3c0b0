"""Paragraphs that left their place, known again by their words."""

from __future__ import annotations

from collections import Counter

from drafts.core.align.board import Board
from drafts.core.align.candidates import Pair, shingles
from drafts.core.align.links import Gap

MOVED = 0.6  # words in common, by ratio: more than for a pair in its place, since order does not speak for it
FEWEST = 4  # words a paragraph needs to be known again elsewhere though edited

# A paragraph that moved and grew by half its length or more: the share of its words that the longer one
# holds, and of its runs of three, which no two paragraphs of unlike content share by chance, and the words it
# must have.
HELD, HELD_RUNS, HELD_WORDS = 0.8, 0.5, 8

# A paragraph whose phrases changed places, as when an operative one returns as a preambular one: the share of
# its words that the other has in any order, and runs of three that tell it from a chance of small words.
SAME_WORDS, SAME_RUNS = 0.75, 3

# A long paragraph that was rewritten in its place, and whose neighbour went to its other side: the words in
# common, by ratio, the share of runs of three, and the words it must have. Of the paragraphs left over in the
# genuine pairs one such has .51 and .35, no other more than .32 and .16.
REWRITTEN, REWRITTEN_RUNS, REWRITTEN_WORDS = 0.45, 0.3, 30


def take_moves(board: Board) -> None:
    """Pairs anywhere among what is free, the likest first."""
    olds = tuple([index for index in sorted(board.free_old) if len(board.old[index]) >= FEWEST])
    news = tuple([index for index in sorted(board.free_new) if len(board.new[index]) >= FEWEST])
    if olds and news:
        pairs = board.pairs(Gap(olds, news))
        links = [board.link(pair, "moved") for pair in pairs if _is_same(board, pair)]
        board.take(sorted(links, key=lambda link: (-link.score, link)))


def _is_same(board: Board, pair: Pair) -> bool:
    old, new = board.old[pair.old], board.new[pair.new]
    ratio = board.ratio(pair)
    return (
        ratio >= MOVED
        or _grew(old, new, pair.shared)
        or _reordered(old, new)
        or (ratio >= REWRITTEN and _was_rewritten(old, new))
    )


def _grew(old: str, new: str, shared: int) -> bool:
    shorter = min(len(old), len(new))
    if shorter < HELD_WORDS or shared < HELD * shorter:
        return False
    few, many = sorted((set(shingles(old)), set(shingles(new))), key=len)
    return len(few & many) >= HELD_RUNS * len(few)


def _was_rewritten(old: str, new: str) -> bool:
    if min(len(old), len(new)) < REWRITTEN_WORDS:
        return False
    few, many = sorted((set(shingles(old)), set(shingles(new))), key=len)
    return len(few & many) >= REWRITTEN_RUNS * len(few)


def _reordered(old: str, new: str) -> bool:
    least = SAME_WORDS * (len(old) + len(new))
    if 2 * min(len(old), len(new)) < least or 2 * sum(map(set(new).__contains__, old)) < least:
        return False  # as nearly all pairs are, found in a glance
    common = Counter(old) & Counter(new)
    if 2 * common.total() < least:
        return False
    return len(set(shingles(old)) & set(shingles(new))) >= SAME_RUNS
