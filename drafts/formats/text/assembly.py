"""What was read, into the values others use: ids, marks, notes, and doubts at their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafts.core.document import Doubt, Mark, Note, Paragraph
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.text.calls import Text
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.unfinished import Unfinished

MOST_NAMED = 10  # of the notes that are missing, in one sentence


def build_notes(raw: Sequence[RawNote], texts: Sequence[Text]) -> tuple[Note, ...]:
    """The notes in order, and an empty one for each number called whose note did not come with the text."""
    notes = [(note.label, note.text) for note in raw]
    known = {label for label, _ in notes}
    called = {label for text in texts for _, label in text.calls}
    notes += [(label, "") for label in sorted(called - known, key=int)]
    return tuple(Note(f"n{at}", label, text) for at, (label, text) in enumerate(notes, 1))


def build_paragraphs(
    read: Sequence[Unfinished], texts: Sequence[Text], notes: Sequence[Note], book: Phrasebook
) -> tuple[Paragraph, ...]:
    ids: dict[str, str] = {}
    for note in notes:
        ids.setdefault(note.label, note.id)
    return tuple(
        Paragraph(
            f"p{at}",
            paragraph.kind,
            text.text,
            paragraph.level,
            paragraph.label,
            _marks(paragraph, text, ids, book),
        )
        for at, (paragraph, text) in enumerate(zip(read, texts, strict=True), 1)
    )


def _marks(paragraph: Unfinished, text: Text, ids: Mapping[str, str], book: Phrasebook) -> tuple[Mark, ...]:
    calls = tuple(Mark.call(at, ids[label]) for at, label in text.calls)
    length = _opening(paragraph, text.text, book)
    return (Mark.italic(0, length), *calls) if length else calls


def _opening(paragraph: Unfinished, text: str, book: Phrasebook) -> int:
    """What an editor sets in italics: the enacting words without their comma, a paragraph's opener."""
    if paragraph.kind == "enacting":
        return len(text.rstrip(" ,،，:"))
    if paragraph.level != 1 or paragraph.kind not in ("preambular", "operative"):
        return 0
    return book.opener(text, "preambular" if paragraph.kind == "preambular" else "operative")


def placed_doubts(doubts: Iterable[Doubt], paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Doubts that name a paragraph by its place in the list, naming it by its id."""
    for doubt in doubts:
        if not doubt.paragraph:
            yield doubt
            continue
        paragraph = paragraphs[int(doubt.paragraph)]
        yield replace(doubt, paragraph=paragraph.id, offset=min(max(doubt.offset, 0), len(paragraph.text)))


def note_doubts(
    loose: Iterable[str], notes: Sequence[Note], paragraphs: Sequence[Paragraph]
) -> Iterator[Doubt]:
    """Doubts for notes that stood under no rule, that nothing calls, or that did not come with the text.

    A starred note belongs to the sponsor line or the symbol as a rule, and needs no call.
    """
    called = {mark.note for paragraph in paragraphs for mark in paragraph.calls}
    for label in loose:
        if not label.startswith("*"):
            yield Doubt("note-block", f"Note {label} stood under no rule; its number made it a note.")
    for note in notes:
        if note.id not in called and not note.label.startswith("*"):
            yield Doubt("note-uncalled", f"No place was found where note {note.label} is called.", note.id)
    if missing := [note for note in notes if not note.text]:
        labels = ", ".join(note.label for note in missing[:MOST_NAMED]) + (
            " …" if missing[MOST_NAMED:] else ""
        )
        yield Doubt("note-missing", f"The words of these notes are not in the text: {labels}.", missing[0].id)
