"""The characters of a page with their places and fonts, as PDFium tells them.

PDFium's own text breaks a line at every raised character and guesses spaces from kerning; single characters
tell the truth. Lengths are points (1/72 inch), ``y`` counts upwards from the foot of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

HYPHEN_AT_LINE_END = "\x02"  # what PDFium makes of a hyphen there
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18  # of a font, PDF 32000-1, table 123
_BOLD_WEIGHT = 600
SMALLEST, LARGEST = 1.0, 200.0  # points; what is smaller or larger nobody reads as text
FARTHEST = 14_400.0  # points from the corner of the page; PDF knows no larger page
RAISED_SHAPE = 0.2  # sizes above the baseline; digits stand on it, those of fonts with low ones below it
_DIGITS = frozenset("0123456789")
_LONGEST_NAME = 256  # bytes of a font's name that are looked at
_UPRIGHT = 0.02  # the sine of an angle that still is upright


class Style(NamedTuple):
    """How a stretch of characters is set. ``size`` is as printed, in points."""

    font: str
    size: float
    italic: bool
    bold: bool


class Glyph(NamedTuple):
    """A printed character: from ``left`` to ``right`` on the baseline ``y``, the ``place``-th drawn."""

    sign: str
    left: float
    right: float
    y: float
    style: Style
    place: int = 0


def glyphs_of(text: pdfium.PdfTextPage, most: int) -> Iterator[Glyph]:
    """The upright ones of the first ``most`` characters of a page, in the order in which they were drawn."""
    return _glyphs(text.raw, min(text.count_chars(), most))


def _glyphs(text: raw.FPDF_TEXTPAGE, count: int) -> Iterator[Glyph]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    last, style = None, None
    for at in range(count):
        # Characters set in one go share their style; what PDFium made up, a space or line end, was not set.
        drawn = ctypes.c_void_p.from_buffer(raw.FPDFText_GetTextObject(text, at)).value
        if drawn is None:
            continue
        if drawn != last:
            last, style = drawn, _style(text, at)
        code = raw.FPDFText_GetUnicode(text, at)
        if style is None or not code:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        if abs(x.value) > FARTHEST or abs(y.value) > FARTHEST or not abs(box.right) < FARTHEST:
            continue
        sign = "-" if code == ord(HYPHEN_AT_LINE_END) else chr(code)
        glyph = Glyph(sign, x.value, box.right, y.value, style, at)
        yield _raised(text, at, glyph) if sign in _DIGITS else glyph


def _raised(text: raw.FPDF_TEXTPAGE, at: int, glyph: Glyph) -> Glyph:
    """A digit whose shape stands above its baseline, as fonts have raised ones: made small and raised."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    if bottom.value - glyph.y < RAISED_SHAPE * glyph.style.size:
        return glyph
    small = glyph.style._replace(size=round(top.value - bottom.value, 2))
    return glyph._replace(y=bottom.value, style=small)


def _style(text: raw.FPDF_TEXTPAGE, at: int) -> Style | None:
    """How the character is set; None where it does not stand upright."""
    matrix, name, flags = raw.FS_MATRIX(), ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    if not raw.FPDFText_GetMatrix(text, at, matrix):
        return None
    height = (matrix.c**2 + matrix.d**2) ** 0.5
    width = (matrix.a**2 + matrix.b**2) ** 0.5
    size = round(raw.FPDFText_GetFontSize(text, at) * height, 2)
    if (
        not SMALLEST <= size <= LARGEST
        or not width
        or abs(matrix.b) > _UPRIGHT * width
        or matrix.a < 0
        or matrix.d < 0
    ):
        return None
    raw.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, flags)
    font = name.value.decode(errors="replace").split("+", 1)[-1]
    slanted = abs(matrix.c) > 0.1 * height
    italic = (
        slanted or bool(flags.value & _ITALIC_FLAG) or "italic" in font.lower() or "oblique" in font.lower()
    )
    weight = raw.FPDFText_GetFontWeight(text, at)
    bold = weight >= _BOLD_WEIGHT or bool(flags.value & _BOLD_FLAG) or "bold" in font.lower()
    return Style(font, size, italic, bold)
