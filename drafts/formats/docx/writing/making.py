"""Elements of WordprocessingML, made in one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from drafts.formats.docx.names import RELATIONSHIPS, WORD, Element, w

NAMESPACES = {"w": WORD, "r": RELATIONSHIPS}

_UNWRITABLE = re.compile("[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]")  # no XML holds them, or no reader keeps them
_PIECES = re.compile("([\t\n\u2011\u00ad])")
_SIGNS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def made(tag: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """``made("pPr", made("pStyle", val="Title"))``; children that are None are left out."""
    written = {w(each): str(value) for each, value in attributes.items()}
    element = etree.Element(w(tag), written, NAMESPACES)
    element.extend(child for child in children if child is not None)
    return element


def writable(text: str) -> str:
    """The text without what a file cannot hold."""
    return _UNWRITABLE.sub("", text)


def written_text(text: str, *, deleted: bool = False) -> Iterator[Element]:
    """What stands in a run for a text: its words, and elements for tabs, line breaks and special hyphens."""
    for piece in _PIECES.split(writable(text)):
        if sign := _SIGNS.get(piece):
            yield made(sign)
        elif piece:
            element = made("delText" if deleted else "t")
            element.text = piece
            element.set(_SPACE, "preserve")
            yield element
