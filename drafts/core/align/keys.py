"""Paragraphs of one draft, known by their key: proof of descent, unless the words all went elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core.align.board import Board
from drafts.core.align.candidates import Pair
from drafts.core.align.links import Link
from drafts.core.ends import common_ends
from drafts.core.similarity import shared

# Letters at the ends, or words in order, that say a paragraph was edited and not emptied and filled anew: as
# much as a rewrite in its place needs; small words alone make up a quarter.
EDITED = 0.34


def take_keys(board: Board, links: Sequence[Link]) -> list[Link]:
    """Pair by key what was edited; give back the rest, to be paired when no words have claimed it.

    old   k1  Urges States to ratify the Convention;
    new   k1  Welcomes the report;                       someone pressed Enter before "Urges",
          k2  Urges States to ratify the Convention;     and wrote a paragraph above it
    """
    edited = [link for link in links if _is_edited(board, link)]
    board.take(edited)
    sure = set(edited)
    return [link for link in links if link not in sure]


def _is_edited(board: Board, link: Link) -> bool:
    old, new = board.old_texts[link.old[0]], board.new_texts[link.new[0]]
    if old == new or common_ends(old, new) >= EDITED * max(len(old), len(new)):
        return True
    old_words, new_words = board.old[link.old[0]], board.new[link.new[0]]
    return board.ratio(Pair(link.old[0], link.new[0], shared(old_words, new_words))) >= EDITED
