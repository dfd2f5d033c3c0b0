"""The steps of the alignment, from the certain to the likely, each on what those before it left.

0. what a person has paired, and what one key proves to be one
1. equal texts meet and hold the rest in place
2. in each gap between them, pairs so clear that nothing else need be looked at
3. in each gap the best choice of likely pairs, splits and merges that do not cross
4. moves: what is left, anywhere
5. rewrites: what is left in a gap, down to less likeness
6. parts: what is left beside a pair that lacks its words
7. a lone pair of which the one holds the other
"""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core.align.anchors import anchor
from drafts.core.align.board import Barred, Board
from drafts.core.align.clear import take_clear
from drafts.core.align.joints import LOOSE, STRICT, Strictness, joints
from drafts.core.align.keys import take_keys
from drafts.core.align.leftovers import take_held, take_parts
from drafts.core.align.links import Gap, Ground, Link, by_old
from drafts.core.align.moves import take_moves
from drafts.core.align.order import heaviest_chain

LIKELY = 0.5  # words in common, by ratio, for a pair that keeps its order
REWRITTEN = 0.34  # the same for what is left between two pairs when nothing better was found


def align(
    old: Sequence[str],
    new: Sequence[str],
    old_keys: Sequence[str],
    new_keys: Sequence[str],
    by_hand: Sequence[Link] = (),
    by_key: Sequence[tuple[int, int]] = (),
    barred: Barred = frozenset(),
) -> list[Link]:
    """Pair paragraphs, given their texts and the keys by which equal ones meet.

    Links ``by_hand`` stand whatever the words say; those ``by_key`` unless the words all went elsewhere;
    ``barred`` pairs are never made. Every position stands in at most one link; links come in the order of the
    old text.
    """
    board = Board(old, new, barred)
    board.take(by_hand)
    doubtful = take_keys(board, by_key)
    anchor(board, old_keys, new_keys)
    take_clear(board)
    _take_best(board, LIKELY, "order", STRICT)
    take_moves(board)
    board.take(doubtful)
    _take_best(board, REWRITTEN, "rewritten", LOOSE)
    take_parts(board)
    take_held(board)
    return sorted(board.links, key=by_old)


def _take_best(board: Board, least: float, ground: Ground, measure: Strictness) -> None:
    found = [link for gap in board.gaps() for link in _best_in(board, gap, least, ground, measure)]
    board.take(found, keeps_order=True)


def _best_in(board: Board, gap: Gap, least: float, ground: Ground, measure: Strictness) -> list[Link]:
    pairs = board.pairs(gap)
    links = [link for link in (board.link(pair, ground) for pair in pairs) if link.score >= least]
    links += joints(pairs, board.old, board.new, measure, gap)
    allowed = [link for link in links if board.allows(link)]
    return [allowed[index] for index in heaviest_chain(allowed, [board.weight(link) for link in allowed])]
