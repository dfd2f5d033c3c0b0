"""A value out of a JSON file, with its place in it, so that whatever is wrong can be pointed at.

A place reads as a person would say it: ``paragraphs[3].marks[0].start``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from drafts.core.errors import ReadError
from drafts.core.worded import worded

Choice = TypeVar("Choice", bound=str)
Each = TypeVar("Each")

_NAMES = {
    dict: worded("an object"),
    list: worded("a list"),
    str: worded("a text"),
    bool: worded("true or false"),
    int: worded("a whole number"),
}
# NUL, and halves of characters that UTF-16 writes in two: no document holds them and no file can.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Node:
    """``value`` as JSON gives it, found at ``place`` in ``source``.

    Each reading raises ReadError where the value is something else.
    """

    value: Any
    source: str = ""
    place: str = ""

    def refuse(self, reason: str) -> NoReturn:
        raise ReadError(reason, source=self.source, place=self.place)

    def __getitem__(self, key: str) -> Node:
        """A field that must be there."""
        if key not in self._as(dict):
            self.refuse(worded("the field {name} is missing.", name=repr(key)))
        return self._child(self.value[key], f".{key}" if self.place else key)

    def get(self, key: str) -> Node:
        """A field that may be absent, and then is null."""
        return self[key] if key in self._as(dict) else Node(None)

    def items(self) -> Iterator[Node]:
        """The members of a list."""
        return (self._child(each, f"[{at}]") for at, each in enumerate(self._as(list)))

    def each(self, read: Callable[[Node], Each]) -> tuple[Each, ...]:
        """The members of a list, each read by ``read``; an absent list is empty."""
        return () if self.value is None else tuple(read(item) for item in self.items())

    def text(self) -> str:
        value: str = self._as(str)
        if found := _UNWRITABLE.search(value):
            sign = f"U+{ord(found[0]):04X}"
            self.refuse(
                worded(
                    "the character {sign} stands in it at {place}, and cannot.",
                    sign=sign,
                    place=found.start(),
                )
            )
        return value

    def text_or_null(self) -> str:
        """A text, null being the empty one."""
        return "" if self.value is None else self.text()

    def name(self) -> str:
        """A text that is not empty, such as an id."""
        return self.text() or self.refuse(worded("must not be empty."))

    def choice(self, allowed: tuple[Choice, ...]) -> Choice:
        for each in allowed:
            if self.value == each:
                return each
        self.refuse(
            worded(
                "is {value}, and must be one of {known}.", value=_shown(self.value), known=", ".join(allowed)
            )
        )

    def flag(self) -> bool:
        return bool(self._as(bool))

    def integer(self, least: int, most: int) -> int:
        value = int(self._as(int))
        if not least <= value <= most:
            self.refuse(
                worded("is {value}, and must be {least} to {most}.", value=value, least=least, most=most)
            )
        return value

    def number(self) -> float:
        if (
            isinstance(self.value, int | float)
            and not isinstance(self.value, bool)
            and math.isfinite(self.value)
        ):
            return float(self.value)
        self.refuse(worded("is {value}, and must be a number.", value=_shown(self.value)))

    def unique(self, nodes: Iterator[Node]) -> None:
        """See that ``nodes`` below this one, ids all, name each but once."""
        seen: set[str] = set()
        for node in nodes:
            if node.name() in seen:
                node.refuse(worded("{value} stands here for the second time.", value=_shown(node.value)))
            seen.add(node.name())

    def _as(self, wanted: type) -> Any:
        # In Python true is a kind of 1; in JSON it is not.
        if not isinstance(self.value, wanted) or (wanted is int and isinstance(self.value, bool)):
            self.refuse(
                worded("is {value}, and must be {kind}.", value=_shown(self.value), kind=_NAMES[wanted])
            )
        return self.value

    def _child(self, value: Any, step: str) -> Node:
        return Node(value, self.source, self.place + step)


def _shown(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, dict | list):
        return _NAMES[type(value)]
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
