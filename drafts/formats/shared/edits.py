"""Make a shared document say what a resolution says, by edits: whoever is writing in it keeps their words.

Paragraphs and notes are known by their keys. One that stays is edited word by word, one that moved gets
another position, one that is gone is deleted as a person would delete it, and shows again if it is written
in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from fractional_indexing import FIError, generate_key_between, validate_order_key
from pycrdt import Doc, Map, Text

from drafts.core.document import Marks, Note, Paragraph, Resolution
from drafts.core.words import compare_words
from drafts.formats.shared.document import (
    NUMBERED,
    has_words,
    printed_label,
    put_note,
    put_paragraph,
    shown,
    tombstone,
    units_before,
)

CALL = "\ud800"  # stands for a call among the signs that are compared: no text can have half a sign in it
_DIGITS = re.compile("[0-9A-Za-z]+")  # of fractional indexes
_ITALIC, _UPRIGHT = {"italic": True}, {"italic": None}


def edit(doc: Doc[Any], target: Resolution) -> bytes:
    """Bring the document to the target's title, paragraphs and notes; the update that does it.

    Empty where nothing had to be done. Sponsors, masthead and symbol are not in the document.
    """
    updates: list[bytes] = []
    watching = doc.observe(lambda event: updates.append(event.update))
    with doc.transaction():
        _edit_words(doc["title"], target.title, ())
        _unstar_all_but(doc, {note.id for note in target.notes})
        for note in target.notes:
            _edit_note(doc, note)
        called = _called(doc)
        _bury_all_but(doc, {paragraph.id for paragraph in target.paragraphs})
        _place(doc, target.paragraphs)
        for paragraph in target.paragraphs:
            _edit_paragraph(doc["paragraphs"][paragraph.id], paragraph)
        for id in sorted(called - _called(doc)):
            doc["notes"][id]["gone"] = tombstone(doc["notes"][id]["text"])
    doc.unobserve(watching)
    return updates[-1] if updates else b""


def _unstar_all_but(doc: Doc[Any], kept: set[str]) -> None:
    """A starred note is shown without a call: one that is gone loses its star, and keeps its words."""
    for id, record in doc["notes"].items():
        if id not in kept and isinstance(record, Map) and record.get("label"):
            record["label"] = ""


def _edit_note(doc: Doc[Any], note: Note) -> None:
    record = doc["notes"].get(note.id)
    if not has_words(record):
        put_note(doc, note)
    else:
        if record.get("label") != (label := printed_label(note)):
            record["label"] = label
        _edit_words(record["text"], note.text, note.marks)


def _bury_all_but(doc: Doc[Any], kept: set[str]) -> None:
    for key, record in shown(doc):
        if key not in kept:
            record["gone"] = tombstone(record["text"])


def _called(doc: Doc[Any]) -> set[str]:
    """The notes that shown paragraphs call, and that are there."""
    called = {note for _, record in shown(doc) for note in _signs(record["text"])[1]}
    return {id for id in called if has_words(doc["notes"].get(id))}


def _place(doc: Doc[Any], paragraphs: Sequence[Paragraph]) -> None:
    """Give new paragraphs a place, and those that moved another; most keep theirs."""
    records = doc["paragraphs"]
    known = [each.id for each in paragraphs if has_words(records.get(each.id))]
    placed = [(position, key) for key in known if _is_place(position := records[key].get("position"))]
    staying = set(_rising(placed))
    before: str | None = None
    following = [str(records[each.id]["position"]) if each.id in staying else None for each in paragraphs]
    for at, paragraph in enumerate(paragraphs):
        position = following[at]
        if position is None:
            after = next((each for each in following[at:] if each), None)
            position = generate_key_between(
                before, after if before is None or (after or "") > before else None
            )
            if paragraph.id in known:
                records[paragraph.id]["position"] = position
            else:
                put_paragraph(doc, paragraph, position)
        before = position


def _is_place(position: Any) -> bool:
    """Whether it is a fractional index; a paragraph with any other gets one."""
    if not isinstance(position, str) or not _DIGITS.fullmatch(position):
        return False
    try:
        validate_order_key(position)
    except FIError:
        return False
    return True


def _rising(places: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The keys of a longest run whose positions rise."""
    tails: list[tuple[str, str]] = []
    back: list[int] = []
    ends: list[int] = []
    for at, place in enumerate(places):
        low = bisect_left(tails, place)
        back.append(ends[low - 1] if low else -1)
        tails[low : low + 1] = [place]
        ends[low : low + 1] = [at]
    at = ends[-1] if ends else -1
    while at >= 0:
        yield places[at][1]
        at = back[at]


