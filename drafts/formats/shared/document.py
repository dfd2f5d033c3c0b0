"""The shape of the shared document, and the way between it and a resolution.

::

    paragraphs   key → { kind, level, position, label, text, gone }     one record a paragraph
    notes        id  → { label, text, gone }              label empty: numbered by place; "*" as it is
    title        the title

``text`` is a text with italics as formatting and calls as embedded ``{"note": id}``. ``position`` is a
fractional index: to move a paragraph is one write, and never touches its words. ``gone`` holds the words a
paragraph had when somebody deleted it: where the words have changed since, somebody was writing in it, and it
shows again. So with a note whose last call goes: what was written in it meanwhile is shown to those who
write, and is in no resolution until it is called. Labels are those of the numbering wherever a paragraph is
numbered; ``label`` keeps what the others print.

Indexes of pycrdt count UTF-8 bytes, ours code points: they are converted here and nowhere else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from fractional_indexing import generate_n_keys_between
from pycrdt import Doc, Map, Text

from drafts.core import numbering
from drafts.core.document import DEEPEST_LEVEL, KINDS, Kind, Mark, Marks, Note, Paragraph, Resolution

NUMBERED = ("preambular", "operative")
LONGEST_KEY, LONGEST_LABEL = 64, 40  # signs that a version keeps; as in static/src/editor/shared.js
_ITALIC = {"italic": True}
_KINDS: dict[Any, Kind] = {kind: kind for kind in KINDS}


def new_doc() -> Doc[Any]:
    """An empty shared document."""
    doc: Doc[Any] = Doc()
    doc.get("paragraphs", type=Map)
    doc.get("notes", type=Map)
    doc.get("title", type=Text)
    return doc


def seeded(resolution: Resolution) -> Doc[Any]:
    """A document that says what a resolution says. Only for a text that nobody writes on yet."""
    doc = new_doc()
    with doc.transaction():
        doc["title"].insert(0, resolution.title)
        positions = generate_n_keys_between(None, None, len(resolution.paragraphs))
        for paragraph, position in zip(resolution.paragraphs, positions, strict=True):
            put_paragraph(doc, paragraph, position)
        for note in resolution.notes:
            put_note(doc, note)
    return doc


def put_paragraph(doc: Doc[Any], paragraph: Paragraph, position: str) -> None:
    doc["paragraphs"][paragraph.id] = Map(
        {
            "kind": paragraph.kind,
            "level": paragraph.level,
            "position": position,
            "label": "" if paragraph.kind in NUMBERED else paragraph.label,
            "text": Text(),
            "gone": None,
        }
    )
    write_text(doc["paragraphs"][paragraph.id]["text"], paragraph.text, paragraph.marks)


def put_note(doc: Doc[Any], note: Note) -> None:
    doc["notes"][note.id] = Map({"label": printed_label(note), "text": Text(), "gone": None})
    write_text(doc["notes"][note.id]["text"], note.text, note.marks)


def printed_label(note: Note) -> str:
    """What is kept of a note's label: its stars; numbers come from the place of its call."""
    return note.label if note.label.startswith("*") else ""


def write_text(text: Text, words: str, marks: Marks) -> None:
    """Write words with their marks into an empty text, from the end so that offsets stay true."""
    text.insert(0, words)
    at_byte = _byte_offsets(words)
    for mark in marks:
        if mark.type == "italic" and mark.end > mark.start:
            text.format(at_byte[mark.start], at_byte[mark.end], _ITALIC)
    for mark in reversed([mark for mark in marks if mark.type == "note"]):
        text.insert_embed(at_byte[mark.start], {"note": mark.note})


def resolution_of(doc: Doc[Any], head: Resolution) -> Resolution:
    """What the document says, under the sponsors, masthead and symbol of ``head``.

    Whatever a client may have written into the document, this is a resolution that keeps the rules.
    """
    notes = _notes(doc["notes"])
    paragraphs = [_paragraph(key, record, notes.keys()) for key, record in shown(doc)]
    numbered = numbering.relabel(paragraphs, head.language)
    called = list(dict.fromkeys(mark.note for each in numbered for mark in each.calls))
    unnumbered = [id for id in notes if id not in called and notes[id].label.startswith("*")]
    return replace(
        head,
        title=_words(doc["title"])[0].strip(),
        paragraphs=numbered,
        notes=tuple(_labelled([notes[id] for id in (*unnumbered, *called)])),
        doubts=(),
    )


