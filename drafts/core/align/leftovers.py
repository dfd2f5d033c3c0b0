"""The last that is left: parts that stand beside a pair, and texts that one holds whole."""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core.align.board import Board
from drafts.core.align.candidates import Pair
from drafts.core.align.joints import APART, LOOSE, joints
from drafts.core.align.links import Gap, Link, by_old
from drafts.core.similarity import shared

CONTAINED = 0.8  # of the words of the shorter, held by the longer; less is chance among small words


def take_parts(board: Board) -> None:
    """Let a free paragraph beside a pair that lacks its words join it: the pair was a split or a merge."""
    for link in _beside_free(board):
        near = Gap(_near(link.old, board.free_old), _near(link.new, board.free_new))
        pairs = [Pair(old, new, 0) for old in near.old for new in near.new]
        found = [joint for joint in joints(pairs, board.old, board.new, LOOSE, near) if _extends(joint, link)]
        best = max((joint for joint in found if board.allows(joint)), key=board.weight, default=None)
        if best and board.weight(best) > board.weight(_rescored(board, link)):
            board.replace(link, best._replace(ground="key" if link.ground == "key" else "joint"))


def take_held(board: Board) -> None:
    """Pair a lone old and a lone new paragraph in a gap, one of which holds nearly all words of the other.

    old   Decides to remain seized of the matter;
    new   Decides to remain seized of the matter, and requests the Secretary-General … forty words … session.
    """
    for gap in board.gaps():
        if len(gap.old) == len(gap.new) == 1:
            old, new = board.old[gap.old[0]], board.new[gap.new[0]]
            common, shorter = shared(old, new), min(len(old), len(new))
            if shorter and common >= CONTAINED * shorter:
                board.take([board.link(Pair(gap.old[0], gap.new[0], common), "contained")], keeps_order=True)


def _beside_free(board: Board) -> list[Link]:
    """Single pairs, not of equal words, within reach of a paragraph that is free."""
    old_reach = {index + step for index in board.free_old for step in range(-APART, APART + 1)}
    new_reach = {index + step for index in board.free_new for step in range(-APART, APART + 1)}
    return [
        link
        for link in sorted(board.links, key=by_old)
        if link.ground not in ("same", "hand")
        and len(link.old) == len(link.new) == 1
        and (link.old[0] in old_reach or link.new[0] in new_reach)
    ]


def _near(own: Sequence[int], free: set[int]) -> tuple[int, ...]:
    window = range(own[0] - APART, own[0] + APART + 1)
    return tuple(sorted({*own, *free.intersection(window)}))


def _extends(joint: Link, link: Link) -> bool:
    """Whether the joint has the pair's paragraphs, and its single side is the pair's own."""
    return link.old[0] in joint.old and link.new[0] in joint.new


def _rescored(board: Board, link: Link) -> Link:
    """The pair by its words: what took it may have looked at its letters only."""
    return board.link(
        Pair(link.old[0], link.new[0], shared(board.old[link.old[0]], board.new[link.new[0]])), "order"
    )
