"""Fields: what Word computes and shows, such as a page number or the number of a note cited again.

A field is written between signs: ``begin``, its instruction, ``separate``, what it showed when last computed,
``end``. Readers want what it shows, and never the instruction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from drafts.formats.docx.names import Element, w
from drafts.formats.docx.plain import remove, replace, unwrap

NOTE_AGAIN = "note-again"  # our element in the place of a NOTEREF; ``bookmark`` says where the note is called

_OF_NOTES = frozenset({"NOTEREF", "FTNREF"})
_OF_THE_PAGE = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "TOA", "INDEX"})
_SIGN, _INSTRUCTION, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_KIND = w("fldCharType")


@dataclass
class _Field:
    begin: Element
    instruction: str = ""
    separate: Element | None = None
    end: Element | None = None

    @property
    def words(self) -> list[str]:
        return self.instruction.split() or [""]


def without_fields(story: Element, again: Mapping[str, str]) -> Element:
    """The same tree with what its fields show in their place; those of the page are gone.

    ``story`` is the body, or one note: fields do not reach beyond. ``again`` holds the bookmarks of notes. A
    field without an end, as deletions leave behind, is none.
    """
    for element in list(story.iter(_SIMPLE)):
        _settle_simple(element, again)
    fields = _complete(story)
    if fields:
        for element in _hidden(story, fields, again):
            remove(element)
        for field in fields:
            if (bookmark := _note(field.words, again)) and field.end is not None:
                replace(field.end, [_note_again(bookmark)])
    for element in list(story.iter(_SIGN, _INSTRUCTION)):
        remove(element)
    return story


def _note(words: list[str], again: Mapping[str, str]) -> str:
    """The bookmark of the note that a field's words call again; empty if they call none that is there."""
    name = words[1].strip('"') if words[0].upper() in _OF_NOTES and len(words) > 1 else ""
    return name if name in again else ""


def _settle_simple(element: Element, again: Mapping[str, str]) -> None:
    words = element.get(w("instr"), "").split() or [""]
    if bookmark := _note(words, again):
        run = etree.Element(w("r"))
        run.append(_note_again(bookmark))
        replace(element, [run])
    elif words[0].upper() in _OF_THE_PAGE:
        remove(element)
    else:
        unwrap(element)


def _note_again(bookmark: str) -> Element:
    return etree.Element(NOTE_AGAIN, bookmark=bookmark)


def _complete(story: Element) -> list[_Field]:
    """The fields that have an end, the inner before the outer."""
    open_: list[_Field] = []
    complete: list[_Field] = []
    for element in story.iter(_SIGN, _INSTRUCTION):
        if element.tag == _INSTRUCTION:
            if open_ and open_[-1].separate is None:
                open_[-1].instruction += element.text or ""
            continue
        kind = element.get(_KIND)
        if kind == "begin":
            open_.append(_Field(element))
        elif kind == "separate" and open_:
            open_[-1].separate = element
        elif kind == "end" and open_:
            complete.append(open_.pop())
            complete[-1].end = element
    return complete


def _hidden(story: Element, fields: list[_Field], again: Mapping[str, str]) -> list[Element]:
    """What stands in the runs between a field's begin and what it shows, or its end if it shows nothing."""

    def shows(field: _Field) -> bool:
        return field.words[0].upper() not in _OF_THE_PAGE and not _note(field.words, again)

    hides = {field.begin for field in fields}
    reveals = {
        field.separate if shows(field) and field.separate is not None else field.end for field in fields
    }
    found, depth = [], 0
    for run in story.iter(w("r")):
        for element in run:
            if element in reveals:
                depth -= 1
            if depth and element.tag not in (_SIGN, w("rPr")):
                found.append(element)
            if element in hides:
                depth += 1
    return found
