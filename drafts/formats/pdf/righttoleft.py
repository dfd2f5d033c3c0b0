"""Rows written from right to left, as in Arabic, put in the order in which they are read.

::

    on the page, from left to right      .2005 ربمسيد 16        read from the right, but numbers and
    as it is read                        16 ديسمبر 2005.        Latin words within from the left

The row is mirrored: its x runs from 0 leftwards, so that what begins a line has the smallest, as elsewhere.
All of its lengths below the page's left edge, which no other row has, are negative.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

from drafts.formats.pdf.glyphs import Glyph

# A number or Latin words, with what stands within them: 60/175, A/C.3/80/L.9, 3.5
_LEFT_TO_RIGHT = re.compile(r"[^\W\u0590-\u08ff](?:[\W_]{0,2}[^\W\u0590-\u08ff]+)*")
JOINED = 0.2  # of the narrower letter's width: letters beside each other overlap by a tenth
_INVISIBLE = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def reads_leftwards(glyphs: Sequence[Glyph]) -> bool:
    """Whether more of the letters are of a script that runs from right to left."""
    ways = [unicodedata.bidirectional(glyph.sign) for glyph in glyphs]
    return sum(way in ("R", "AL") for way in ways) > ways.count("L")


def mirrored(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The row's characters in the order in which they are read, in mirrored places."""
    flipped = [
        glyph._replace(left=-glyph.right, right=-glyph.left)
        for glyph in glyphs
        if glyph.sign not in _INVISIBLE
    ]
    flipped.sort(key=lambda glyph: glyph.left + glyph.right)  # middles: joined letters overlap
    _in_words(flipped)
    return [glyph for _, alike in groupby(flipped, _set_so) for glyph in _read(list(alike))]


def _in_words(glyphs: list[Glyph]) -> None:
    """Letters that are joined one above the other stand as they were drawn, whatever their places."""
    for end in range(1, len(glyphs)):
        at = end
        while at and _drawn_before(glyphs[at], glyphs[at - 1]):
            glyphs[at - 1], glyphs[at] = glyphs[at], glyphs[at - 1]
            at -= 1


def _drawn_before(this: Glyph, last: Glyph) -> bool:
    overlap = min(this.right, last.right) - max(this.left, last.left)
    joined = overlap > JOINED * min(this.right - this.left, last.right - last.left)
    return joined and this.sign.isalpha() and last.sign.isalpha() and this.place < last.place


def _set_so(glyph: Glyph) -> tuple[float, float]:
    """A raised number is no part of the number it stands beside."""
    return glyph.style.size, glyph.y


def _read(glyphs: list[Glyph]) -> list[Glyph]:
    """With each number, and each run of Latin words, turned round."""
    signs = "".join(glyph.sign for glyph in glyphs)
    for found in _LEFT_TO_RIGHT.finditer(signs):
        glyphs[found.start() : found.end()] = _turned(glyphs[found.start() : found.end()])
    return glyphs


def _turned(run: Sequence[Glyph]) -> list[Glyph]:
    """A run the other way round, within the same place."""
    start, end = min(glyph.left for glyph in run), max(glyph.right for glyph in run)
    return [
        glyph._replace(left=start + end - glyph.right, right=start + end - glyph.left)
        for glyph in reversed(run)
    ]
