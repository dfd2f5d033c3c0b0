"""Pairs so clear, between two others, that nothing else need be looked at: most edits of a light revision."""

from __future__ import annotations

from drafts.core.align.board import Board
from drafts.core.align.links import Gap, Link, single
from drafts.core.ends import common_ends
from drafts.core.similarity import ratio

# Measured on the 13,671 pairs of unlike paragraphs of one English and one French resolution.
ENDS = 0.5  # of the longer text that both share at their ends; the most among unlike ones was .42
LETTERS = 0.8  # letters in common, in order; unlike ones have .43, one in a hundred more than .53
OTHERS = 0.7  # and no more than this with any neighbour
LONGEST = 5000  # letters of a text whose letters are counted; a longer one is known by its words
FEW = 3  # pairs in a gap; with more, order and words decide together


def take_clear(board: Board) -> None:
    """Take the gaps in which each old paragraph is like the new one across and like no other."""
    board.take(
        [link for gap in board.gaps() if _is_clear(board, gap) for link in _across(board, gap)],
        keeps_order=True,
    )


def _across(board: Board, gap: Gap) -> list[Link]:
    return [single(old, new, _likeness(board, old, new), "order") for old, new in zip(*gap, strict=True)]


def _is_clear(board: Board, gap: Gap) -> bool:
    if len(gap.old) != len(gap.new) or len(gap.old) > FEW:
        return False
    if len(gap.old) > 1 and max(_lengths(board, gap)) > LONGEST:
        return False
    across = list(zip(*gap, strict=True))
    others = [
        (old, new) for at, old in enumerate(gap.old) for other, new in enumerate(gap.new) if at != other
    ]
    return all(_likeness(board, *pair) >= LETTERS for pair in across) and all(
        ratio(board.old_texts[old], board.new_texts[new]) <= OTHERS for old, new in others
    )


def _likeness(board: Board, old: int, new: int) -> float:
    """Letters in common; a pair whose ends are common to a good half counts as clear without a count."""
    old_text, new_text = board.old_texts[old], board.new_texts[new]
    if common_ends(old_text, new_text) >= ENDS * max(len(old_text), len(new_text), 1):
        return LETTERS
    return ratio(old_text, new_text) if max(len(old_text), len(new_text)) <= LONGEST else 0.0


def _lengths(board: Board, gap: Gap) -> list[int]:
    return [len(board.old_texts[old]) for old in gap.old] + [len(board.new_texts[new]) for new in gap.new]
