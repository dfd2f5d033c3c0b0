"""An Akoma Ntoso document into a resolution: ours to the letter, and what others write by its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from drafts.core.document import Doubt, Kind, Masthead, Paragraph, Resolution
from drafts.core.doubting import doubted
from drafts.core.phrases import PHRASEBOOKS, Recognised, recognise
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.core.worded import Figure
from drafts.formats.akn.heads import own_part, read_other_head, read_own_head
from drafts.formats.akn.parsing import parse
from drafts.formats.akn.passages import NoteReader, lines_in
from drafts.formats.akn.sides import Which, marked, read_own_old, side_of
from drafts.formats.akn.tree import MOST_PARAGRAPHS, TreeReader
from drafts.formats.akn.vocabulary import local, own_tag, words
from drafts.formats.text import Line, RawNote, Source, read_source

_BODIES = ("mainBody", "body", "debateBody", "judgmentBody", "amendmentBody", "collectionBody", "portionBody")
# Elements that show a structure; a body without any is judged line by line, by its words.
_STRUCTURE = frozenset(
    {"paragraph", "recital", "article", "section", "hcontainer", "point", "clause", "part"}
)


def read_akn(data: bytes, source: str) -> Resolution:
    """Read a resolution from XML.

    Raises:
        ReadError: it is not XML, declares entities, or is XML of another kind.
    """
    root = parse(data, source)
    document = _document(root)
    if document is None:
        return Resolution(doubts=(Doubt("empty", doubted("empty document")),))
    own = own_part(root)
    if own is None:
        return _read_other(document)
    if own.find(own_tag("old")) is None:
        return _read_own(document, own)
    new, count = _read_side(root, "new"), marked(root)
    told = Doubt("tracked-changes", doubted("tracked-changes", n=count))
    return replace(new, doubts=(*new.doubts, told)) if count else new


def read_akn_sides(data: bytes, source: str) -> tuple[Resolution, Resolution] | None:
    """The texts before and after the changes that are marked in a document; None if it marks none.

    A comparison that we wrote marks its changes even where there are none. Raises as ``read_akn`` does.
    """
    root = parse(data, source)
    own = own_part(root)
    ours = own is not None and own.find(own_tag("old")) is not None
    if _document(root) is None or not (ours or (own is None and marked(root))):
        return None
    return _read_side(root, "old"), _read_side(root, "new")


def _read_side(root: etree._Element, side: Which) -> Resolution:
    """One of the two texts of a document with marked changes."""
    made = side_of(root, side)
    document, own = _document(made), own_part(made)
    if document is None:
        return Resolution()
    if own is None:
        return _read_other(document)
    old = own.find(own_tag("old"))
    return _read_own(document, own) if side == "new" or old is None else read_own_old(document, old)


def _document(root: etree._Element) -> etree._Element | None:
    """The first document of those in the file that has a body of its own, else the first."""
    found = [each for each in root.iter() if each.find("{*}meta") is not None]
    bodied = [each for each in found if any(local(child) in _BODIES[:5] for child in each)]
    return next(iter(bodied or found), None)


def _read_own(document: etree._Element, own: etree._Element) -> Resolution:
    head = read_own_head(document, own)
    tree = TreeReader(NoteReader(document, exact=True), PHRASEBOOKS.get(head.language, PHRASEBOOKS["en"]))
    _read_parts(document, tree)
    tree.finish()
    return replace(head, paragraphs=tuple(tree.paragraphs), notes=tree.notes.notes())


def _read_other(document: etree._Element) -> Resolution:
    head, rest = read_other_head(document)
    found = Recognised(head.language) if head.language else recognise(_all_words(document))
    book = PHRASEBOOKS.get(found.language, Phrasebook("", ()))
    tree = TreeReader(NoteReader(document, exact=False), book)
    for line in rest:
        tree.add_line(line, "text")
    structured = any(local(each) in _STRUCTURE for each in document.iter())
    _read_parts(document, tree)
    tree.finish()
    read = replace(head, language=found.language, paragraphs=tuple(tree.paragraphs), notes=tree.notes.notes())
    if not structured:
        read = _judged(read)
    return replace(read, doubts=(*read.doubts, *_doubts(read, tree, found)))


def _all_words(document: etree._Element) -> str:
    return " ".join(words(part) for part in document if local(part) != "meta")


def _read_parts(document: etree._Element, tree: TreeReader) -> None:
    """Preamble, body, closing lines and annexes, in their order."""
    annex = document.get("name") == "annex"
    for part in document:
        name = local(part)
        if name == "preamble":
            tree.read(part, "preambular")
        elif name in _BODIES:
            tree.read(part, "text" if annex else "operative")
        elif name == "conclusions":
            tree.read(part, "text")
        elif name in ("attachments", "components"):
            for inner in part.iter():
                if inner.find("{*}meta") is not None:
                    _read_annex(inner, tree)


def _read_annex(annex: etree._Element, tree: TreeReader) -> None:
    """The heading of an annex, from its preface or from the number and heading of its attachment."""
    kind: Kind = "annex"
    above = annex.getparent()
    for part in (*annex.iterfind("{*}preface"), *(() if above is None else above.iterfind("{*}heading"))):
        for line in [part] if local(part) == "heading" else lines_in(part):
            tree.add_line(line, kind)
            kind = "text"
    if kind == "annex" and not tree.notes.exact:
        title = etree.Element("p")
        title.text = str(annex.get("name") or "annex").capitalize()
        tree.add_line(title, "annex")
    for part in annex:
        if local(part) in (*_BODIES, "preamble", "conclusions"):
            tree.read(part, "text")


def _judged(read: Resolution) -> Resolution:
    """A document that is nothing but lines: its paragraphs told by their words, as in a text."""
    slanted = any(each.italics for each in read.paragraphs)
    judged = read_source(
        Source(
            tuple(_line(each) for each in read.paragraphs if each.text),
            tuple(
                RawNote(note.label, 0, [Line(note.text, marks=note.marks)], note.id) for note in read.notes
            ),
            calls_known=True,
            italics_known=slanted,
            furniture=False,
            symbol=read.symbol,
            language=read.language,
        )
    ).resolution
    return replace(
        judged,
        title=read.title or judged.title,
        sponsors=read.sponsors or judged.sponsors,
        proposal=read.proposal or judged.proposal,
        lineage=read.lineage,
        masthead=judged.masthead if read.masthead == Masthead() else read.masthead,
    )


def _line(paragraph: Paragraph) -> Line:
    level = paragraph.level if paragraph.label else 0
    heading = paragraph.kind == "heading"
    return Line(
        paragraph.text, opens=True, heading=heading, label=paragraph.label, level=level, marks=paragraph.marks
    )


def _doubts(read: Resolution, tree: TreeReader, found: Recognised) -> Iterator[Doubt]:
    """What was odd, beyond what the reading of lines has said already."""
    said = {doubt.code for doubt in read.doubts}
    if found.doubt and "language" not in said:
        yield Doubt("language", found.doubt)
    if tree.rest and "too-long" not in said:
        yield Doubt("too-long", doubted("too-long paragraphs", most=Figure(MOST_PARAGRAPHS)))
    if tree.notes.accepted:
        yield Doubt("tracked-changes", doubted("tracked-changes", n=tree.notes.accepted))
    if not read.paragraphs:
        yield Doubt("empty", doubted("empty file"))
    elif not read.of_kind("operative") and "no-operative" not in said:
        yield Doubt("no-operative", doubted("no-operative"))