def _edit_paragraph(record: Map[Any], paragraph: Paragraph) -> None:
    for name, value in (("kind", paragraph.kind), ("level", paragraph.level)):
        if record.get(name) != value:
            record[name] = value
    if paragraph.kind not in NUMBERED and record.get("label") != paragraph.label:
        record["label"] = paragraph.label
    _edit_words(record["text"], paragraph.text, paragraph.marks)
    gone = record.get("gone")
    if isinstance(gone, str) and gone == tombstone(record["text"]):
        record["gone"] = None


def _edit_words(text: Text, words: str, marks: Marks) -> None:
    calls = [mark for mark in marks if mark.type == "note"]
    target = _with_calls(words, [mark.start for mark in calls])
    current, notes = _signs(text)
    if current != target or notes != [mark.note for mark in calls]:
        _rewrite(text, current, target, iter([mark.note for mark in calls]), iter(notes))
    _set_italics(text, target, marks)


def _with_calls(words: str, places: Sequence[int]) -> str:
    edges = [0, *places, len(words)]
    return CALL.join(words[start:end] for start, end in pairwise(edges))


def _signs(text: Text) -> tuple[str, list[str]]:
    """The words of a text with a sign for each call, and which notes are called."""
    signs, notes = [], []
    for part, _ in text.diff():
        if isinstance(part, str):
            signs.append(part)
        else:
            signs.append(CALL)
            notes.append(str(part.get("note", "")) if isinstance(part, dict) else "")
    return "".join(signs), notes


def _rewrite(text: Text, current: str, target: str, wanted: Iterator[str], there: Iterator[str]) -> None:
    """Delete and insert what differs, from the beginning on."""
    at = 0  # in units of the text as it is by now
    for op, stretch in compare_words(current, target):
        for part in _parts(stretch):
            if op == "delete":
                length = units_before(part)
                del text[at : at + length]
                if part == CALL:
                    next(there)
            elif part != CALL:
                if op == "insert":
                    text.insert(at, part)
                at += units_before(part)
            else:
                at = _call(text, at, next(wanted), next(there) if op == "equal" else None)


def _call(text: Text, at: int, wanted: str, there: str | None) -> int:
    if wanted != there:
        if there is not None:
            del text[at : at + 1]
        text.insert_embed(at, {"note": wanted})
    return at + 1


def _parts(stretch: str) -> Iterator[str]:
    """Words and calls of a stretch, apart."""
    words = stretch.split(CALL)
    for number, part in enumerate(words):
        if number:
            yield CALL
        if part:
            yield part


def _set_italics(text: Text, target: str, marks: Marks) -> None:
    wanted = [False] * len(target)
    shift = [at for at, sign in enumerate(target) if sign != CALL]  # from offsets in the words to signs
    for mark in marks:
        if mark.type == "italic":
            for at in range(mark.start, mark.end):
                wanted[shift[at]] = True
    there = [
        bool(formats and formats.get("italic"))
        for part, formats in text.diff()
        for _ in (part if isinstance(part, str) else CALL)
    ]
    at = unit = 0
    while at < len(target):
        end = at
        while end < len(target) and (wanted[end], there[end]) == (wanted[at], there[at]):
            end += 1
        length = sum(units_before(sign) for sign in target[at:end])
        if wanted[at] != there[at] and target[at:end].strip(CALL):
            text.format(unit, unit + length, _ITALIC if wanted[at] else _UPRIGHT)
        at, unit = end, unit + length
