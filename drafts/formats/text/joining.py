"""Printed lines into one text: what stands between the last word of a line and the first of the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from drafts.formats.text.lines import Line
from drafts.formats.text.marking import without

# A hyphen at a line's end belongs to the word in UN documents, which are not hyphenated by machine
# (sous-/régionales, Secretary -/General with a kerning gap); a stroke joins as well, and Chinese signs.
_HYPHEN_END = re.compile(r"(?<=\w) ?[-\u2010\u2011]$")
_KERNED_HYPHEN = re.compile(r"(?<=\w) (?=[-\u2010\u2011]$)")
_STROKE_END = re.compile(r"(?<=\w)/$")
_RANGE_END = re.compile(r"(?<=\d)[–-]$")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*[-./_=?&#]$")  # of a web page, broken behind a sign
_ADDRESS_GOES_ON = re.compile(r"[a-z0-9%]")
_IDEOGRAPH = re.compile("[\u3000-\u9fff\uff00-\uffef]")

# Kerning leaves a gap before a hyphen or a comma: South -South, COVID -19, gap , 5.
_GAP_BEFORE_HYPHEN = re.compile(r"(?<=\w) -(?=\w)")
_GAP_IN_RANGE = re.compile(r"(?<=\d) –(?=\d)|(?<=\d–) (?=\d)")
_GAP_BEFORE_COMMA = re.compile(r"(?<=\S) (?=[,.](?:\s|$))(?! \. \.)")


def join(lines: Iterable[str]) -> str:
    """The lines as one text, one space or none between them, kerning gaps closed."""
    mended = [mend(line) for line in lines]
    parts = [_ending(line, after) + separator(line, after) for line, after in pairwise(mended)]
    return "".join(parts + mended[-1:])


def separator(line: str, after: str) -> str:
    if not line or not after:
        return ""
    if _HYPHEN_END.search(line):
        return "" if after[0].isalnum() else " "
    if _ADDRESS_END.search(line) and _ADDRESS_GOES_ON.match(after):
        return ""
    if _STROKE_END.search(line) or (_RANGE_END.search(line) and after[0].isdigit()):
        return ""
    if _IDEOGRAPH.match(line[-1]) and _IDEOGRAPH.match(after[0]):
        return ""
    return " "


def end_line(line: Line, after: str) -> Line:
    """The line as it stands before ``after``, with what stands on it."""
    return _respaced(line, _ending(line.text, after))


def mend_line(line: Line) -> Line:
    """The line with the gaps closed that kerning leaves, and what stands on it."""
    return _respaced(line, mend(line.text))


def _ending(line: str, after: str) -> str:
    """The line without the kerning gap before a hyphen that joins it to the next."""
    return _KERNED_HYPHEN.sub("", line) if after[:1].isalnum() else line


def mend(text: str) -> str:
    """Close the gaps that kerning leaves before hyphens, commas and full stops, and beside a range's dash."""
    if "–" in text:
        text = _GAP_IN_RANGE.sub(lambda found: found[0].strip(), text)
    if " -" not in text and " ," not in text and " ." not in text:
        return text
    return _GAP_BEFORE_COMMA.sub("", _GAP_BEFORE_HYPHEN.sub("-", text))


def _respaced(line: Line, text: str) -> Line:
    """The line with ``text``, which is its own but for some spaces less."""
    if text == line.text:
        return line
    gone, kept = [], 0
    for at, sign in enumerate(line.text):
        if kept < len(text) and sign == text[kept]:
            kept += 1
        else:
            gone.append(at)
    return replace(line, text=text, marks=without(line.marks, gone))
