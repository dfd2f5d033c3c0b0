"""A document with marked changes as the two texts that it holds: before them, and after."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from lxml import etree

from drafts.core.comparison import JOINT
from drafts.core.document import DEEPEST_LEVEL, KINDS, PROPOSALS, Kind, Mark, Marks, Paragraph, Resolution
from drafts.formats.akn.heads import read_own_head
from drafts.formats.akn.passages import NoteReader, read_passage
from drafts.formats.akn.tree import leading
from drafts.formats.akn.vocabulary import key_of, local, note_guid, own_tag, tag

Which = Literal["old", "new"]

# Which elements and italics a side has that the other has not.
_OWN: dict[Which, str] = {"old": "del", "new": "ins"}
_OTHER: dict[Which, str] = {"old": "ins", "new": "del"}


def marked(root: etree._Element) -> int:
    """How many marked changes there are in a document."""
    return sum(local(each) in ("ins", "del") or each.get("status") == "removed" for each in root.iter())


def side_of(root: etree._Element, side: Which) -> etree._Element:
    """A copy of a document with its marked changes made, or else unmade."""
    root = copy.deepcopy(root)
    space = etree.QName(root).namespace
    own, other = (f"{{{space}}}{each[side]}" if space else each[side] for each in (_OWN, _OTHER))
    etree.strip_elements(root, other, with_tail=False)
    etree.strip_tags(root, own)
    for each in root.iterfind(f".//{{*}}i[@class='{_OTHER[side]}']"):
        each.tag = tag("upright")
    etree.strip_tags(root, tag("upright"))
    for each in [each for each in root.iter() if each.get("status") == "removed"]:
        if side == "old":
            del each.attrib["status"]
        else:
            _drop(each)
    return root


def read_own_old(document: etree._Element, own: etree._Element) -> Resolution:
    """The old text of a document of ours that marks a comparison; ``document`` has its changes unmade."""
    for joint in document.iter(tag("eol")):
        joint.tail = JOINT + (joint.tail or "")
    etree.strip_tags(document, tag("eol"))
    head = read_own_head(document, own)
    proposal = next((each for each in PROPOSALS if each == key_of(str(own.get("proposal", "")))), None)
    elements = {str(each.get("eId")): each for each in document.iter() if each.get("eId")}
    notes = _notes(document, own, elements)
    return replace(
        head,
        symbol=key_of(str(own.get("symbol", ""))),
        lineage=key_of(str(own.get("lineage", ""))),
        language=key_of(str(own.get("language", ""))),
        proposal=proposal,
        paragraphs=tuple(_paragraphs(own, elements, notes)),
        notes=notes.notes(),
    )


def _notes(document: etree._Element, own: etree._Element, elements: dict[str, etree._Element]) -> NoteReader:
    """The notes that the old text had, under its keys and labels and in its order."""
    listed = [
        (elements[str(each.get("at"))], each)
        for each in own.iterfind(own_tag("oldNote"))
        if each.get("at") in elements
    ]
    for each in list(document.iter(tag("note"))):
        if each not in {element for element, _ in listed}:
            _drop(each)
    for element, said in listed:
        element.set("GUID", note_guid(key_of(str(said.get("key", "")))))
        element.set("marker", key_of(str(said.get("label", ""))))
    reader = NoteReader(document, exact=True)
    reader.order = [str(said.get("at")) for _, said in listed]
    return reader


def _paragraphs(
    own: etree._Element, elements: dict[str, etree._Element], notes: NoteReader
) -> Iterator[Paragraph]:
    listed = list(own.iterfind(own_tag("oldParagraph")))
    sharing = Counter(each.get("at") for each in listed)
    read: Counter[str | None] = Counter()
    for each in listed:
        at = each.get("at")
        text, marks = _joined([elements[id] for id in str(at).split() if id in elements], notes)
        if sharing[at] > 1:
            text, marks = _part(text, marks, read[at])
        read[at] += 1
        yield Paragraph(
            key_of(str(each.get("key", ""))),
            _kind(str(each.get("kind"))),
            text,
            _level(str(each.get("level"))),
            key_of(str(each.get("label", ""))),
            marks,
        )


def _joined(elements: Sequence[etree._Element], notes: NoteReader) -> tuple[str, Marks]:
    """What several elements say, run on."""
    text = ""
    marks: Marks = ()
    for element in elements:
        own, own_marks = read_passage(_said(element), notes)
        marks += tuple(mark.moved(len(text)) for mark in own_marks)
        text += own
    return text, _met(marks)


def _met(marks: Marks) -> Marks:
    """Italics that meet where two elements do, as one."""
    met: list[Mark] = []
    for mark in marks:
        last = met[-1] if met else None
        if last and last.type == mark.type == "italic" and last.end == mark.start:
            met[-1] = Mark.italic(last.start, mark.end)
        else:
            met.append(mark)
    return tuple(met)


def _part(text: str, marks: Marks, number: int) -> tuple[str, Marks]:
    """One of several paragraphs that were merged into one."""
    parts = text.split(JOINT)
    if number >= len(parts):  # changed by hand
        return "", ()
    start = sum(len(part) + len(JOINT) for part in parts[:number])
    end = start + len(parts[number])
    inside = (
        mark._replace(start=max(mark.start, start), end=min(mark.end, end)).moved(-start)
        for mark in marks
        if start <= mark.start <= end or (mark.type == "italic" and mark.start < start < mark.end)
    )
    return parts[number], tuple(mark for mark in inside if mark.type == "note" or mark.start < mark.end)


def _said(element: etree._Element) -> list[etree._Element]:
    """The elements that hold a paragraph's words, and no number."""
    if local(element) == "formula":
        return list(element)
    if local(element) not in ("p", "block"):
        return leading(element)
    for number in element.findall("{*}docNumber"):
        _drop(number)
    return [element]


def _kind(name: str) -> Kind:
    return next((kind for kind in KINDS if kind == name), "text")


def _level(written: str) -> int:
    return min(int(written), DEEPEST_LEVEL) if written.isdecimal() else 0


def _drop(element: etree._Element) -> None:
    """Take an element out, and leave what follows it."""
    element.tag = tag("dropped")
    parent = element.getparent()
    if parent is not None:
        etree.strip_elements(parent, tag("dropped"), with_tail=False)
