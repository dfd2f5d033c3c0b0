"""Raw text into lines: the same words in one spelling, whatever program they were copied from.

What is made equal: accents (NFC), line ends, tabs and doubled spaces, invisible characters. Offsets of the
resolution read count in this text. Typographic apostrophes, guillemets and single no-break spaces stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafts.core.document import Doubt, Kind, Marks
from drafts.core.doubting import doubted
from drafts.formats.text.marking import cut_marks

LONGEST_WRAPPED = 200  # characters: printed lines have at most some 110; beyond, a line is a whole paragraph

_BREAKS = "\r\u000b\u0085\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u200c\u2060\ufeff"
_CONTROLS = "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_SURROGATES = "\ud800-\udfff"
_SELDOM = re.compile(f"[{_BREAKS}{_INVISIBLE}{_CONTROLS}{_SURROGATES}]")
_CONTROL, _SURROGATE = re.compile(f"[{_CONTROLS}]+"), re.compile(f"[{_SURROGATES}]")
_CRLF = ("\r\r\n", "\r\n")  # the first where a program has made CRLF of CRLF
_BLANKS = re.compile(r"\n[ \t\n]*\n")  # several empty lines say no more than one
_SPACE_RUN = re.compile(r"[^\S\n]{2,}|\t")
_ESCAPED = "_*.#[]()&-"  # what Markdown converters put a backslash before
_RULE = re.compile(r"[_‗]{5,}|[-–—―]{8,}|(?:_ ?){5,}")
_MARKUP = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|br|span|body|head|script|a|td|li)\b[^<>]{0,200}>", re.IGNORECASE)
TAGS_OF_A_PAGE = 5  # so many tags among the first characters, and it is a page and not a text about one


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its outer spaces, and what the file says of it; a plain text says little.

    ``gap``: an empty line stands before it. ``page``: a new page begins with it. ``block``: how many blocks
    of notes stand above it. ``opens``: whether a paragraph begins with it, None where the file does not say.
    ``heading``: it is set as one. ``label`` is a number printed before it that is not in ``text``, and
    ``level`` its depth (0: to be told from the label). ``marks``: italics, and calls whose ``note`` is the
    label of the note. ``origin`` is the caller's own name for it, by which its place is found again. ``kind``
    is that of the paragraph that opens with it, where the file says so for certain; label and level are then
    believed as they are.
    """

    text: str
    gap: bool = False
    page: bool = False
    block: int = 0
    opens: bool | None = None
    heading: bool = False
    label: str = ""
    level: int = 0
    marks: Marks = ()
    origin: int = -1
    kind: Kind | None = None

    def after(self, start: int) -> Line:
        """What stands from ``start`` on, without the space and the label before it."""
        start += len(self.text[start:]) - len(self.text[start:].lstrip())
        marks = cut_marks(self.marks, start, len(self.text))
        return replace(self, text=self.text[start:], gap=False, page=False, label="", marks=marks)

    def upto(self, end: int) -> Line:
        """What stands before ``end``, without the space before it."""
        end = len(self.text[:end].rstrip())
        return replace(self, text=self.text[:end], marks=cut_marks(self.marks, 0, end))


def clean(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text in one spelling, and what was odd about it."""
    doubts = tuple(_oddities(text))
    text = _visible(text)
    for sign in _ESCAPED if "\\" in text else "":
        text = text.replace(f"\\{sign}", sign)
    return unicodedata.normalize("NFC", _BLANKS.sub("\n\n", text)), doubts


def one_spelling(text: str) -> str:
    """The words of one line in one spelling; its outer spaces stay."""
    return unicodedata.normalize("NFC", _SPACE_RUN.sub(" ", _visible(text).replace("\n", " ")))


def lines_of(text: str, most: int) -> tuple[tuple[Line, ...], str]:
    """The first ``most`` lines, of which those that hold something, and the text that is left after them.

    Each line says whether space or a page's end parts it from the one before.
    """
    raw = text.split("\n", most)
    rest = raw.pop() if len(raw) > most else ""
    return tuple(_lines(raw)), rest.replace("\n", " ").strip()


def is_rule(text: str) -> bool:
    """Whether a line is drawn and not written: what stands above notes, and closes some texts."""
    return bool(_RULE.fullmatch(text))


def unwrapped(lines: tuple[Line, ...]) -> bool:
    """Whether each line is a whole paragraph rather than a printed line."""
    return sum(len(line.text) > LONGEST_WRAPPED for line in lines) > len(lines) / 20


def _visible(text: str) -> str:
    """Line ends of every kind made line feeds, and what has no shape left out."""
    if not _SELDOM.search(text):
        return text
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))
    for ending in _CRLF:
        text = text.replace(ending, "\n")
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    for sign in _INVISIBLE:
        text = text.replace(sign, "")
    return text


def _oddities(text: str) -> Iterator[Doubt]:
    if _CONTROL.search(text):
        yield Doubt("control-characters", doubted("control-characters"))
    if _SURROGATE.search(text):
        yield Doubt("lone-surrogates", doubted("lone-surrogates"))
    if _MARKUP.match(text) or len(_TAG.findall(text[:20_000])) >= TAGS_OF_A_PAGE:
        yield Doubt("web-page", doubted("web-page"))


def _lines(text: list[str]) -> Iterator[Line]:
    gap = page = False
    for raw in text:
        page = page or "\f" in raw
        words = raw.replace("\f", " ").strip()
        if "  " in words or "\t" in words or not words.isascii():
            words = _SPACE_RUN.sub(" ", words)
        if not words:
            gap = True
            continue
        yield Line(words, gap, page)
        gap = page = False
