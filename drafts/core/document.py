"""What a resolution is: frozen values that travel between all the other modules.

Offsets count Unicode code points and are half open, as Python's own slices. Sequences are tuples, so every
value can be hashed, compared with ``==`` and shared without fear. What a text has thousands of is a named
tuple, which is made and compared at a fraction of the cost of a dataclass. The contract with the outside
(FORMATS, section 3) has the same names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from drafts.core.errors import InvalidResolutionError
from drafts.core.worded import worded

Kind = Literal["enacting", "preambular", "operative", "heading", "annex", "text"]
KINDS: tuple[Kind, ...] = ("enacting", "preambular", "operative", "heading", "annex", "text")

Proposal = Literal["draft", "revised draft", "draft decision", "amendment", "adopted"]
PROPOSALS: tuple[Proposal, ...] = ("draft", "revised draft", "draft decision", "amendment", "adopted")

DEEPEST_LEVEL = 4  # 1 the paragraph, 2 (a), 3 (i), 4 a. (UN Editorial Manual)


class Mark(NamedTuple):
    """What stands on a stretch or at a point of a text.

    ``italic`` covers ``[start, end)``. ``note`` is the call of the note with the id ``note``, standing before
    the code point ``start``; its ``end`` equals its ``start``.
    """

    type: Literal["italic", "note"]
    start: int
    end: int
    note: str = ""

    @classmethod
    def italic(cls, start: int, end: int) -> Mark:
        return cls("italic", start, end)

    @classmethod
    def call(cls, at: int, note: str) -> Mark:
        return cls("note", at, at, note)

    def moved(self, by: int) -> Mark:
        """The same mark ``by`` code points further on."""
        return self._replace(start=self.start + by, end=self.end + by)


Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, without its number: that is the ``label``, as printed (``3.``, ``(a)``, or empty).

    ``id`` is its key: in texts of one lineage, equal ids are one paragraph. ``level`` 0 is for enacting
    words, headings and other text outside the numbering; 1 the paragraph, 2 to 4 its sub-paragraphs.
    ``marks`` are in order of place and lie within ``text``.
    """

    id: str
    kind: Kind
    text: str
    level: int = 1
    label: str = ""
    marks: Marks = ()

    @property
    def calls(self) -> Marks:
        """The note calls alone, in order of place."""
        return tuple(mark for mark in self.marks if mark.type == "note")

    @property
    def italics(self) -> Marks:
        return tuple(mark for mark in self.marks if mark.type == "italic")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: cited by marks, printed under ``label`` (``1``, ``12``, ``*``)."""

    id: str
    label: str
    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who proposes the draft, as the document names it. ``code`` is a State's ISO 3166 code, or empty."""

    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text, each as written; empty where the document does not say."""

    organ: str = ""
    session: str = ""
    committee: str = ""
    agenda_item: str = ""
    date: str = ""
    distribution: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader was not sure of.

    ``paragraph`` is the id of a paragraph or note, or empty for the document as a whole; ``offset`` a code
    point in its text. ``code`` names the kind of doubt (``note-mark``, ``no-operative`` …); ``text`` says it
    in a sentence. ``margin`` is how much better the chosen reading scored than the next best (0 a toss-up;
    above about 4 hardly ever wrong).
    """

    code: str
    text: str
    paragraph: str = ""
    offset: int = 0
    margin: float = 0.0


@dataclass(frozen=True)
class Resolution:
    """A whole text: who proposes what, in which words.

    ``language`` is one of ``ar zh en fr ru es`` or empty when unknown. ``lineage`` names the draft it
    descends from, or is empty. ``submitted`` is the sponsor line as written where it is not a plain list.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    title: str = ""
    sponsors: tuple[Sponsor, ...] = ()
    submitted: str = ""
    proposal: Proposal | None = None
    language: str = ""
    symbol: str = ""
    lineage: str = ""
    masthead: Masthead = field(default_factory=Masthead)
    doubts: tuple[Doubt, ...] = ()

    def of_kind(self, kind: Kind) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.kind == kind)

    @cached_property
    def by_id(self) -> dict[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.paragraphs}

    @cached_property
    def notes_by_id(self) -> dict[str, Note]:
        return {note.id: note for note in self.notes}

    def check(self) -> Resolution:
        """Return the value itself if it keeps every rule above.

        Raises:
            InvalidResolutionError: naming the paragraph or note and the rule it breaks.
        """
        _check_unique("paragraph", [paragraph.id for paragraph in self.paragraphs])
        _check_unique("note", [note.id for note in self.notes])
        for paragraph in self.paragraphs:
            if paragraph.kind not in KINDS:
                raise InvalidResolutionError(
                    worded("{id}: there is no kind {kind}.", id=paragraph.id, kind=repr(paragraph.kind))
                )
            if not 0 <= paragraph.level <= DEEPEST_LEVEL:
                raise InvalidResolutionError(
                    worded("{id}: level {level} is not 0 to 4.", id=paragraph.id, level=paragraph.level)
                )
        pieces: tuple[Paragraph | Note, ...] = (*self.paragraphs, *self.notes)
        for piece in pieces:
            _check_marks(piece, self.notes_by_id)
        return self


def _check_unique(what: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if not each or each in seen:
            raise InvalidResolutionError(
                worded("two {what}s have the id {each}.", what=what, each=repr(each))
                if each
                else worded("a {what} has no id.", what=what)
            )
        seen.add(each)


def _check_marks(piece: Paragraph | Note, notes: dict[str, Note]) -> None:
    last = 0
    for mark in piece.marks:
        if not 0 <= mark.start <= mark.end <= len(piece.text):
            raise InvalidResolutionError(
                worded(
                    "{id}: a mark at {start} to {end} lies outside its {n}.",
                    id=piece.id,
                    start=mark.start,
                    end=mark.end,
                    n=len(piece.text),
                )
            )
        if mark.start < last:
            raise InvalidResolutionError(worded("{id}: its marks are not in order of place.", id=piece.id))
        if mark.type == "note" and mark.note not in notes:
            raise InvalidResolutionError(
                worded("{id}: it calls a note {note} that is not there.", id=piece.id, note=repr(mark.note))
            )
        last = mark.start
