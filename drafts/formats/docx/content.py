"""What a Word file says, its changes accepted or rejected: blocks, notes, and the first page's head."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from drafts.core.document import Marks, Note
from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.docx.blocks import Block, Story
from drafts.formats.docx.fields import without_fields
from drafts.formats.docx.names import Element, r, switch, w
from drafts.formats.docx.notes import KINDS, Calls, find_calls
from drafts.formats.docx.numbering import List, Numbering, read_numbering
from drafts.formats.docx.package import Package
from drafts.formats.docx.plain import without_wrappers
from drafts.formats.docx.styles import Styles, read_styles
from drafts.formats.docx.tracked import Hand, Side, hands, settle


@dataclass(frozen=True)
class Content:
    """``head`` is what stands in the header of the first page: where UN documents have their masthead."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    head: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Document:
    """The parts of a file that hold its words, as written, changes and all.

    ``beside`` are the parts that Word keeps for other programs.
    """

    main: Element
    notes: dict[str, Element | None]
    head: Element | None
    settings: Element | None
    styles: Styles
    lists: dict[str, List]
    beside: tuple[Element, ...] = ()

    @property
    def hands(self) -> tuple[Hand, ...]:
        """Whose changes the file tracks; none if there are none."""
        return hands([self.main, *(part for part in self.notes.values() if part is not None)])

    def content(self, side: Side) -> Content:
        """What the file says with its changes accepted or rejected."""
        main = _settled(self.main, side)
        calls = find_calls(main, self.settings)
        body = main.find(w("body"))
        story = Story(self.styles, calls, Numbering(self.styles, self.lists))
        blocks = () if body is None else tuple(story.blocks(without_fields(body, calls.again)))
        notes = story.notes({kind: _notes(part, side, calls) for kind, part in self.notes.items()})
        head = () if self.head is None else self._head(self.head, side)
        return _checked(Content(blocks, notes, head))

    def _head(self, part: Element, side: Side) -> tuple[Block, ...]:
        story = Story(self.styles, Calls(), Numbering(self.styles, self.lists))
        return tuple(
            replace(block, marks=()) for block in story.blocks(without_fields(_settled(part, side), {}))
        )


def read_document(package: Package) -> Document:
    """The parts of a package that hold words, or say how they look.

    Raises:
        ReadError: one of them is damaged, or the one with the text is missing.
    """
    main = package.part(package.main)
    if main is None or main.tag != w("document"):
        raise ReadError(
            worded("its text is not where a Word file has it."), source=package.source, place=package.main
        )
    styles = read_styles(_related(package, "/styles"))
    return Document(
        main=main,
        notes={kind: _related(package, f"/{kind}s") for kind in KINDS},
        head=_first_header(package, main),
        settings=_related(package, "/settings"),
        styles=styles,
        lists=read_numbering(_related(package, "/numbering"), styles),
        beside=tuple(_beside(package)),
    )


def _related(package: Package, kind: str) -> Element | None:
    names = package.related(package.main, kind)
    return package.part(names[0]) if names else None


def _beside(package: Package) -> Iterator[Element]:
    for name in package.related(package.main, "/customXml"):
        part = package.part(name)
        if part is not None:
            yield part


def _first_header(package: Package, main: Element) -> Element | None:
    """The header of the first page of the first section, its own or the usual one."""
    section = main.find(f".//{w('sectPr')}")
    if section is None:
        return None
    names = {each.get(w("type")): each.get(r("id"), "") for each in section.iterfind(w("headerReference"))}
    wanted = "first" if switch(section, "titlePg") and "first" in names else "default"
    found = package.relationships(package.main).get(names.get(wanted, ""))
    return package.part(found[1]) if found else None


def _settled(part: Element, side: Side) -> Element:
    return settle(without_wrappers(deepcopy(part)), side)


def _notes(part: Element | None, side: Side, calls: Calls) -> Element | None:
    if part is None:
        return None
    settled = _settled(part, side)
    for note in settled:
        without_fields(note, calls.again)
    return settled


def _checked(content: Content) -> Content:
    """Without the calls of notes that nothing in the text calls first: a file may hold any nonsense."""
    known = {note.id for note in content.notes}

    def kept(marks: Marks) -> Marks:
        return tuple(mark for mark in marks if mark.type != "note" or mark.note in known)

    def block(each: Block) -> Block:
        return replace(
            each, marks=kept(each.marks), cells=tuple(tuple(map(block, cell)) for cell in each.cells)
        )

    return Content(
        tuple(block(each) for each in content.blocks),
        tuple(replace(note, marks=kept(note.marks)) for note in content.notes),
        content.head,
    )
