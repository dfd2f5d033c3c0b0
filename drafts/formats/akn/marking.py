"""A comparison as an Akoma Ntoso document: the new text, with what went and what came marked in it.

Words by <del> and <ins>, paragraphs that are no longer there by ``status="removed"``, where they stood; a
moved paragraph stands in both places. What became of each is told among the metadata. Both texts can be read
from it as they were: what only the old one needs for that (keys, kinds, levels, numbers) is in <proprietary>.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from lxml import etree

from drafts.core.comparison import Change, Comparison, Op, Segments
from drafts.core.document import Note, Paragraph, Resolution, Sponsor
from drafts.formats.akn.inlines import add_text
from drafts.formats.akn.meta import SOURCE, write_doubts, write_meta, write_organization, write_own
from drafts.formats.akn.modifications import write_modifications
from drafts.formats.akn.vocabulary import DOCUMENT_NAMES, NAMESPACE, guid, note_guid, own_tag, tag, writable
from drafts.formats.akn.writing import MASTHEAD, indent, write_paragraphs
from drafts.formats.docx.writing.order import Item, in_one_row
from drafts.formats.docx.writing.pieces import Piece, pieces

WAS = "was/"  # before the key of a paragraph that only the old text has, which may be that of another
TAGS: Mapping[Op, str] = {"delete": "del", "insert": "ins"}


def write_akn_report(comparison: Comparison, *, old: Resolution, new: Resolution) -> bytes:
    """The comparison as XML, valid by the strict schema. Signs that XML cannot hold stand as �."""
    root = etree.Element(tag("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    name = DOCUMENT_NAMES[new.proposal]
    statement = etree.SubElement(root, tag("statement"), name=name, contains="multipleVersions")
    meta = write_meta(statement, new)
    row, notes = _Row.of(in_one_row(comparison, old, new)), _Notes.of(comparison, old, new)
    sponsors = _preface(statement, comparison.title, old, new)
    words = _Words(row, notes)
    places = write_paragraphs(statement, row.paragraphs, new, words, row.gone)
    write_modifications(meta, comparison.changes, [row.places(each, places) for each in comparison.changes])
    _references(meta, sponsors)
    notes.write(meta)
    own = write_own(meta, new)
    _write_old(etree.SubElement(own, own_tag("old")), old, row, places, notes)
    indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


@dataclass
class _Row:
    """The paragraphs of both texts in one row: ``gone`` are those that only the old one has there.

    ``said`` are the pieces of each, ``homes`` the keys in the row under which an old paragraph's words stand.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    said: dict[str, list[Piece]] = field(default_factory=dict)
    homes: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, items: Sequence[Item]) -> _Row:
        row = cls()
        for item in items:
            if item.news:
                row._standing(item)
            else:
                row._former(item)
        return row

    def _standing(self, item: Item) -> None:
        """Paragraphs of the new text; where one was split, each with its own share of the pieces."""
        shares = _shared(item.pieces, len(item.news))
        for paragraph, share in zip(item.news, shares, strict=True):
            self.paragraphs.append(paragraph)
            self.said[paragraph.id] = share
        for old in item.olds:
            self.homes[old.id] = [paragraph.id for paragraph in item.news]

    def _former(self, item: Item) -> None:
        (old,) = item.olds
        former = replace(old, id=WAS + old.id)
        self.paragraphs.append(former)
        self.gone.add(former.id)
        self.said[former.id] = item.pieces
        self.homes[old.id] = [former.id]

    def places(self, change: Change, places: Mapping[str, str]) -> tuple[list[str], list[str]]:
        """The eIds where a change's new paragraphs stand, and where its old ones do."""
        olds = dict.fromkeys(home for id in change.old for home in self.homes[id])
        return [places[id] for id in change.new], [places[home] for home in olds]


def _shared(said: Sequence[Piece], count: int) -> list[list[Piece]]:
    """The pieces of several paragraphs of the new text, cut where the next of them begins."""
    shares: list[list[Piece]] = [[]]
    for piece in said:
        if piece.joint and piece.op != "delete" and len(shares) < count:
            shares.append([])
        else:
            shares[-1].append(piece)
    return shares


