"""What is wrong with a Word file that is to hold two texts: one list of faults, empty if nothing is."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from openxml_audit import OpenXmlValidator

from drafts.core.document import Marks, Resolution
from drafts.formats import read, write
from drafts.formats.docx.content import Content, read_document
from drafts.formats.docx.form import FURNITURE
from drafts.formats.docx.package import open_package
from tests.word_files import WORD

W = f"{{{WORD}}}"


def faults(data: bytes, old: Resolution, new: Resolution) -> list[str]:
    """Everything that is wrong with ``data``, a file whose changes lead from ``old`` to ``new``."""
    return [*_side_faults(data, old, new), *form_faults(main(data)), *audit(data)]


def _side_faults(data: bytes, old: Resolution, new: Resolution) -> Iterator[str]:
    """Each side is read as its text, and its paper says what that text's own file says."""
    for side, text in (("rejected", old), ("accepted", new)):
        if read(data, "a.docx", tracked=side) != text:
            yield f"{side}: read as another text"
        if shown(content(data, side)) != shown(content(write(text, "docx"), "accepted")):
            yield f"{side}: the paper says something else than the text's own"


def content(data: bytes, side: Any) -> Content:
    """What the file says with its changes accepted, or rejected."""
    return read_document(open_package(data, "a.docx")).content(side)


def shown(content: Content) -> tuple[list[Any], list[Any]]:
    """Paragraphs with style, number, words, italics and calls, then notes; to the last space.

    What a file calls its notes among themselves is its own affair: they are told by their order.
    """
    places = {note.id: str(at) for at, note in enumerate(content.notes)}

    def placed(marks: Marks) -> list[Any]:
        return [(each.start, each.end, each.note and places[each.note]) for each in marks]

    paragraphs = [each for block in content.blocks for each in block.paragraphs]
    return (
        [
            (each.style, each.label, each.text, placed(each.marks))
            for each in paragraphs
            # The last paragraph of a cell cannot go: an empty line in the masthead is nothing.
            if each.text or not each.style.startswith(FURNITURE.lower())
        ],
        [(each.label, each.text, placed(each.marks)) for each in content.notes],
    )


def main(data: bytes) -> etree._Element:
    """The part that holds the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def form_faults(found: etree._Element) -> list[str]:
    """No words of a deletion are written as words; moves come in pairs; every change has its own number."""
    told = [
        f"{tag} in a deletion"
        for change in found.iter(f"{W}del")
        for tag in ("t", "instrText")
        if change.find(f".//{W}{tag}") is not None
    ]
    numbers = Counter(each.get(f"{W}id") for each in found.iter() if each.get(f"{W}author") is not None)
    told += [f"two changes have the number {number}" for number, count in numbers.items() if count > 1]
    names = [sorted(_attributes(found, f"{kind}RangeStart", "name")) for kind in ("moveFrom", "moveTo")]
    if names[0] != names[1]:
        told.append(f"moves without their other end: {names}")
    for kind in ("moveFrom", "moveTo"):
        if _attributes(found, f"{kind}RangeStart", "id") != _attributes(found, f"{kind}RangeEnd", "id"):
            told.append(f"a range of {kind} is not closed, or not in turn")
    signs = Counter(_attributes(found, "fldChar", "fldCharType"))
    if not signs["begin"] == signs["separate"] == signs["end"]:
        told.append(f"a field is not closed: {signs}")
    return told


def _attributes(found: etree._Element, tag: str, name: str) -> list[str]:
    return [each.get(f"{W}{name}", "") for each in found.iter(f"{W}{tag}")]


def audit(data: bytes) -> list[str]:
    """The errors that openxml-audit knows."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(data)
        # A new one each time: one that has seen a file looks for the notes of the next in it.
        return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]
