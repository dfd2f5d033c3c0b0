"""Lines of plain text for a terminal or a mail: where to break them, and how to show changes in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from drafts.core.comparison import Op, Segment

WIDTH = 76  # columns; a mail that is answered twice still fits into 80
# A word with the spaces after it; an ideograph or kana may always end a line.
_WORD = re.compile(
    "(?:[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+)\\s*"
)
# What looks like a number, a page, a rule or a note at the beginning of a line, and so begins none.
_MISREAD = re.compile(r"[(\[]?(?:\w{1,5}|\*+)[.)\]]+\s*$|\d{1,5}(?:/\d{1,3})?\s*$|[-–—_*]|\[")
# What at the end of a line is joined to the next word when the text is read.
_JOINING = "-\u2010\u2011/–"
# Signs that move a terminal's cursor or change its colours: a text is shown, never obeyed.
_OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """What is written where a stretch begins and ends. ``every_line``: again at each line."""

    begins: dict[str, str]
    ends: dict[str, str]
    every_line: bool = False

    def mark(self, kind: str, text: str) -> str:
        return f"{self.begins.get(kind, '')}{text}{self.ends.get(kind, '')}"


# As git and wdiff mark words, which mail programs leave alone.
PLAIN = Style({"delete": "[-", "insert": "{+"}, {"delete": "-]", "insert": "+}"})
# Red struck through, green underlined: nothing rests on the colour alone.
COLOURED = Style(
    {"delete": "\x1b[31;9m", "insert": "\x1b[32;4m", "italic": "\x1b[3m", "strong": "\x1b[1m"},
    dict.fromkeys(("delete", "insert", "italic", "strong"), "\x1b[0m"),
    every_line=True,
)


def wrap(segments: Iterable[Segment], style: Style, *, first: str = "  ", rest: str = "  ") -> str:
    """Segments as lines, ``first`` before the first and ``rest`` before the others."""
    shown = [Segment(op, clean(text)) for op, text in segments if text]
    lines = _breaks("".join(text for _, text in shown), WIDTH - max(len(first), len(rest)))
    written = [""]
    begun: Op = "equal"
    for op, text, new_line in _pieces(shown, lines):
        turns = op != begun or (new_line and style.every_line)
        if new_line:
            written[-1] = written[-1].rstrip()
        if turns:
            written[-1] += style.ends.get(begun, "")
        if new_line:
            written.append("")
        written[-1] += (style.begins.get(op, "") if turns else "") + text
        begun = op
    written[-1] += style.ends.get(begun, "")
    return "\n".join(f"{rest if at else first}{line}".rstrip() for at, line in enumerate(written))


def clean(text: str) -> str:
    """The text without signs that a terminal would obey; each leaves a mark where it stood."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: an ideograph two, a combining accent none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def _breaks(text: str, width: int) -> set[int]:
    """The offsets at which a new line begins: as late as may be, where none could be misread.

    ::

        … United Nations, Treaty Series, vol. 2349,        not    … vol. 2349, No.
        No. 42146.                                                42146.
    """
    breaks: set[int] = set()
    used, last, since = 0, 0, 0  # columns of the line; where it may yet be broken, and columns from there on
    for word in _WORD.finditer(text):
        joins = text[max(word.start() - 2, 0) : word.start()].rstrip().endswith(tuple(_JOINING))
        may = bool(used) and not joins and not _MISREAD.match(word[0])
        if may:
            last, since = word.start(), 0
        if last and used + columns(word[0].rstrip()) > width:
            breaks.add(last)
            used, last = since, 0
        used, since = used + columns(word[0]), since + columns(word[0])
        if "\n" in word[0]:
            breaks.add(word.end())
            used = last = since = 0
    return breaks - {len(text)}


def _pieces(segments: list[Segment], breaks: set[int]) -> Iterator[tuple[Op, str, bool]]:
    """The segments cut at every break, each with whether it begins a line."""
    at = 0
    for op, text in segments:
        inside = sorted(each - at for each in breaks if at < each < at + len(text))
        edges = [0, *inside, len(text)]
        for left, right in pairwise(edges):
            yield op, text[left:right].replace("\n", ""), at + left in breaks
        at += len(text)