@dataclass
class _Notes:
    """The notes of both texts, those that are one in both as one, all of them among the metadata.

    ``numbers`` are their places there, from 1, by side and key.
    """

    pairs: list[tuple[Note | None, Note | None, Segments]]
    numbers: dict[tuple[str, str], int]

    @classmethod
    def of(cls, comparison: Comparison, old: Resolution, new: Resolution) -> _Notes:
        pairs = [
            (old.notes_by_id.get(each.old), new.notes_by_id.get(each.new), each.segments)
            for each in comparison.notes
        ]
        numbers: dict[tuple[str, str], int] = {}
        for number, (before, after, _) in enumerate(pairs, 1):
            numbers |= {("old", before.id): number} if before else {}
            numbers |= {("new", after.id): number} if after else {}
        return cls(pairs, numbers)

    def write(self, meta: etree._Element) -> None:
        if not self.pairs:
            return
        notes = etree.SubElement(meta, tag("notes"), source=SOURCE)
        for number, (before, after, segments) in enumerate(self.pairs, 1):
            note = after or before
            assert note is not None  # noqa: S101 - every change of a note is of a note
            key = note.id if after else WAS + note.id
            element = etree.SubElement(
                notes, tag("note"), eId=_note_id(number), GUID=note_guid(key), marker=writable(note.label)
            )
            if not after:
                element.set("status", "removed")
            sides = [(each,) if each else () for each in (before, after)]
            _say(etree.SubElement(element, tag("p")), pieces(segments, *sides), self)

    def refer(self, parent: etree._Element, side: str, key: str) -> None:
        number = self.numbers[side, key]
        before, after, _ = self.pairs[number - 1]
        note = before if side == "old" else after
        label = writable(note.label) if note else ""
        etree.SubElement(parent, tag("noteRef"), href=f"#{_note_id(number)}", marker=label)


def _note_id(number: int) -> str:
    return f"authorialNote_{number}"


@dataclass(frozen=True)
class _Words:
    """Writes the pieces of whatever paragraph is asked for."""

    row: _Row
    notes: _Notes

    def say(self, parent: etree._Element, paragraph: Paragraph) -> None:
        _say(parent, self.row.said[paragraph.id], self.notes)


def _say(parent: etree._Element, said: Sequence[Piece] | Iterator[Piece], notes: _Notes) -> None:
    """Pieces that share a fate in one <ins> or <del>; a joint of the old text is an <eol/>."""
    within, op = parent, "equal"
    for piece in said:
        for each in _apart(piece, notes):
            if each.op != op:
                op = each.op
                within = parent if op == "equal" else etree.SubElement(parent, tag(TAGS[op]))
            _piece(within, each, notes)


def _apart(piece: Piece, notes: _Notes) -> Iterator[Piece]:
    """Two notes that are called at one place, one in each text, and are not one, as two pieces."""
    one = piece.old_call and piece.new_call
    if one and notes.numbers["old", piece.old_call] != notes.numbers["new", piece.new_call]:
        yield Piece("delete", old_call=piece.old_call)
        yield Piece("insert", new_call=piece.new_call)
    else:
        yield piece


def _piece(parent: etree._Element, piece: Piece, notes: _Notes) -> None:
    if piece.joint:
        etree.SubElement(parent, tag("eol"))
    elif piece.new_call:
        notes.refer(parent, "new", piece.new_call)
    elif piece.old_call:
        notes.refer(parent, "old", piece.old_call)
    else:
        add_text(_slanted(parent, piece), piece.text)


def _slanted(parent: etree._Element, piece: Piece) -> etree._Element:
    """The element in which words stand as on their side; italics of one side alone say of which."""
    italic, was = piece.italic and piece.op != "delete", piece.was and piece.op != "insert"
    if not (italic or was):
        return parent
    element = etree.SubElement(parent, tag("i"))
    if piece.op == "equal" and italic != was:
        element.set("class", "ins" if italic else "del")
    return element


