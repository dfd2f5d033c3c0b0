"""Expands the patterns of a phrase stock at random, always the same way for one seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from tests.benchmarks.compare.stock import rules
from tests.benchmarks.compare.stock.french import mended

_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS: dict[str, Callable[[random.Random], str]] = {
    "number": lambda rng: str(rng.randint(2, 199)),
    "day": lambda rng: str(rng.randint(1, 31)),
    "year": lambda rng: str(rng.randint(1988, 2031)),
    "cite": lambda rng: f"{rng.randint(41, 80)}/{rng.randint(1, 320)}",
    "doc": lambda rng: f"A/{rng.randint(41, 80)}/{rng.randint(20, 900)}",
}
_CLASSES = {
    "en": ("adj", "noun", "verb", "ger", "month", "place"),
    "fr": ("adj_m", "adj_f", "adj_p", "noun_m", "noun_f", "noun_p", "verb", "month", "place"),
}


class Grammar:
    """One language's phrases, drawn by one source of chance."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng = language, rng

    def say(self, rule: str) -> str:
        """A phrase of that kind, ready to print."""
        return self.finish(self.expand(f"{{{rule}}}"))

    def finish(self, text: str) -> str:
        return mended(text) if self.language == "fr" else text

    def expand(self, pattern: str) -> str:
        """Fill every ``{rule}`` of the pattern, and theirs, until none is left."""
        while slot := _SLOT.search(pattern):
            pattern = pattern[: slot.start()] + self._choice(slot.group(1)) + pattern[slot.end() :]
        return pattern

    def other(self, word: str, unwanted: frozenset[str]) -> str:
        """Another word for this one, of its own class where it has one; never one of ``unwanted``."""
        if word[0].isdigit():
            return self._other_number(word, unwanted)
        pool = _kin(self.language).get(word) or rules(self.language)[_CLASSES[self.language][0]]
        alike = [each for each in pool if each not in unwanted and _elides(each) == _elides(word)]
        return self.rng.choice(alike) if alike else self._other_number("0", unwanted)

    def _choice(self, rule: str) -> str:
        if rule in _NUMBERS:
            return _NUMBERS[rule](self.rng)
        return self.rng.choice(rules(self.language)[rule])

    def _other_number(self, word: str, unwanted: frozenset[str]) -> str:
        rule = "cite" if "/" in word else "year" if len(word) == 4 else "number"
        while (number := _NUMBERS[rule](self.rng)) in unwanted:
            pass
        return number


@cache
def _kin(language: str) -> dict[str, tuple[str, ...]]:
    """Each single word of a class, and the single words of that class."""
    kin: dict[str, tuple[str, ...]] = {}
    for rule in _CLASSES[language]:
        words = tuple(each for each in rules(language)[rule] if " " not in each)
        kin = dict.fromkeys(words, words) | kin
    return kin


@cache
def _elides(word: str) -> bool:
    return mended(f"le {word}").startswith("l’")
