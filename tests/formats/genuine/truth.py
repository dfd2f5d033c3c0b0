"""What a document says, in a form that can be kept beside the program without keeping its text.

Of every paragraph and note there are the words at both edges, the words before each call, and a digest of the
whole; so a reading can be held to the letter against a text that is not here. ``Truth.of`` makes it from a
resolution; ``expected`` keeps it in files.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, fields

from drafts.core.document import Marks, Masthead, Note, Paragraph, Resolution

EDGE = 4  # words kept of each end: what tells one paragraph from another
BEFORE_A_CALL = 3  # words that fix its place
DIGITS = 12  # of each digest in hexadecimal, 48 bits: no two paragraphs of a corpus share one by chance

ANY = "any"  # a kind that is not counted: where the document is no resolution
TABLE = "table"  # all rows of a table, however they are cut into paragraphs

_WORDS_WITH_CALLS = re.compile(r"\S+")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00b2": "2", "\u2082": "2"})


@dataclass(frozen=True)
class Call:
    """Where a note is called: the words right before, and the note's label."""

    before: str
    label: str


@dataclass(frozen=True)
class Piece:
    """A paragraph or, with the kind ``note``, a note. ``text`` is known where the truth was generated."""

    kind: str
    level: int
    label: str
    opening: str
    closing: str
    words: str
    italics: str
    calls: tuple[Call, ...] = ()
    text: str = field(default="", compare=False)


@dataclass(frozen=True)
class Truth:
    """A whole document: the head as written, the paragraphs and notes in order."""

    symbol: str
    proposal: str
    title: str
    masthead: Masthead
    sponsors: tuple[str, ...] = ()
    submitted: str = ""
    paragraphs: tuple[Piece, ...] = ()
    notes: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, resolution: Resolution) -> Truth:
        labels = {note.id: note.label for note in resolution.notes}
        return cls(
            resolution.symbol,
            resolution.proposal or "",
            fold(resolution.title),
            Masthead(*(fold(getattr(resolution.masthead, each.name)) for each in fields(Masthead))),
            tuple(fold(sponsor.name) for sponsor in resolution.sponsors),
            fold(resolution.submitted),
            tuple(_piece(each, labels) for each in resolution.paragraphs),
            tuple(_note(each, labels) for each in resolution.notes),
        )


def fold(text: str) -> str:
    """The text without what a page does not show: kinds of spaces, of hyphens, of composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_HYPHENS).split())


def digest(text: str) -> str:
    return hashlib.sha256(fold(text).encode()).hexdigest()[:DIGITS]


def opening(text: str) -> str:
    return " ".join(fold(text).split()[:EDGE])


def closing(text: str) -> str:
    return " ".join(fold(text).split()[-EDGE:])


def names(pieces: tuple[Piece, ...]) -> list[str]:
    """What to call each piece in a table of what is wrong: ``PP 3``, ``OP 12.``, ``(b) below OP 12.``"""
    counts: Counter[str] = Counter()
    called, above = [], ""
    for piece in pieces:
        counts[piece.kind] += 1
        if piece.level > 1:
            called.append(f"{piece.label} below {above}")
            continue
        known = {"preambular": f"PP {counts['preambular']}", "operative": f"OP {piece.label or 'alone'}"}
        above = known.get(piece.kind, f"{piece.kind} {piece.label or counts[piece.kind]}")
        called.append(above)
    return called


def _piece(paragraph: Paragraph, labels: dict[str, str]) -> Piece:
    return _of_text(paragraph.kind, paragraph.level, paragraph.label, paragraph.text, paragraph.marks, labels)


def _note(note: Note, labels: dict[str, str]) -> Piece:
    return _of_text("note", 0, note.label, note.text, note.marks, labels)


def _of_text(kind: str, level: int, label: str, text: str, marks: Marks, labels: dict[str, str]) -> Piece:
    calls = tuple(
        Call(_before(text[: mark.start]), labels[mark.note]) for mark in marks if mark.type == "note"
    )
    return Piece(
        kind,
        level,
        fold(label).rstrip("."),
        opening(text),
        closing(text),
        digest(text),
        digest(slanted(text, marks)),
        calls,
        text,
    )


def slanted(text: str, marks: Marks) -> str:
    """The text with a star at each end of what is in italics: without spaces at its ends, and with a word."""
    inside = [False] * len(text)
    for mark in marks:
        if mark.type == "italic":
            inside[mark.start : mark.end] = [True] * (mark.end - mark.start)
    runs = re.finditer(r"1+", "".join("1" if each else "0" for each in _bridged(text, inside)))
    written, last = "", 0
    for run in runs:
        words = text[run.start() : run.end()]
        if re.search(r"\w", words):
            start = run.start() + len(words) - len(words.lstrip())
            end = run.start() + len(words.rstrip())
            written += f"{text[last:start]}*{text[start:end]}*"
            last = end
    return written + text[last:]


def _bridged(text: str, inside: list[bool]) -> list[bool]:
    """A space between two italic words is italic: the page does not show whether it is."""
    bridged = list(inside)
    for gap in re.finditer(r"\s+", text):
        ends = gap.start() > 0 and gap.end() < len(text)
        if ends and inside[gap.start() - 1] and inside[gap.end()]:
            bridged[gap.start() : gap.end()] = [True] * (gap.end() - gap.start())
    return bridged


def _before(text: str) -> str:
    return " ".join(_WORDS_WITH_CALLS.findall(fold(text))[-BEFORE_A_CALL:])
