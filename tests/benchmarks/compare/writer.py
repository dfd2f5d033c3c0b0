"""Writes paragraphs of a resolution that never was, every token with an identity."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Literal

from tests.benchmarks.compare.grammar import Grammar
from tests.benchmarks.compare.tokens import Mint, Token, Tokens

Kind = Literal["enacting", "preambular", "operative"]
_LAST_PREPOSITION = re.compile(r" (?:de|à)$")
_NEAR_SLOT = re.compile(r"<(\w+)>")
FAMILY = (2, 4)  # members of a family of near-copies, as genuine texts repeat a formula two to four times


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph in the making. ``sources`` are the places, in the old text, of those it descends from.

    ``key`` is the identity of its printed number. The old text's pieces are their own sources.
    """

    key: int
    kind: Kind
    tokens: Tokens
    level: int = 1
    sources: tuple[int, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        return frozenset(token.text.casefold() for token in self.tokens)


class Writer:
    """Writes pieces in one language; no two of them have the same words."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng = language, rng
        self.grammar, self.mint = Grammar(language, rng), Mint()
        self._written: set[str] = set()

    def enacting(self) -> Piece:
        return Piece(self.mint.id(), "enacting", self.mint.tokens(self.grammar.say("enacting")), 0)

    def paragraph(self, kind: Kind) -> Piece:
        """A paragraph of 10 to some 120 words."""
        short = "pp" if kind == "preambular" else "op"
        opener = self.grammar.expand(f"{{{short}_open}}")
        body = self.grammar.expand(
            f"{{{short}_body}}" + "{clause}" * self.rng.choice((0, 1, 1, 2, 2, 3, 4, 6))
        )
        level = 2 if kind == "operative" and self.rng.random() < 0.1 else 1
        return self._piece(kind, opener, body, level) or self.paragraph(kind)

    def family(self, kind: Kind) -> tuple[Piece, ...]:
        """Near-copies: one formula, told apart only by a number, a date or a subject that no edit touches.

        Fewer than two, or none, where a long text has used up the subjects of a formula.
        """
        short = "pp" if kind == "preambular" else "op"
        opener, _, body = self.grammar.expand(f"{{near_{short}}}").partition(" @ ")
        tries = (self._piece(kind, opener, self._filled(body), 1) for _ in range(self.rng.randint(*FAMILY)))
        return tuple(piece for piece in tries if piece)

    def opener(self, kind: Kind) -> str:
        return self.grammar.say("pp_open" if kind == "preambular" else "op_open")

    def phrase(self, rule: str) -> Tokens:
        """A fresh phrase to be put in, with a space before it where it starts with a word."""
        text = self.grammar.say(rule)
        return self.mint.tokens(text, gap="" if text.startswith(",") else " ")

    def stop(self, kind: Kind, last: bool) -> Token:
        """What ends a paragraph: a comma, a semicolon, and a full stop at the very end."""
        text = "," if kind != "operative" else "." if last else ";"
        return Token(self.mint.id(), text, "\u00a0" if self.language == "fr" and text == ";" else "")

    def _filled(self, formula: str) -> str:
        """The formula with its slots filled, each filling between angle brackets."""
        return _NEAR_SLOT.sub(lambda slot: f"<{self.grammar.expand('{' + slot[1] + '}')}>", formula)

    def _piece(self, kind: Kind, opener: str, body: str, level: int) -> Piece | None:
        marked = self.grammar.finish(f"{opener} {re.sub('[<>]', '', body)}")
        if marked in self._written:
            return None
        self._written.add(marked)
        fixed = {word for slot in re.findall(r"<([^>]*)>", body) for word in slot.split()}
        italics = len(self.mint.tokens(_LAST_PREPOSITION.sub("", opener)))
        tokens = tuple(
            token._replace(italic=at < italics and level == 1, fixed=token.text in fixed)
            for at, token in enumerate(self.mint.tokens(marked))
        )
        return Piece(self.mint.id(), kind, (*tokens, self.stop(kind, False)), level)
