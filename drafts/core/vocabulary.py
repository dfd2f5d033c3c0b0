"""The words of paragraphs as strings of one character a word, so that fast string routines compare words."""

from __future__ import annotations

from collections.abc import Sequence

FIRST_CODE, CODES = (
    0xE000,
    0x110000 - 0xE000,
)  # from the private-use area up: no surrogate ever stands among them


class Vocabulary:
    """Gives each word a character. Two texts coded by one vocabulary can be compared.

    Past a million different words the characters repeat: unlike words may then count as alike in a
    similarity, never in a segment, which is cut from the texts themselves.
    """

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def code(self, words: Sequence[str]) -> str:
        codes = self._codes
        for word in words:
            if word not in codes:
                codes[word] = chr(FIRST_CODE + len(codes) % CODES)
        return "".join([codes[word] for word in words])
