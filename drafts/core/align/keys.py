"""Paragraphs of one draft, known by their key: proof of descent, unless the words all went elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core.align.board import Board
from drafts.core.align.candidates import Pair
from drafts.core.align.links import Link, rows, single
from drafts.core.ends import common_ends
from drafts.core.similarity import shared

# Letters at the ends, or words in order, that say a paragraph was edited and not emptied and filled anew: as
# much as a rewrite in its place needs; small words alone make up a quarter.
EDITED = 0.34


def take_keys(board: Board, pairs: Sequence[tuple[int, int]]) -> list[Link]:
    """Pair by key what is the same or was edited; give back the rest, to be paired when no words claimed it.

    old   k1  Urges States to ratify the Convention;
    new   k1  Welcomes the report;                       someone pressed Enter before "Urges",
          k2  Urges States to ratify the Convention;     and wrote a paragraph above it
    """
    pairs = board.open(pairs)
    old, new = board.old_texts, board.new_texts
    board.take(rows([pair for pair in pairs if old[pair[0]] == new[pair[1]]], "key"))
    links = [single(*pair, 1.0, "key") for pair in board.open(pairs)]
    board.take([link for link in links if _is_edited(board, link)])
    return [link for link in links if link.old[0] in board.free_old]


def _is_edited(board: Board, link: Link) -> bool:
    old, new = board.old_texts[link.old[0]], board.new_texts[link.new[0]]
    if common_ends(old, new) >= EDITED * max(len(old), len(new)):
        return True
    old_words, new_words = board.old[link.old[0]], board.new[link.new[0]]
    return board.ratio(Pair(link.old[0], link.new[0], shared(old_words, new_words))) >= EDITED
