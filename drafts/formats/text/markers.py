"""The labels paragraphs open with: ``3.``, ``(a)``, ``ii)``, ``b.``, and the level each stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafts.core.numbering import letters, roman

MOST_BELOW = 104  # sub-paragraphs known by label: four times the alphabet

_DIGITS = "\u0660-\u0669"  # as Arabic texts write them: ٠ to ٩
_NUMBER = re.compile(
    r"(?P<number>\d{1,5})(?: ?(?P<more>bis|ter|quater|alt))?"
    # ٣ - and 3 - before Arabic words, 3、 before Chinese ones, 3. before all.
    rf"(?P<stop> ?[.．](?!\d)|、|(?<=[{_DIGITS}]) ?[-–—](?!\S)| ?[-–—](?= +[\u0621-\u064a]))?"
    r"(?P<rest>(?:\s.*|(?<=[.．、])\S.*)?)"
)
_SUB = re.compile(
    r"(?P<label>[(（]?(?:[a-z]{1,7}|[а-яё]|[\u0621-\u064a]ـ?|[一二三四五六七八九十]{1,3})[)）]|[a-z]\."
    rf"|[㈠-㈩]|['‘’][0-9{_DIGITS}]{{1,2}}['‘’])"
    r"(?:(?:\s+|(?=[\u3400-\u9fff]))(?P<rest>\S.*))?"
)
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"  # the order of letters in Arabic lists
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_CHINESE = ("", *"一二三四五六七八九")

_LETTERS = (
    {letters(number): number for number in range(1, MOST_BELOW + 1)}
    | {letter: number for number, letter in enumerate(_ABJAD, 1)}
    | {letter: number for number, letter in enumerate(_CYRILLIC, 1)}
)
_ROMANS = (
    {roman(number): number for number in range(1, MOST_BELOW + 1)}
    | {chr(ord("㈠") + number - 1): number for number in range(1, 11)}
    | {sign: number for number, sign in enumerate(_CHINESE) if sign}
    | {f"{'十' if ten == 1 else ten and _CHINESE[ten] + '十'}{_CHINESE[one]}": 10 * ten + one
       for ten in range(1, 4) for one in range(10)}
    | {str(number): number for number in range(1, 100)}
)  # fmt: skip


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
    if not found["rest"] and found["label"][-1] not in ")）":
        return "", ""
    return found["label"], found["rest"] or ""


def _bare(label: str) -> str:
    """What a label counts with: ``a`` of ``(a)``, ``1`` of ``'١'``, ``ه`` of ``(هـ)``."""
    bare = label.strip("()（）.'‘’ـ")
    return str(int(bare)) if bare.isdecimal() else bare


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
        bare = _bare(label)
        if label.endswith("."):
            readings = [(4, _LETTERS.get(bare, 0))]
        else:
            readings = [(2, _LETTERS.get(bare, 0)), (3, _ROMANS.get(bare, 0))]
        if opens_list:
            readings.reverse()
        return next((level for level, at in readings if at and at == self.counts[level] + 1), 0)

    def nearest(self, label: str) -> int:
        """The level of a label that is not the next one: an open list of its kind, or the first."""
        bare = _bare(label)
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