def _preface(
    statement: etree._Element, title: Segments, old: Resolution, new: Resolution
) -> list[tuple[str, str]]:
    """What stands above the text; gives the code and name of each sponsor in their order, of both texts."""
    preface = etree.SubElement(statement, tag("preface"))
    masthead = etree.SubElement(preface, tag("container"), name="masthead", eId="container_masthead")
    for name in MASTHEAD:
        _field(masthead, name, getattr(old.masthead, name), getattr(new.masthead, name))
    _field(masthead, "symbol", old.symbol, new.symbol, inner="docNumber")
    container = etree.SubElement(preface, tag("container"), name="sponsors", eId="container_sponsors")
    sponsors = []
    for op, sponsor in _one_list(old.sponsors, new.sponsors):
        sponsors.append((sponsor.code, sponsor.name))
        block = etree.SubElement(container, tag("block"), name="sponsor")
        proponent = etree.SubElement(block, tag("docProponent"), refersTo=f"#sponsor_{len(sponsors)}")
        add_text(proponent if op == "equal" else etree.SubElement(proponent, tag(TAGS[op])), sponsor.name)
    _field(container, "submitted", old.submitted, new.submitted)
    if title:
        line = etree.SubElement(preface, tag("longTitle"), eId="longTitle")
        heading = etree.SubElement(etree.SubElement(line, tag("p")), tag("docTitle"))
        for op, text in title:
            add_text(heading if op == "equal" else etree.SubElement(heading, tag(TAGS[op])), text)
    for part in (masthead, container):
        if not len(part):
            preface.remove(part)
    if not len(preface):
        statement.remove(preface)
    return sponsors


def _field(parent: etree._Element, name: str, old: str, new: str, inner: str = "") -> None:
    if not (old or new):
        return
    block = etree.SubElement(parent, tag("block"), name=name)
    block = etree.SubElement(block, tag(inner)) if inner else block
    if old == new:
        add_text(block, new)
        return
    for each, text in (("del", old), ("ins", new)):
        if text:
            add_text(etree.SubElement(block, tag(each)), text)


def _one_list(old: Sequence[Sponsor], new: Sequence[Sponsor]) -> Iterator[tuple[Op, Sponsor]]:
    """Both lists in one, each in its own order."""
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i1:i2] == new[j1:j2]:
            yield from (("equal", each) for each in new[j1:j2])
        else:
            yield from (("delete", each) for each in old[i1:i2])
            yield from (("insert", each) for each in new[j1:j2])


def _references(meta: etree._Element, sponsors: Sequence[tuple[str, str]]) -> None:
    references = etree.SubElement(meta, tag("references"), source=SOURCE)
    write_organization(references, "un", "/ontology/organization/un", "United Nations")
    write_organization(references, "rapporteur", "/ontology/organization/rapporteur", "Rapporteur")
    for number, (code, name) in enumerate(sponsors, 1):
        write_organization(
            references, f"sponsor_{number}", f"/ontology/organization/sponsor/{guid(code)}", name
        )


def _write_old(
    own: etree._Element, old: Resolution, row: _Row, places: Mapping[str, str], notes: _Notes
) -> None:
    """What the words of the old text do not say, in its order."""
    for name in ("symbol", "lineage", "language", "proposal"):
        own.set(name, guid(getattr(old, name) or ""))
    for paragraph in old.paragraphs:
        etree.SubElement(
            own,
            own_tag("oldParagraph"),
            key=guid(paragraph.id),
            kind=paragraph.kind,
            level=str(paragraph.level),
            label=guid(paragraph.label),
            at=" ".join(places[home] for home in row.homes[paragraph.id]),
        )
    for note in old.notes:
        at = _note_id(notes.numbers["old", note.id])
        etree.SubElement(own, own_tag("oldNote"), key=guid(note.id), label=guid(note.label), at=at)
    write_doubts(own, old.doubts)
