"""Words printed in one go: what is known of them, and how they are gathered sign by sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from drafts.formats.pdf.glyphs import Glyph

_OF_CALLS = frozenset("0123456789*†‡,")
_CLOSING = frozenset(",.)]”’")  # not ; and : and », which French parts from what stands before them
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Raised:
    """Small raised signs, before the code point ``at`` of a cell's text."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Words printed in one go. ``italics`` and ``bolds`` are half-open stretches of ``text``.

    ``tab`` is where the words begin behind a first one set apart, as a number is; 0 where there is none.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    font: str
    italics: tuple[tuple[int, int], ...] = ()
    bolds: tuple[tuple[int, int], ...] = ()
    raised: tuple[Raised, ...] = ()
    tab: float = 0.0

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return _covers(self.bolds, self.text)

    @property
    def italic(self) -> bool:
        return _covers(self.italics, self.text)


@dataclass
class CellWriter:
    """Gathers the text of a cell. A space is written when it is known what stands behind it."""

    signs: list[str] = field(default_factory=list)
    italic: list[bool] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    raised: list[Raised] = field(default_factory=list)
    spaced: bool = False  # whether a space is due
    calling: bool = False  # whether the last sign was a raised one

    def write(self, glyph: Glyph, apart: bool, raised: bool) -> None:
        self.spaced = self.spaced or apart
        if raised and glyph.sign in _OF_CALLS:
            self._raise(glyph.sign)
        else:
            self._set(glyph)

    def _raise(self, sign: str) -> None:
        if self.calling:
            run = self.raised.pop()
            self.raised.append(Raised(run.at, run.text + sign))
        else:
            self.raised.append(Raised(len(self.signs), sign))
        self.calling = True

    def _set(self, glyph: Glyph) -> None:
        if self.spaced and self.signs and not (self.calling and glyph.sign in _CLOSING):
            self._add(" ", glyph)
        self._add(glyph.sign, glyph)
        self.spaced = self.calling = False

    def _add(self, sign: str, glyph: Glyph) -> None:
        self.signs.append(sign)
        self.italic.append(glyph.style.italic)
        self.bold.append(glyph.style.bold)

    def cell(self, **where: Any) -> Cell:
        text = "".join(self.signs)
        if not text:  # a raised number alone, beside nothing it could be raised above
            return Cell("".join(raised.text for raised in self.raised), **where)
        return Cell(
            text,
            italics=_ranges(self.italic, self.signs),
            bolds=_ranges(self.bold, self.signs),
            raised=tuple(self.raised),
            **where,
        )


def _ranges(flags: Sequence[bool], signs: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the flags stand, without outer spaces and over inner ones."""
    ranges: list[tuple[int, int]] = []
    for at, (flag, sign) in enumerate(zip(flags, signs, strict=True)):
        if not flag or sign.isspace():
            continue
        if ranges and not "".join(signs[ranges[-1][1] : at]).strip():
            ranges[-1] = (ranges[-1][0], at + 1)
        else:
            ranges.append((at, at + 1))
    return tuple(ranges)


def _covers(ranges: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether no letter or digit stands outside of the ranges, and one within."""
    if not ranges:
        return False
    outside = [text[last[1] : this[0]] for last, this in pairwise([(0, 0), *ranges, (len(text), 0)])]
    return not _LETTER.search("".join(outside)) and bool(_LETTER.search(text))
