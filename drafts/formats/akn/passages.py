"""The words of an element with their marks, and the notes met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from drafts.core.document import Mark, Marks, Note
from drafts.core.tidying import tidy
from drafts.formats.akn.vocabulary import key_of, local
from drafts.formats.text.lines import one_spelling

_GONE = frozenset({"del", "img", "meta"})
_SPACES = frozenset({"br", "eol"})
_ITALIC = frozenset({"i", "em"})


class NoteReader:
    """The notes of a document, each read where it is first met. ``exact``: we wrote it, spaces and all."""

    def __init__(self, root: etree._Element, *, exact: bool) -> None:
        self.exact = exact
        self.order: list[str] = []  # eIds of notes in the order they are wanted in, where that is another
        self.accepted = 0  # marked changes that were taken as made
        self._elements = {
            str(each.get("eId") or each.get("id")): each
            for each in root.iter()
            if local(each) in ("authorialNote", "note")
        }
        self._ids: dict[etree._Element, str] = {}
        self._notes: dict[str, tuple[etree._Element, Note]] = {}

    def call(self, element: etree._Element) -> str:
        """The id of the note that an <authorialNote> is or a <noteRef> names; empty if there is none."""
        if local(element) == "noteRef":
            target = self._elements.get(str(element.get("href", "")).removeprefix("#"))
            if target is None:
                return ""
            element = target
        if element not in self._ids:
            self._take(element)
        return self._ids[element]

    def notes(self) -> tuple[Note, ...]:
        """All of them, also those that nothing calls, in the order they were written in."""
        for element in self._elements.values():
            if element not in self._ids:
                self._take(element)
        found = list(self._notes.values())
        if self.exact:
            order = {id: at for at, id in enumerate(self.order)}
            found.sort(key=lambda pair: (order.get(str(pair[0].get("eId")), 0), _place(pair[0])))
        return tuple(note for _, note in found)

    def _take(self, element: etree._Element) -> None:
        number = str(len(self._ids) + 1)
        key = key_of(str(element.get("GUID", ""))) if self.exact else ""
        id = key if key and key not in self._notes else f"n{number}"
        while id in self._notes:
            id += "+"
        self._ids[element] = id
        label = str(element.get("marker", number if not self.exact else ""))
        self._notes[id] = element, Note(id, label, "")
        text, marks = read_passage(_words_of(element), self)
        self._notes[id] = element, Note(id, label, text, marks)


def read_passage(elements: Iterable[etree._Element], notes: NoteReader) -> tuple[str, Marks]:
    """What the elements say, one after the other, with italics and calls."""
    passage = _Passage(notes)
    for number, element in enumerate(elements):
        if number:
            passage.say(" ", italic=False)
        passage.read(element, italic=False)
    return passage.finish()


class _Passage:
    def __init__(self, notes: NoteReader) -> None:
        self._notes = notes
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0
        self._spaced = True  # whether a space before the next word would be one too many

    def read(self, element: etree._Element, *, italic: bool) -> None:
        self.say(element.text, italic=italic)
        for child in element:
            self._child(child, italic)
            self.say(child.tail, italic=italic)

    def say(self, text: str | None, *, italic: bool) -> None:
        text = text or ""
        if not self._notes.exact:
            text = one_spelling(text)
            text = text.lstrip() if self._spaced else text
        if text:
            start, self._length = self._length, self._length + len(text)
            self._spaced = text[-1].isspace()
            self._parts.append(text)
            if italic:
                self._marks.append(Mark.italic(start, self._length))

    def finish(self) -> tuple[str, Marks]:
        text = "".join(self._parts)
        if not self._notes.exact:
            text = text.rstrip()
        ends = (
            mark._replace(start=min(mark.start, len(text)), end=min(mark.end, len(text)))
            for mark in self._marks
        )
        return text, tidy(ends)

    def _child(self, child: etree._Element, italic: bool) -> None:
        name = local(child)
        if name in ("authorialNote", "noteRef"):
            if id := self._notes.call(child):
                self._marks.append(Mark.call(self._length, id))
        elif name in _SPACES:
            self.say(" ", italic=False)
        elif name in _GONE or is_removed(child):
            self._notes.accepted += name != "img"
        else:
            self._notes.accepted += name == "ins"
            self.read(child, italic=italic or name in _ITALIC or "italic" in str(child.get("style", "")))


def lines_in(part: etree._Element) -> Iterator[etree._Element]:
    """The innermost lines of a part that is not the text proper; not those of its notes."""
    for child in part:
        name = local(child)
        if name in ("p", "block", "heading") and child.find("{*}p") is None:
            yield child
        elif name not in ("authorialNote", "meta"):
            yield from lines_in(child)


def is_removed(element: etree._Element) -> bool:
    """Whether a marked-up comparison says that the element is no longer there."""
    return element.get("status") == "removed"


def _words_of(note: etree._Element) -> Iterator[etree._Element]:
    blocks = [child for child in note if local(child) != "num"]
    return iter(blocks or [note])


def _place(element: etree._Element) -> int:
    number = str(element.get("eId", "")).rpartition("_")[2]
    return int(number) if number.isdecimal() else 0
