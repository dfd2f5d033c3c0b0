"""Tracked changes in a Word file: all accepted, or all rejected, on the tree of a part.

What Word keeps of a change, and what becomes of it where all are accepted or rejected:

================================================  =====================  =====================
``w:ins``, ``w:moveTo`` round runs                unwrapped              gone
``w:del``, ``w:moveFrom`` round runs              gone                   unwrapped
the same four in a paragraph mark's properties    the mark stays, or the paragraph joins the next
``w:ins``, ``w:del`` in a row's properties        the row stays, or goes; likewise cells
``w:rPrChange``, ``w:pPrChange`` …                the new properties     the old ones, held within
================================================  =====================  =====================

A change within another (inserted by one hand, deleted by the next) needs no rule of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from drafts.formats.docx.names import Element, w
from drafts.formats.docx.plain import remove, unwrap

Side = Literal["accepted", "rejected"]

_NEW = (w("ins"), w("moveTo"))
_OLD = (w("del"), w("moveFrom"))
_CELLS: dict[Side, str] = {"accepted": w("cellDel"), "rejected": w("cellIns")}
_PROPERTIES = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr", "tblGrid")
)
_NUMBERING = w("numberingChange")
_CHANGES = (*_NEW, *_OLD, *_PROPERTIES, *_CELLS.values(), w("cellMerge"), _NUMBERING)
_DELETED_WORDS = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
# What a change of properties does not hold: how a paragraph's mark looks, what became of it, a page's heads.
_NOT_HELD = {w("rPr"), w("sectPr"), w("headerReference"), w("footerReference"), *_NEW, *_OLD}
_BETWEEN = frozenset(  # what may stand between two paragraphs without parting them
    w(f"{name}{end}")
    for name in ("bookmark", "commentRange", "moveFromRange", "moveToRange", "perm")
    for end in ("Start", "End")
) | {w("proofErr")}


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody whose changes a file tracks: how many, and when the first and the last were made.

    ``first`` and ``last`` are as written, ISO 8601 as a rule, or empty.
    """

    name: str
    changes: int = 0
    first: str = ""
    last: str = ""


def hands(roots: Iterable[Element]) -> tuple[Hand, ...]:
    """Whose changes are tracked in these parts, in the order of their first appearance; none if none are."""
    found: dict[str, Hand] = {}
    for root in roots:
        for element in root.iter(*_CHANGES):
            name, date = element.get(w("author"), ""), element.get(w("date"), "")
            hand = found.get(name, Hand(name))
            dates = sorted(filter(None, (hand.first, hand.last, date)))
            first, last = (dates[0], dates[-1]) if dates else ("", "")
            found[name] = replace(hand, changes=hand.changes + 1, first=first, last=last)
    return tuple(found.values())


def settle(root: Element, side: Side) -> Element:
    """The same tree with all its changes accepted or rejected, and no trace of any left."""
    _settle_cells(root, side)
    _settle_properties(root, side)
    stay, go = (_NEW, _OLD) if side == "accepted" else (_OLD, _NEW)
    joined = [paragraph for paragraph in root.iter(w("p")) if _loses_its_mark(paragraph, go)]
    for element in list(root.iter(*go)):
        parent = element.getparent()
        remove(parent.getparent() if parent is not None and parent.tag == w("trPr") else element)
    for element in list(root.iter(*stay)):
        unwrap(element)
    for element in root.iter(*_DELETED_WORDS):
        element.tag = _DELETED_WORDS[element.tag]
    _join(joined)
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            remove(table)
    return root


def _join(paragraphs: Iterable[Element]) -> None:
    """Paragraphs whose marks are gone, in the order of the text, each joined with the next one."""
    taken: dict[Element, Element] = {}  # those that have gone into the one before
    for paragraph in paragraphs:
        first = taken.get(paragraph, paragraph)
        after = first.getnext()
        while after is not None and after.tag in _BETWEEN:
            after = after.getnext()
        empty = first.find(f".//{w('r')}") is None
        if after is None or after.tag != w("p"):
            if empty:
                remove(first)
        elif _joined(first, after, empty) is first:
            taken[after] = first


def _joined(first: Element, second: Element, empty: bool) -> Element:
    """Two paragraphs made one: the first, unless it has no words left. What stays keeps its look."""
    if not empty:
        first.extend(_inner(second))
        remove(second)
        return first
    at = 0 if second.find(w("pPr")) is None else 1
    second[at:at] = _inner(first)
    remove(first)
    return second


def _inner(paragraph: Element) -> list[Element]:
    return [element for element in paragraph if element.tag != w("pPr")]


def _settle_cells(root: Element, side: Side) -> None:
    for element in list(root.iter(*_CELLS.values(), w("cellMerge"))):
        properties = element.getparent()
        remove(properties.getparent() if properties is not None and element.tag == _CELLS[side] else element)


def _settle_properties(root: Element, side: Side) -> None:
    for element in list(root.iter(*_PROPERTIES)):
        properties = element.getparent()
        if properties is None:
            continue
        properties.remove(element)
        if side == "rejected":
            kept = [child for child in properties if child.tag in _NOT_HELD]
            properties[:] = [*(element[0] if len(element) else ()), *kept]
    for element in list(root.iter(w("numPr"))):
        if side == "rejected" and element.find(w("ins")) is not None:
            remove(element)
    for element in list(root.iter(_NUMBERING)):
        remove(element)


def _loses_its_mark(paragraph: Element, go: tuple[str, str]) -> bool:
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and any(child.tag in go for child in mark)
