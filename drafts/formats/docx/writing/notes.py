"""Footnotes: where each is printed, under which number, and how it is called again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafts.core.document import Note, Resolution
from drafts.core.runs import Run
from drafts.core.sponsor_line import sponsor_line
from drafts.formats.docx.names import Element
from drafts.formats.docx.writing.making import made, written_text
from drafts.formats.docx.writing.pieces import runs_of
from drafts.formats.docx.writing.runs import Look

REFERENCE = "FootnoteReference"  # the style of calls
TEXT = "FootnoteText"  # and of the notes
SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


@dataclass
class Notes:
    """The notes of one document in the order in which they are called first.

    ``sponsors`` are those that hang from the sponsor line, ``loose`` those that nothing calls at all.
    """

    look: Look
    notes: dict[str, Note]
    sponsors: tuple[str, ...]
    loose: tuple[str, ...]
    places: dict[str, int]
    automatic: frozenset[str]
    again: set[str]
    _called: set[str] = field(default_factory=set)

    def call(self, id: str) -> Iterator[Element]:
        """The call of a note: the first prints it, the others refer to that one."""
        place = self.places[id]
        if id in self._called:
            yield from self._reference(id)
            return
        self._called.add(id)
        own = () if id in self.automatic else written_text(self.notes[id].label)
        chosen = {} if id in self.automatic else {"customMarkFollows": 1}
        call = self.look.run(made("footnoteReference", **chosen, id=place), *own, style=REFERENCE)
        if id in self.again:
            yield made("bookmarkStart", id=place, name=_bookmark(place))
            yield call
            yield made("bookmarkEnd", id=place)
        else:
            yield call

    def part(self) -> Element:
        """All notes, with the lines that part them from the text."""
        root = made("footnotes")
        for kind, number in SEPARATORS:
            line = made("p", made("pPr", made("spacing", after=0)), made("r", made(kind)))
            root.append(made("footnote", line, type=kind, id=number))
        root.extend(self.printed(self.places))
        return root

    def printed(self, ids: Iterable[str]) -> Iterator[Element]:
        """The notes of these ids as they are printed."""
        for id in ids:
            yield made("footnote", self._note(id), id=self.places[id])

    def took(self, id: str) -> None:
        """Somebody else wrote the call of this note."""
        self._called.add(id)

    def _note(self, id: str) -> Element:
        note = self.notes[id]
        number = [made("footnoteRef")] if id in self.automatic else list(written_text(note.label))
        return made(
            "p",
            made("pPr", made("pStyle", val=TEXT), self.look.direction()),
            self.look.run(*number, style=REFERENCE),
            self.look.run(made("tab")),
            *(element for run in runs_of(note) for element in self._written(run)),
        )

    def _written(self, run: Run) -> Iterator[Element]:
        if run.call:
            yield from self._reference(run.call)
        elif run.text:
            yield self.look.words(run)

    def _reference(self, id: str) -> Iterator[Element]:
        """A field that shows the number of a note that is called elsewhere."""
        instruction = made("instrText")
        instruction.text = f" NOTEREF {_bookmark(self.places[id])} \\f \\h "
        label = tuple(written_text(self.notes[id].label))
        for inner in (
            (made("fldChar", fldCharType="begin"),),
            (instruction,),
            (made("fldChar", fldCharType="separate"),),
            label,
            (made("fldChar", fldCharType="end"),),
        ):
            yield self.look.run(*inner, style=REFERENCE)


def plan_notes(resolution: Resolution, look: Look) -> Notes:
    """Where each note of a text is called first, and which bear the number that Word would give them."""
    called = [mark.note for paragraph in resolution.paragraphs for mark in paragraph.calls]
    within = [mark.note for note in resolution.notes for mark in note.marks if mark.type == "note"]
    uncalled = [note for note in resolution.notes if note.id not in called]
    starred = tuple(note.id for note in uncalled if note.label.startswith("*") and sponsor_line(resolution))
    loose = tuple(note.id for note in uncalled if note.id not in starred)
    order = list(dict.fromkeys((*starred, *called, *loose)))
    counts = Counter((*order, *called, *within))
    return Notes(
        look=look,
        notes=resolution.notes_by_id,
        sponsors=starred,
        loose=loose,
        places={id: place for place, id in enumerate(order, 1)},
        automatic=frozenset(_automatic([resolution.notes_by_id[id] for id in order])),
        again={id for id, count in counts.items() if count > (2 if id in called else 1)},
    )


def _automatic(notes: Sequence[Note]) -> Iterator[str]:
    """The notes whose label is the next number, as Word counts those that have no label of their own."""
    count = 0
    for note in notes:
        if note.label == str(count + 1):
            count += 1
            yield note.id


def _bookmark(place: int) -> str:
    return f"_Note{place}"
