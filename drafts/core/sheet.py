"""A resolution laid out as a document: the rows that every page showing a whole text is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafts.core import numbering
from drafts.core.document import Doubt, Note, Paragraph, Resolution
from drafts.core.runs import Run, discussed, text_runs


@dataclass(frozen=True, slots=True)
class NumberedDoubt:
    """A doubt with the number under which a page shows it, from 1."""

    number: int
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph with what people call it and its text in runs."""

    paragraph: Paragraph
    name: str
    runs: tuple[Run, ...]
    doubts: tuple[NumberedDoubt, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note with its text in runs."""

    note: Note
    runs: tuple[Run, ...]
    doubts: tuple[NumberedDoubt, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole text laid out. ``doubts`` are those about the document as a whole."""

    resolution: Resolution
    paragraphs: tuple[ParagraphRow, ...]
    notes: tuple[NoteRow, ...]
    doubts: tuple[NumberedDoubt, ...]

    @classmethod
    def of(cls, resolution: Resolution) -> Sheet:
        names = numbering.names(resolution.paragraphs)
        labels = {note.id: note.label for note in resolution.notes}
        doubts: dict[str, list[NumberedDoubt]] = {}
        for number, doubt in enumerate(resolution.doubts, 1):
            doubts.setdefault(doubt.paragraph, []).append(NumberedDoubt(number, doubt))
        return cls(
            resolution,
            tuple(
                ParagraphRow(each, names[each.id], *_runs(each, labels, doubts))
                for each in resolution.paragraphs
            ),
            tuple(NoteRow(note, *_runs(note, labels, doubts)) for note in resolution.notes),
            tuple(doubts.get("", ())),
        )

    def discussed(self, stretches: Mapping[str, Sequence[tuple[int, int, int]]]) -> Sheet:
        """The same sheet with the words marked that discussions are about, by paragraph: see ``runs``."""
        return replace(
            self,
            paragraphs=tuple(
                replace(row, runs=discussed(row.runs, stretches.get(row.paragraph.id, ())))
                for row in self.paragraphs
            ),
        )


def _runs(
    piece: Paragraph | Note, labels: dict[str, str], doubts: dict[str, list[NumberedDoubt]]
) -> tuple[tuple[Run, ...], tuple[NumberedDoubt, ...]]:
    own = tuple(doubts.get(piece.id, ()))
    return text_runs(piece, labels, [(each.number, each.doubt.offset) for each in own]), own
