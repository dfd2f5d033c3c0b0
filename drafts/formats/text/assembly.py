"""What was read, into the values others use: ids, marks, notes, and doubts at their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from drafts.core.document import Doubt, Mark, Note, Paragraph
from drafts.core.doubting import doubted
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.passage import Passage, passage
from drafts.formats.text.unfinished import Unfinished

MOST_NAMED = 10  # of the notes that are missing, in one sentence


def build_notes(raw: Sequence[RawNote], texts: Sequence[Passage]) -> tuple[tuple[Note, Passage], ...]:
    """The notes in order, and an empty one for each number called whose note did not come with the text.

    Each with the passage it was made of.
    """
    written = [(note.label, passage(note.lines)) for note in raw]
    known = {note.key or note.label for note in raw}
    called = {call.note for text in texts for call in text.calls}
    written += [(label, Passage("")) for label in sorted(called - known, key=_in_order)]
    return tuple(
        (Note(f"n{at}", label, text.text, text.italics), text) for at, (label, text) in enumerate(written, 1)
    )


def named(raw: Sequence[RawNote], notes: Sequence[Note]) -> Mapping[str, str]:
    """The ids of notes by what calls them; the first has a label that several bear."""
    ids: dict[str, str] = {}
    for each, note in zip_longest(raw, notes):
        ids.setdefault((each and each.key) or note.label, note.id)
    return ids


def _in_order(label: str) -> tuple[int, str]:
    return (int(label) if label.isdecimal() else 0, label)


def build_paragraphs(
    read: Sequence[Unfinished], texts: Sequence[Passage], ids: Mapping[str, str], book: Phrasebook | None
) -> tuple[Paragraph, ...]:
    """``ids`` of notes by what calls them; ``book`` tells what is in italics, None where the file does."""
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


def _marks(
    paragraph: Unfinished, text: Passage, ids: Mapping[str, str], book: Phrasebook | None
) -> tuple[Mark, ...]:
    marks = tuple(mark._replace(note=ids[mark.note]) if mark.note else mark for mark in text.marks)
    length = _opening(paragraph, text.text, book) if book else 0
    return (Mark.italic(0, length), *marks) if length else marks


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
            yield Doubt("note-block", doubted("note-block", label=label))
    for note in notes:
        if note.id not in called and not note.label.startswith("*"):
            yield Doubt("note-uncalled", doubted("note-uncalled", label=note.label), note.id)
    if missing := [note for note in notes if not note.text]:
        labels = ", ".join(note.label for note in missing[:MOST_NAMED]) + (
            " …" if missing[MOST_NAMED:] else ""
        )
        yield Doubt("note-missing", doubted("note-missing", labels=labels), missing[0].id)
