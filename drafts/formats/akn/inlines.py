"""A text with its marks into the words, <i>, <authorialNote> and <noteRef> of an element."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from lxml import etree

from drafts.core.document import Mark, Marks, Note, Paragraph
from drafts.core.tidying import tidy
from drafts.formats.akn.vocabulary import note_guid, tag, writable

Call = Callable[[etree._Element, Mark], None]


class NoteWriter:
    """Writes a note where it is first called, and a reference to it where it is called again."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = {note.id: note for note in notes}
        self._ids = {note.id: f"authorialNote_{number}" for number, note in enumerate(notes, 1)}
        self._written: set[str] = set()

    def say(self, parent: etree._Element, paragraph: Paragraph) -> None:
        """Put a paragraph's text into ``parent``."""
        write_inline(parent, paragraph.text, paragraph.marks, self._call)

    def uncalled(self) -> list[etree._Element]:
        """<note> elements for what no paragraph called, to stand among the metadata."""
        return [self._note("note", note) for note in self._notes.values() if note.id not in self._written]

    def _call(self, parent: etree._Element, mark: Mark) -> None:
        note = self._notes[mark.note]
        if note.id in self._written:
            self._refer(parent, mark)
        else:
            self._written.add(note.id)
            parent.append(self._note("authorialNote", note))

    def _note(self, name: str, note: Note) -> etree._Element:
        element = etree.Element(
            tag(name),
            eId=self._ids[note.id],
            GUID=note_guid(note.id),
            marker=writable(note.label),
            placement="bottom",
        )
        write_inline(etree.SubElement(element, tag("p")), note.text, note.marks, self._refer)
        return element

    def _refer(self, parent: etree._Element, mark: Mark) -> None:
        note = self._notes[mark.note]
        etree.SubElement(parent, tag("noteRef"), href=f"#{self._ids[note.id]}", marker=writable(note.label))


def write_inline(
    parent: etree._Element, text: str, marks: Marks, call: Call, italics: str = tag("i")
) -> None:
    """Write ``text`` into ``parent``; ``call`` writes the element of a note's call, ``italics`` names theirs.

    A call inside italics stands inside their element, one at either end of them outside::

        <i>Recalling</i><authorialNote …/> its <i>first<authorialNote …/> report</i>
    """
    marks = tidy(marks)
    calls = deque(mark for mark in marks if mark.type == "note")
    at = 0
    for italic in (mark for mark in marks if mark.type == "italic"):
        _stretch(parent, text, at, italic.start, _upto(calls, italic.start), call)
        inner = etree.SubElement(parent, italics)
        _stretch(inner, text, italic.start, italic.end, _upto(calls, italic.end - 1), call)
        at = italic.end
    _stretch(parent, text, at, len(text), list(calls), call)


def _upto(calls: deque[Mark], last: int) -> list[Mark]:
    taken = []
    while calls and calls[0].start <= last:
        taken.append(calls.popleft())
    return taken


def _stretch(parent: etree._Element, text: str, start: int, end: int, calls: list[Mark], call: Call) -> None:
    for mark in calls:
        add_text(parent, text[start : mark.start])
        call(parent, mark)
        start = mark.start
    add_text(parent, text[start:end])


def add_text(parent: etree._Element, text: str) -> None:
    """Words after whatever stands in ``parent`` so far."""
    text = writable(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
