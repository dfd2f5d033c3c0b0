"""A resolution as an Akoma Ntoso 3.0 document: a <statement>, valid by the strict schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from lxml import etree

from drafts.core.document import Masthead, Paragraph, Resolution
from drafts.formats.akn.body import TreeWriter
from drafts.formats.akn.inlines import NoteWriter
from drafts.formats.akn.meta import SOURCE, iso_date, write_meta, write_own, write_references
from drafts.formats.akn.vocabulary import DOCUMENT_NAMES, NAMESPACE, Ids, local, tag, writable

INDENT = "  "
MASTHEAD = tuple(each.name for each in fields(Masthead))

_WORDED = frozenset({"p", "block", "num", "docTitle"})


def write_akn(resolution: Resolution) -> bytes:
    """The resolution as XML. Signs that XML cannot hold stand as �; marks are tidied, all else is kept."""
    main, annexes = _parted(resolution.paragraphs)
    root = etree.Element(tag("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    statement = etree.SubElement(root, tag("statement"), name=DOCUMENT_NAMES[resolution.proposal])
    meta = write_meta(statement, resolution)
    write_references(meta, resolution)
    _preface(statement, resolution)
    ids, notes = Ids(), NoteWriter(resolution.notes)
    _main(statement, main, TreeWriter(ids, notes))
    _attachments(statement, annexes, resolution, ids, notes)
    if uncalled := notes.uncalled():
        etree.SubElement(meta, tag("notes"), source=SOURCE).extend(uncalled)
    write_own(meta, resolution)
    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: etree._Element, line: str) -> None:
    """Each element on a line of its own down to those that hold words, in which every space is meant."""
    if local(element) in _WORDED or not len(element):
        return
    element.text = line + INDENT
    for child in element:
        _indent(child, line + INDENT)
        child.tail = line + INDENT
    element[-1].tail = line


def _parted(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[list[Paragraph]]]:
    """The main text, and each annex with what follows its heading."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.kind == "annex":
            parts.append([])
        parts[-1].append(paragraph)
    return parts[0], parts[1:]


def _preface(statement: etree._Element, resolution: Resolution) -> None:
    preface = etree.SubElement(statement, tag("preface"))
    masthead = etree.SubElement(preface, tag("container"), name="masthead", eId="container_masthead")
    for name in MASTHEAD:
        if written := getattr(resolution.masthead, name):
            _masthead_line(masthead, name, written, resolution)
    if resolution.symbol:
        etree.SubElement(_block(masthead, "symbol"), tag("docNumber")).text = writable(resolution.symbol)
    if not len(masthead):
        preface.remove(masthead)
    if resolution.sponsors or resolution.submitted:
        sponsors = etree.SubElement(preface, tag("container"), name="sponsors", eId="container_sponsors")
        for number, sponsor in enumerate(resolution.sponsors, 1):
            block = _block(sponsors, "sponsor")
            proponent = etree.SubElement(block, tag("docProponent"), refersTo=f"#sponsor_{number}")
            proponent.text = writable(sponsor.name)
        if resolution.submitted:
            _block(sponsors, "submitted").text = writable(resolution.submitted)
    if resolution.title:
        long_title = etree.SubElement(preface, tag("longTitle"), eId="longTitle")
        title = etree.SubElement(etree.SubElement(long_title, tag("p")), tag("docTitle"))
        title.text = writable(resolution.title)
    if not len(preface):
        statement.remove(preface)


def _masthead_line(masthead: etree._Element, name: str, written: str, resolution: Resolution) -> None:
    block = _block(masthead, name)
    if name == "date" and (date := iso_date(resolution)):
        block = etree.SubElement(block, tag("docDate"), date=date)
    block.text = writable(written)


def _block(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, tag("block"), name=name)


def _main(statement: etree._Element, paragraphs: list[Paragraph], tree: TreeWriter) -> None:
    opening = _length_of_preamble(paragraphs)
    closing = _start_of_conclusions(paragraphs, opening)
    if opening:
        tree.preamble(etree.SubElement(statement, tag("preamble"), eId="preamble"), paragraphs[:opening])
    tree.body(
        etree.SubElement(statement, tag("mainBody"), eId="body"), paragraphs[opening:closing], "operative"
    )
    if paragraphs[closing:]:
        tree.lines(etree.SubElement(statement, tag("conclusions")), paragraphs[closing:])


def _length_of_preamble(paragraphs: list[Paragraph]) -> int:
    """Up to the last enacting or preambular paragraph before the first that a <preamble> cannot hold."""
    length = 0
    for at, paragraph in enumerate(paragraphs, 1):
        plain = not paragraph.level and not paragraph.label
        if paragraph.kind == "operative" or not (
            plain or (paragraph.kind == "preambular" and paragraph.level)
        ):
            break
        if paragraph.kind in ("enacting", "preambular"):
            if paragraph.kind == "preambular" and not paragraph.level:
                break
            length = at
    return length


def _start_of_conclusions(paragraphs: list[Paragraph], after: int) -> int:
    """Where nothing but unnumbered text follows an operative paragraph: the closing lines."""
    at = len(paragraphs)
    while at > after and _is_closing(paragraphs[at - 1]):
        at -= 1
    return at if at > after and paragraphs[at - 1].kind == "operative" else len(paragraphs)


def _is_closing(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and not paragraph.level and not paragraph.label


def _attachments(
    statement: etree._Element,
    annexes: list[list[Paragraph]],
    resolution: Resolution,
    ids: Ids,
    notes: NoteWriter,
) -> None:
    """Each annex as a document of its own, attached (AKN4UN, Modelling of GA Resolutions)."""
    if not annexes:
        return
    attachments = etree.SubElement(statement, tag("attachments"))
    for number, (heading, *paragraphs) in enumerate(annexes, 1):
        attachment = etree.SubElement(attachments, tag("attachment"), eId=f"att_{number}")
        annex = etree.SubElement(attachment, tag("doc"), name="annex")
        write_meta(annex, resolution, f"annex_{number}")
        tree = TreeWriter(ids, notes, f"att_{number}")
        tree.lines(etree.SubElement(annex, tag("preface")), [heading])
        tree.body(etree.SubElement(annex, tag("mainBody")), paragraphs, "text")
