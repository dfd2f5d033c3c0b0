"""The words of paragraphs as strings of one character a word, so that fast string routines compare words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import cycle

FIRST_CODE, CODES = (
    0xE000,
    0x110000 - 0xE000,
)  # from the private-use area up: no surrogate ever stands among them


def coded(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Two texts alone, coded by a vocabulary of their own."""
    words = [*old, *new]
    places = cycle(range(FIRST_CODE, FIRST_CODE + CODES))
    codes = dict(zip(dict.fromkeys(words), map(chr, places), strict=False))
    both = "".join(map(codes.__getitem__, words))
    return both[: len(old)], both[len(old) :]


class Vocabulary:
    """Gives each word a character, and words of one ``stem`` the same. Texts coded by one can be compared.

    Past a million different words the characters repeat: unlike words may then count as alike in a
    similarity, never in a segment, which is cut from the texts themselves.
    """

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._codes = _Codes(stem)

    def code(self, words: Iterable[str]) -> str:
        return "".join(map(self._codes.__getitem__, words))


class _Codes(dict[str, str]):
    """Each word's character, looked up in its stem's when it is first asked for."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._of_stems: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        stem, known = self._stem(word), self._of_stems
        code = self[word] = known.setdefault(stem, chr(FIRST_CODE + len(known) % CODES))
        return code
