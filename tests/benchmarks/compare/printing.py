"""Prints pieces: as a Resolution with its fields apart, and as the plain text that other tools are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafts.core.document import Mark, Note, Paragraph, Resolution, Sponsor
from tests.benchmarks.compare.tokens import Token
from tests.benchmarks.compare.writer import Piece


class Placed(NamedTuple):
    """A token where it stands: ``[start, end)`` in its paragraph. Who it is: its identity and its letters."""

    id: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Printed:
    """One paragraph as printed, and the tokens in it."""

    text: str
    tokens: tuple[Placed, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One side: paragraphs with their tokens, and the same as a value for our own engine.

    ``notes`` says who each of its notes is, in the order of their numbers.
    """

    paragraphs: tuple[Printed, ...]
    resolution: Resolution
    notes: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """A line a paragraph, as other tools see it."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the paragraphs. ``notes``: their texts by id."""

    language: str
    title: str
    sponsors: tuple[str, ...]
    notes: dict[str, str]


def printed(pieces: Sequence[Piece], around: Surroundings, *, glued: bool = False) -> Text:
    """``glued``: numbers and note indicators stand in the text, as after pasting from a PDF."""
    labels = tuple(_labels(pieces, around.language))
    indicators = _indicators(pieces)
    paragraphs = tuple(
        _printed(piece, label if glued else "", indicators if glued else {})
        for piece, label in zip(pieces, labels, strict=True)
    )
    shown = ("",) * len(labels) if glued else labels
    values = tuple(
        Paragraph(
            f"p{at}",
            piece.kind,
            page.text,
            piece.level,
            label,
            () if glued else _marks(piece, page, indicators),
        )
        for at, (piece, page, label) in enumerate(zip(pieces, paragraphs, shown, strict=True), 1)
    )
    noted = () if glued else tuple(indicators)
    notes = tuple(Note(f"n{number}", str(number), around.notes[each]) for number, each in enumerate(noted, 1))
    sponsors = tuple(Sponsor(name) for name in around.sponsors)
    value = Resolution(values, notes, around.title, sponsors, language=around.language)
    return Text(paragraphs, value.check(), noted)


def _labels(pieces: Sequence[Piece], language: str) -> Iterator[str]:
    number = letter = 0
    for piece in pieces:
        if piece.kind != "operative":
            yield ""
        elif piece.level == 1 or number == 0:
            number, letter = number + 1, 0
            yield f"{number}."
        else:
            letter += 1
            name = chr(ord("a") + (letter - 1) % 26)
            yield f"{name})" if language == "fr" else f"({name})"


def _indicators(pieces: Sequence[Piece]) -> dict[str, str]:
    """Notes are numbered in the order of their first call."""
    called = dict.fromkeys(token.note for piece in pieces for token in piece.tokens if token.note)
    return {note: str(number) for number, note in enumerate(called, 1)}


def _printed(piece: Piece, label: str, indicators: dict[str, str]) -> Printed:
    number = tuple(_label_tokens(piece, label))
    body = tuple(part for token in piece.tokens for part in _glued(token, indicators))
    first = body[0]._replace(gap=" " if number else "")
    text, placed = "", []
    for token in (*number, first, *body[1:]):
        text += token.gap
        placed.append(Placed(token.id, token.text, len(text), len(text) + len(token.text)))
        text += token.text
    return Printed(text, tuple(placed), piece.sources)


def _label_tokens(piece: Piece, label: str) -> Iterator[Token]:
    """The printed number is the paragraph's own: renumbered, it stays itself in other letters."""
    words = [label[:-1], label[-1]] if label.endswith(".") else list(label)
    for place, word in enumerate(words):
        yield Token(-4 * piece.key - place, word, "")


def _glued(token: Token, indicators: dict[str, str]) -> Iterator[Token]:
    """``relatifs`` with note 1 becomes ``relatifs1``; after a comma the indicator is a token of its own."""
    number = indicators.get(token.note, "")
    if token.word and number:
        yield token._replace(text=token.text + number)
        return
    yield token
    if number:
        yield Token(-4 * token.id - 3, number, "")


def _marks(piece: Piece, page: Printed, indicators: dict[str, str]) -> tuple[Mark, ...]:
    """In order of place. A note's id on a side tells nothing about the other side."""
    calls = (
        Mark.call(placed.end, f"n{indicators[token.note]}")
        for token, placed in zip(piece.tokens, page.tokens, strict=True)
        if token.note
    )
    return tuple(sorted((*_italics(piece, page), *calls), key=lambda mark: mark.start))


def _italics(piece: Piece, page: Printed) -> Iterator[Mark]:
    """Italic words side by side share one mark."""
    start = None
    for at, (token, placed) in enumerate(zip(piece.tokens, page.tokens, strict=True)):
        if token.italic and start is None:
            start = placed.start
        following = at + 1 < len(piece.tokens) and piece.tokens[at + 1].italic
        if start is not None and not following:
            yield Mark.italic(start, placed.end)
            start = None