def shown(doc: Doc[Any]) -> list[tuple[str, Map[Any]]]:
    """The paragraphs that are not deleted, in their order: keys and records."""
    found = [
        (_text_of(record.get("position")), key, record)
        for key, record in doc["paragraphs"].items()
        if is_kept(key, record) and not is_gone(record)
    ]
    return [(key, record) for _, key, record in sorted(found, key=lambda each: each[:2])]


def is_gone(record: Map[Any]) -> bool:
    """Whether a paragraph was deleted and nobody has written in it since."""
    gone = record.get("gone")
    return isinstance(gone, str) and gone == tombstone(record["text"])


def tombstone(text: Text) -> str:
    """The words of a text with its calls, as a deletion remembers them."""
    return "".join(part if isinstance(part, str) else f"[^{_call(part)}]" for part, _ in text.diff())


def is_kept(key: str, record: Any) -> bool:
    """Whether a paragraph or a note is known by what can be kept as a key, and has words."""
    return 0 < len(key) <= LONGEST_KEY and key == _clean(key) and has_words(record)


def has_words(record: Any) -> bool:
    """Whether a record can be written in; one that was spoilt is made anew."""
    return isinstance(record, Map) and isinstance(record.get("text"), Text)


def _paragraph(key: str, record: Map[Any], notes: Iterable[str]) -> Paragraph:
    words, marks = _words(record["text"], set(notes))
    return Paragraph(
        id=key,
        kind=kind_of(record),
        text=words,
        level=level_of(record),
        label=_label(record),
        marks=marks,
    )


def _label(record: Map[Any]) -> str:
    return _clean(_text_of(record.get("label")))[:LONGEST_LABEL]


def kind_of(record: Map[Any]) -> Kind:
    """What kind of paragraph a record says it is; one that nobody knows is text."""
    return _KINDS.get(_text_of(record.get("kind")), "text")


def level_of(record: Map[Any]) -> int:
    """The level of a record's paragraph, whatever a client may have written there."""
    level = record.get("level")
    if isinstance(level, bool) or not isinstance(level, (int, float)) or not math.isfinite(level):
        return 1
    return min(max(int(level), 0), DEEPEST_LEVEL)


def _notes(records: Map[Any]) -> dict[str, Note]:
    return {
        id: Note(id, _label(record), *_words(record["text"]))
        for id, record in sorted(records.items())
        if is_kept(id, record)
    }


def _labelled(notes: Iterable[Note]) -> Iterator[Note]:
    """Numbered in the order in which they are called; stars stay."""
    number = 0
    for note in notes:
        if note.label.startswith("*"):
            yield note
        else:
            number += 1
            yield replace(note, label=str(number))


def _words(text: Text, notes: Iterable[str] = ()) -> tuple[str, Marks]:
    """The words of a text and what stands on them; a call of a note that is not there is left out."""
    words, at = [], 0
    marks: list[Mark] = []
    for part, formats in text.diff():
        if isinstance(part, str):
            clean = _clean(part).replace("\n", " ")
            if clean and formats and formats.get("italic"):
                marks.append(Mark.italic(at, at + len(clean)))
            words.append(clean)
            at += len(clean)
        elif (call := _call(part)) in notes:
            marks.append(Mark.call(at, call))
    return "".join(words), tuple(sorted(joined(marks), key=lambda mark: (mark.start, mark.type)))


def joined(marks: list[Mark]) -> Iterator[Mark]:
    """Italics that a call stands within are one stretch."""
    open_italic: Mark | None = None
    for mark in marks:
        if mark.type != "italic":
            yield mark
        elif open_italic and open_italic.end == mark.start:
            open_italic = Mark.italic(open_italic.start, mark.end)
        else:
            if open_italic:
                yield open_italic
            open_italic = mark
    if open_italic:
        yield open_italic


def _call(embedded: Any) -> str:
    return _text_of(embedded.get("note")) if isinstance(embedded, dict) else ""


def _text_of(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _clean(words: str) -> str:
    """Without NUL, which nobody sees and PostgreSQL does not keep."""
    return words.replace("\0", "")


def units_before(words: str) -> int:
    """How many units of pycrdt a stretch takes: UTF-8 bytes, and one for a call (written as half a sign)."""
    return sum(1 if "\ud800" <= sign <= "\udfff" else len(sign.encode()) for sign in words)


def _byte_offsets(words: str) -> list[int]:
    """For each code point's offset, and the end, how many UTF-8 bytes stand before it."""
    offsets = [0]
    for sign in words:
        offsets.append(offsets[-1] + len(sign.encode()))
    return offsets
