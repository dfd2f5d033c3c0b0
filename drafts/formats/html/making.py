"""Elements of the pages we write."""

from __future__ import annotations

from importlib.resources import files

from lxml import etree, html

from drafts.core.languages import RIGHT_TO_LEFT
from drafts.formats.akn.vocabulary import writable


def page(language: str, title: str, style: str) -> tuple[etree._Element, etree._Element]:
    """A page with the style of that name in it, and its body: no script, nothing fetched."""
    root = html.Element("html", lang=language or "und", dir=direction(language))
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title", title)
    add(head, "style", files(__package__).joinpath(style).read_text(encoding="utf-8"))
    return root, add(root, "body")


def bytes_of(root: etree._Element) -> bytes:
    return b"<!DOCTYPE html>\n" + bytes(html.tostring(root, encoding="utf-8")) + b"\n"


def direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def add(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """A new last child. Signs that no page can hold stand as �."""
    element = etree.SubElement(parent, tag, dict(attributes))
    element.text = writable(text) or None
    return element


def say(parent: etree._Element, text: str) -> None:
    """Words at the end of what the element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + writable(text)
    else:
        parent.text = (parent.text or "") + writable(text)
