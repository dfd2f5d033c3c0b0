"""A resolution as an Akoma Ntoso 3.0 document: a <statement>, valid by the strict schema."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import fields

from lxml import etree

from drafts.core.document import Masthead, Paragraph, Resolution
from drafts.formats.akn.body import Speaker, TreeWriter
from drafts.formats.akn.inlines import NoteWriter
from drafts.formats.akn.meta import SOURCE, iso_date, write_meta, write_own, write_references
from drafts.formats.akn.vocabulary import DOCUMENT_NAMES, NAMESPACE, Ids, local, tag, writable

INDENT = "  "
MASTHEAD = tuple(each.name for each in fields(Masthead))

_WORDED = frozenset({"p", "block", "num", "docTitle"})


def write_akn(resolution: Resolution) -> bytes:
    """The resolution as XML. Signs that XML cannot hold stand as �; marks are tidied, all else is kept."""
    root = etree.Element(tag("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    statement = etree.SubElement(root, tag("statement"), name=DOCUMENT_NAMES[resolution.proposal])
    meta = write_meta(statement, resolution)
    write_references(meta, resolution)
    _preface(statement, resolution)
    notes = NoteWriter(resolution.notes)
    write_paragraphs(statement, resolution.paragraphs, resolution, notes)
    if uncalled := notes.uncalled():
        etree.SubElement(meta, tag("notes"), source=SOURCE).extend(uncalled)
    write_own(meta, resolution)
    indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def indent(element: etree._Element, line: str) -> None:
    """Each element on a line of its own down to those that hold words, in which every space is meant."""
    if local(element) in _WORDED or not len(element):
        return
    element.text = line + INDENT
    for child in element:
        indent(child, line + INDENT)
        child.tail = line + INDENT
    element[-1].tail = line


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


def write_paragraphs(
    statement: etree._Element,
    paragraphs: Sequence[Paragraph],
    resolution: Resolution,
    words: Speaker,
    gone: Container[str] = frozenset(),
) -> dict[str, str]:
    """Preamble, body, closing lines, annexes; gives the eId of each paragraph. ``gone``: see TreeWriter."""
    main, *annexes = _parted(paragraphs, gone)
    ids = Ids()
    tree = TreeWriter(ids, words, gone=gone)
    opening = _length_of_preamble(main, gone)
    closing = _start_of_conclusions(main, opening, gone)
    if opening:
        tree.preamble(etree.SubElement(statement, tag("preamble"), eId="preamble"), main[:opening])
    tree.body(etree.SubElement(statement, tag("mainBody"), eId="body"), main[opening:closing], "operative")
    if main[closing:]:
        tree.lines(etree.SubElement(statement, tag("conclusions")), main[closing:])
    places = dict(tree.places)
    for number, (attachment, annex) in enumerate(
        zip(_attachments(statement, annexes), annexes, strict=True), 1
    ):
        places |= _write_annex(
            attachment, number, annex, resolution, TreeWriter(ids, words, f"att_{number}", gone)
        )
    return places


def _parted(paragraphs: Sequence[Paragraph], gone: Container[str]) -> list[list[Paragraph]]:
    """The main text, and each annex with its heading."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.kind == "annex" and paragraph.id not in gone:
            parts.append([])
        parts[-1].append(paragraph)
    return parts


def _length_of_preamble(paragraphs: Sequence[Paragraph], gone: Container[str]) -> int:
    """Up to the last enacting or preambular paragraph before the first that a <preamble> cannot hold."""
    length = 0
    for at, paragraph in enumerate(paragraphs, 1):
        if paragraph.id in gone:
            continue
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


def _start_of_conclusions(paragraphs: Sequence[Paragraph], after: int, gone: Container[str]) -> int:
    """Where nothing but unnumbered text follows an operative paragraph: the closing lines."""
    at = len(paragraphs)
    while at > after and (_is_closing(paragraphs[at - 1]) or paragraphs[at - 1].id in gone):
        at -= 1
    if at == after or paragraphs[at - 1].kind != "operative":
        return len(paragraphs)
    while at < len(paragraphs) and paragraphs[at].id in gone:
        at += 1
    return at


def _is_closing(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and not paragraph.level and not paragraph.label


def _attachments(statement: etree._Element, annexes: Sequence[Sequence[Paragraph]]) -> list[etree._Element]:
    if not annexes:
        return []
    attachments = etree.SubElement(statement, tag("attachments"))
    return [
        etree.SubElement(attachments, tag("attachment"), eId=f"att_{number}")
        for number in range(1, len(annexes) + 1)
    ]


def _write_annex(
    attachment: etree._Element,
    number: int,
    annex: Sequence[Paragraph],
    resolution: Resolution,
    tree: TreeWriter,
) -> dict[str, str]:
    """An annex as a document of its own, attached (AKN4UN, Modelling of GA Resolutions)."""
    document = etree.SubElement(attachment, tag("doc"), name="annex")
    write_meta(document, resolution, f"annex_{number}")
    tree.lines(etree.SubElement(document, tag("preface")), annex[:1])
    tree.body(etree.SubElement(document, tag("mainBody")), annex[1:], "text")
    return tree.places
