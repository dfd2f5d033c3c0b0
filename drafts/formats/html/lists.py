"""What browsers print before the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from drafts.core.numbering import ONE_BRACKET, letters, roman

MOST = 9_999  # no list is longer; the letters of a number beyond would fill the page

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b((?:lower|upper)-(?:alpha|latin|roman)|decimal|none|disc|circle|square)",
    re.IGNORECASE,
)
_TYPES = {"1": "decimal", "a": "lower-alpha", "i": "lower-roman", "A": "upper-alpha", "I": "upper-roman"}
_WHOLE = re.compile(r"-?\d{1,6}")


def printed_labels(listed: etree._Element, language: str) -> Iterator[tuple[etree._Element, str]]:
    """Each item of an ordered list with its number: ``3.``, ``(a)``, ``ii)``; empty where none is printed.

    Letters and roman numerals stand in brackets, as resolutions in the language have them.
    """
    kind = _kind(listed) or "decimal"
    number = _whole(listed.get("start"), 1) - 1
    for item in listed.iterchildren("li"):
        number = _whole(item.get("value"), number + 1)
        yield item, _label(number, _kind(item) or kind, language) if 0 < number <= MOST else ""


def _label(number: int, kind: str, language: str) -> str:
    if kind == "decimal":
        return f"{number}."
    if kind in ("none", "disc", "circle", "square"):
        return ""
    bare = roman(number) if kind.endswith("roman") else letters(number)
    if kind.startswith("upper"):
        return f"{bare.upper()}."
    return f"{bare})" if language in ONE_BRACKET else f"({bare})"


def _kind(element: etree._Element) -> str:
    if found := _STYLE.search(str(element.get("style", ""))):
        return found[1].lower().replace("latin", "alpha")
    return _TYPES.get(str(element.get("type", "")), "")


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and _WHOLE.fullmatch(written.strip()) else otherwise
