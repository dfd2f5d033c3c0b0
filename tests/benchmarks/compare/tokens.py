"""A token and its identity, carried through every edit: the ground of the known truth."""

from __future__ import annotations

import re
from itertools import count
from typing import NamedTuple

# An elided French word stands alone; a hyphenated word, a symbol such as A/C.3/61/L.8 and an English genitive
# are one; anything else that is not a letter, digit or space stands alone.
_TOKEN = re.compile(
    r"(?:\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’'](?=\w))|\w+(?:[-/.’']\w+)*|[^\w\s]", re.IGNORECASE
)


class Token(NamedTuple):
    """A word or a punctuation mark. ``id`` is who it is: equal ids on the two sides are one token, kept.

    ``gap`` is the white space before it; ``note`` the id of the note called after it; ``fixed`` tokens are
    never edited, since they tell near-copies apart.
    """

    id: int
    text: str
    gap: str = " "
    italic: bool = False
    note: str = ""
    fixed: bool = False

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def elided(self) -> bool:
        return self.word and self.text[-1] in "’'"


Tokens = tuple[Token, ...]


class Mint:
    """Gives every token an identity of its own."""

    def __init__(self) -> None:
        self._ids = count(1)

    def id(self) -> int:
        return next(self._ids)

    def tokens(self, text: str, *, italic: bool = False, fixed: bool = False, gap: str = "") -> Tokens:
        """The tokens of a fresh text; ``gap`` stands before the first."""
        made: list[Token] = []
        end = 0
        for match in _TOKEN.finditer(text):
            before = text[end : match.start()] if made else gap
            made.append(Token(self.id(), match.group(), before, italic, "", fixed))
            end = match.end()
        return tuple(made)

    def again(self, token: Token, text: str) -> Token:
        """Another token in the place of one: new identity, new text."""
        return token._replace(id=self.id(), text=text)


def words_of(text: str) -> list[str]:
    """The letters of each token of a text."""
    return _TOKEN.findall(text)
