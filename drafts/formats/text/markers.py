"""The labels paragraphs open with: ``3.``, ``(a)``, ``ii)``, ``b.``, and the level each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafts.core.numbering import letters, roman

MOST_BELOW = 104  # sub-paragraphs known by label: four times the alphabet

_NUMBER = re.compile(
    r"(?P<number>\d{1,5})(?: ?(?P<more>bis|ter|quater|alt))?(?P<stop> ?[.．](?!\d))?"
    r"(?P<rest>(?:\s.*|(?<=[.．])\S.*)?)"
)
_SUB = re.compile(
    r"(?P<label>\(?(?P<bare>[a-z]{1,7})\)|(?P<lone>[a-z])\.)\s+(?P<rest>\S.*)|(?P<alone>\(?[a-z]{1,7}\))"
)
_LETTERS = {letters(number): number for number in range(1, MOST_BELOW + 1)}
_ROMANS = {roman(number): number for number in range(1, MOST_BELOW + 1)}


@dataclass(frozen=True, slots=True)
class Number:
    """``3 bis.`` before ``rest``; ``stopped`` says whether its full stop was there."""

    value: int
    label: str
    rest: str
    stopped: bool = True


def number(text: str) -> Number | None:
    """The Arabic number a line opens with; no digit follows its full stop (``1.5 million``)."""
    found = _NUMBER.fullmatch(text)
    if not found or not (found["stop"] or found["rest"]):
        return None
    more = f" {found['more']}" if found["more"] else ""
    return Number(
        int(found["number"]), f"{int(found['number'])}{more}.", found["rest"].strip(), bool(found["stop"])
    )


def sub_label(text: str) -> tuple[str, str]:
    """The letter or roman numeral a line opens with, and the rest; two empty texts if there is none."""
    found = _SUB.fullmatch(text)
    if not found:
        return "", ""
    return found["alone"] or found["label"], found["rest"] or ""


@dataclass
class Ladder:
    """How far the sub-paragraphs of one paragraph have come, by level 2 to 4; 0 where none is open."""

    counts: dict[int, int] = field(default_factory=lambda: {2: 0, 3: 0, 4: 0})

    def reset(self) -> None:
        self.counts = {2: 0, 3: 0, 4: 0}

    def level(self, label: str, opens_list: bool) -> int:
        """The level at which ``label`` is the next one, or 0 if it follows from nothing.

        ``opens_list``: the text before ends in a colon, so that (i) after (h) begins a list of its own.
        """
        bare = label.strip("().")
        if label.endswith("."):
            readings = [(4, _LETTERS.get(bare, 0))]
        else:
            readings = [(2, _LETTERS.get(bare, 0)), (3, _ROMANS.get(bare, 0))]
        if opens_list:
            readings.reverse()
        return next((level for level, at in readings if at and at == self.counts[level] + 1), 0)

    def nearest(self, label: str) -> int:
        """The level of a label that is not the next one: an open list of its kind, or the first."""
        bare = label.strip("().")
        if label.endswith("."):
            return 4
        if bare in _ROMANS and (self.counts[3] or bare not in _LETTERS):
            return 3
        return 2 if bare in _LETTERS else 0

    def take(self, level: int) -> None:
        """One more at ``level``; what stands below begins afresh."""
        self.counts[level] += 1
        for below in range(level + 1, 5):
            self.counts[below] = 0
