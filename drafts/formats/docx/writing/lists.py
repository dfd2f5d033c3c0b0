"""Numbers that Word counts by itself: which paragraphs have them, and from which list.

::

    1.  (a)  (b)  2.  2 bis.  (a)  1.        the labels of a text
    ↑   ↑    ↑    ↑           ↑    ↑
    list 1        list 1      list 2: begins (a) anew, as "2 bis." is not of the list
                                   list 3: begins 1. anew

A label that no list would print is written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafts.core import numbering
from drafts.core.document import DEEPEST_LEVEL, Paragraph
from drafts.formats.docx.form import style_of
from drafts.formats.docx.names import Element
from drafts.formats.docx.writing.making import made

FARTHEST = 999  # a list begins at no higher number; a label that says more is a year or a slip

REGULAR, BLANK = 1, 2  # the list of all numbers as they come, and one for paragraphs whose style has a number
_FORMS = ("decimal", "lowerLetter", "lowerRoman", "lowerLetter")
_TWO_BRACKETS, _ONE_BRACKET = "en", "fr"  # languages that write (a), and a)


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph's place: its list, and its level in it (from 0).

    ``written``: its label stands before its words instead.
    """

    list: int = BLANK
    depth: int = 0
    written: str = ""


@dataclass
class Lists:
    """The lists of a document. ``begins``: the level and number at which each after the first two begins."""

    brackets: str
    begins: list[tuple[int, int]] = field(default_factory=list)

    def number_of(self, paragraphs: Iterable[Paragraph]) -> list[Number]:
        """The number of each paragraph in turn."""
        counts = [0] * DEEPEST_LEVEL
        current = [REGULAR] * DEEPEST_LEVEL
        return [self._number(paragraph, counts, current) for paragraph in paragraphs]

    def begin(self, list: int) -> tuple[int, int]:
        """The level and number at which a list after the first two begins."""
        return self.begins[list - BLANK - 1]

    def part(self) -> Element:
        """The patterns and their lists."""
        blank = made(
            "lvl", made("numFmt", val="none"), made("suff", val="nothing"), made("lvlText", val=""), ilvl=0
        )
        root = made("numbering", self._pattern(), made("abstractNum", blank, abstractNumId=BLANK))
        for number in (REGULAR, BLANK):
            root.append(made("num", made("abstractNumId", val=number), numId=number))
        for number, (depth, start) in enumerate(self.begins, BLANK + 1):
            override = made("lvlOverride", made("startOverride", val=start), ilvl=depth)
            root.append(made("num", made("abstractNumId", val=REGULAR), override, numId=number))
        return root

    def _number(self, paragraph: Paragraph, counts: list[int], current: list[int]) -> Number:
        if not paragraph.label:
            return Number()
        depth = paragraph.level - 1
        if depth < 0:
            return Number(written=paragraph.label)
        counts[:depth] = [count or 1 for count in counts[:depth]]  # a level that is passed over has begun
        number = counts[depth] + 1
        if self._printed(number, depth) != paragraph.label:
            number = self._value(paragraph.label, depth)
            if not number:
                return Number(written=paragraph.label)
            self.begins.append((depth, number))
            current[depth:] = [BLANK + len(self.begins)] * (DEEPEST_LEVEL - depth)
        elif depth:
            current[depth + 1 :] = [current[depth]] * (DEEPEST_LEVEL - depth - 1)
        if not depth:
            current[1:] = [current[0]] * (DEEPEST_LEVEL - 1)
        counts[depth:] = [number] + [0] * (DEEPEST_LEVEL - depth - 1)
        return Number(current[depth], depth)

    def _printed(self, number: int, depth: int) -> str:
        return numbering.label(number, depth + 1, self.brackets)

    def _value(self, label: str, depth: int) -> int:
        """The number that prints as ``label`` at that level, or 0."""
        bare = label.strip("().")
        tries = [int(bare)] if bare.isascii() and bare.isdecimal() and len(bare) < 4 else range(1, 105)
        return next((each for each in tries if each and self._printed(each, depth) == label), 0)

    def _pattern(self) -> Element:
        root = made("abstractNum", made("multiLevelType", val="multilevel"), abstractNumId=REGULAR)
        for depth, form in enumerate(_FORMS):
            text = numbering.label(1, depth + 1, self.brackets)
            sign = numbering.label(1, depth + 1, self.brackets).strip("().")
            root.append(
                made(
                    "lvl",
                    made("start", val=1),
                    made("numFmt", val=form),
                    made("pStyle", val=style_of("operative", depth + 1).replace(" ", "")),
                    made("suff", val="tab"),
                    made("lvlText", val=text.replace(sign, f"%{depth + 1}")),
                    made("lvlJc", val="left"),
                    ilvl=depth,
                )
            )
        return root


def plan_lists(texts: Sequence[Paragraph]) -> Lists:
    """Lists whose labels have brackets as most of these paragraphs' have."""
    below = [each.label for each in texts if each.level in (2, 3)]
    two = sum(label.startswith("(") for label in below)
    return Lists(_TWO_BRACKETS if 2 * two >= len(below) else _ONE_BRACKET)
