"""Sentences that are kept in English and known again: out of which pattern, and of what, one was made.

What is kept or travels is the English line; a page says it in its reader's language all the same, and that of
rows as old as the program (``core.worded``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

from drafts.core.worded import Worded, counted, worded

# What a value of a name is made of again, and how it reads in English, as a regular expression.
Kind = tuple[str, Callable[[str], Any]]
_ANY: Kind = (".*?", str)


class Sentences:
    """Patterns by name. A name may begin with a code that several share: ``note-mark stem``.

    ``kinds`` say for names in the patterns what stands there; where they are silent, words as they are.
    """

    def __init__(self, patterns: Mapping[str, Worded], kinds: Mapping[str, Kind]) -> None:
        self.patterns, self._kinds = patterns, kinds
        self._shapes = {name: self._lines(pattern) for name, pattern in patterns.items()}

    def say(self, name: str, /, **values: Any) -> Worded:
        """The sentence of that name with its values."""
        pattern = self.patterns[name]
        if pattern.many:
            return counted(pattern.one, pattern.many, values.pop("n"), **values)
        return worded(pattern.one, **values)

    def recalled(self, code: str, line: str) -> str:
        """A line as ``say`` made it under that code, or under any if empty; as it is where it never did."""
        if isinstance(line, Worded):
            return line
        return self._recalled(code, line)

    @lru_cache(maxsize=2000)  # noqa: B019 - as many lines as a few pages show; there are two such tables
    def _recalled(self, code: str, line: str) -> str:
        for name, shapes in self._shapes.items():
            if code and name.split()[0] not in (code, "any"):
                continue
            for shape in shapes:
                if found := shape.fullmatch(line):
                    made = self.say(name, **self._values(found))
                    if made == line:
                        return made
        return line

    def _values(self, found: re.Match[str]) -> dict[str, Any]:
        return {name: self._kinds.get(name, _ANY)[1](said) for name, said in found.groupdict().items()}

    def _lines(self, pattern: Worded) -> tuple[re.Pattern[str], ...]:
        """``Note {label} is`` as an expression that finds the label; of a counted pattern two."""
        return tuple(self._shape(line) for line in (pattern.one, pattern.many) if line)

    def _shape(self, line: str) -> re.Pattern[str]:
        parts = (
            re.escape(words) + (f"(?P<{name}>{self._kinds.get(name, _ANY)[0]})" if name else "")
            for words, name, _, _ in Formatter().parse(line)
        )
        return re.compile("".join(parts), re.DOTALL)
