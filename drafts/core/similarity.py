"""How alike two sequences are: the length of what they share in order, counted by rapidfuzz or by ourselves.

Both ways give the same number; rapidfuzz is only faster. Sequences come as strings, one character a word.
"""

from __future__ import annotations

from collections.abc import Callable

try:
    from rapidfuzz.distance import LCSseq
except ImportError:  # the public result never depends on it
    LCSseq = None  # type: ignore[assignment]


def ratio(old: str, new: str) -> float:
    """Twice what is shared in order, by all there is: 1.0 equal, 0.0 nothing shared. Of two empties 1.0."""
    total = len(old) + len(new)
    return 2 * shared(old, new) / total if total else 1.0


def shared_by_bits(old: str, new: str) -> int:
    """Length of the longest common subsequence, by rows of bits (Hyyrö 2004): len(new) steps on one integer.

    A zero in the row stands where the count grows; a step shifts the zeros as far as the new character
    allows.
    """
    return len(old) - last_row(old, new).bit_count()


def last_row(old: str, new: str) -> int:
    """The last row: bit ``i`` is zero where taking ``old[i]`` in makes the common subsequence one longer."""
    places: dict[str, int] = {}
    for index, char in enumerate(old):
        places[char] = places.get(char, 0) | 1 << index
    full = (1 << len(old)) - 1
    row = full
    for char in new:
        met = row & places.get(char, 0)
        row = (row + met | row - met) & full
    return row


shared: Callable[[str, str], int] = LCSseq.similarity if LCSseq is not None else shared_by_bits
