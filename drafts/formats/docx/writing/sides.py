"""What two texts in one document share: lines above and below the text, notes, and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafts.core.comparison import Segments
from drafts.core.document import Mark, Paragraph, Resolution
from drafts.core.sponsor_line import sponsor_line
from drafts.core.words import compare_words
from drafts.formats.docx.form import SPONSORS, TITLE, UNCALLED
from drafts.formats.docx.names import Element, w
from drafts.formats.docx.writing.lists import BLANK, Lists, Number
from drafts.formats.docx.writing.notes import Notes
from drafts.formats.docx.writing.order import Item
from drafts.formats.docx.writing.pieces import Piece, pieces


@dataclass(frozen=True)
class Line:
    """A line that is no paragraph of the text, such as the title: None on a side that has none."""

    style: str
    old: Paragraph | None
    new: Paragraph | None
    stays: bool = False  # the paragraph is there on both sides, though it may be empty

    @property
    def segments(self) -> Segments:
        return tuple(compare_words(self.old.text if self.old else "", self.new.text if self.new else ""))

    @property
    def pieces(self) -> list[Piece]:
        return list(pieces(self.segments, *((each,) if each else () for each in (self.old, self.new))))


def lines_of(old: Resolution, new: Resolution, notes: tuple[Notes, Notes]) -> list[Line]:
    """Sponsor line, title and the closing paragraph, with the notes that hang from them."""
    was, now = (
        line_of(sponsor_line(text), own.sponsors) for text, own in zip((old, new), notes, strict=True)
    )
    gone, come = (Paragraph("", "text", "", marks=_calls_at(0, own.loose)) for own in notes)
    title = Line(TITLE, line_of(old.title), line_of(new.title))
    return [Line(SPONSORS, was, now), title, Line(UNCALLED, gone, come, stays=True)]


def line_of(text: str, notes: Sequence[str] = ()) -> Paragraph | None:
    return Paragraph("", "text", text, marks=_calls_at(len(text), notes)) if text else None


def _calls_at(at: int, notes: Sequence[str]) -> tuple[Mark, ...]:
    return tuple(Mark.call(at, note) for note in notes)


def share(places: Iterable[Line | Item], notes: tuple[Notes, Notes]) -> dict[str, str]:
    """The notes of the old text that are one with a note of the new: the same, and first called together.

    The old side's plan is changed to print the others behind the new side's.
    """
    seen: tuple[set[str], set[str]] = (set(), set())
    shared: dict[str, str] = {}
    old, new = notes
    for place in places:
        for piece in place.pieces:
            a, b = piece.old_call, piece.new_call
            if a and b and a not in seen[0] and b not in seen[1] and _same(a, b, notes):
                shared[a] = b
            seen[0].add(a)
            seen[1].add(b)
    for at, id in enumerate(old.places, len(new.places) + 1):
        old.places[id] = new.places[shared[id]] if id in shared else at
    new.again |= {shared[id] for id in old.again if id in shared}
    return shared


def _same(a: str, b: str, notes: tuple[Notes, Notes]) -> bool:
    """Whether two notes say the same under labels that Word prints alike."""
    old, new = notes[0].notes[a], notes[1].notes[b]
    automatic = a in notes[0].automatic, b in notes[1].automatic
    alike = all(automatic) or (not any(automatic) and old.label == new.label)
    plain = not any(mark.type == "note" for mark in (*old.marks, *new.marks))
    return alike and plain and (old.text, old.marks) == (new.text, new.marks)


def number_by_calls(part: Element, main: Element) -> None:
    """Sort the notes as they are called, and number them so. Word goes by the numbers alone.

    LibreOffice 7.4 takes the notes one after another from the first that is called, whatever the others'
    numbers.
    """
    calls = list(main.iter(w("footnoteReference")))
    places = {each.get(w("id"), ""): str(at) for at, each in enumerate(calls, 1)}
    for element in (*calls, *part):
        element.set(w("id"), places.get(element.get(w("id"), ""), element.get(w("id"), "")))
    part[:] = sorted(part, key=lambda note: int(note.get(w("id"), "")))


def numbers_of(
    old: Resolution, new: Resolution, rows: Sequence[Item], lists: Lists
) -> tuple[dict[str, Number], dict[str, Number]]:
    """The number of each paragraph on its side; lists that begin anew at one place are one list."""
    found = []
    for text in (new, old):
        ids = [paragraph.id for paragraph in text.paragraphs]
        found.append(dict(zip(ids, lists.number_of(text.paragraphs), strict=True)))
    news, olds = found
    same: dict[int, int] = {}
    for item in rows:
        if len(item.olds) == len(item.news) == 1:
            a, b = olds[item.olds[0].id].list, news[item.news[0].id].list
            if (
                min(a, b) > BLANK
                and a not in same
                and b not in same.values()
                and lists.begin(a) == lists.begin(b)
            ):
                same[a] = b
    renamed = {id: replace(number, list=same.get(number.list, number.list)) for id, number in olds.items()}
    return renamed, news
