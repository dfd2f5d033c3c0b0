"""The strict count: what is wrong with a reading, each thing with its place and a reason in one line.

A document is right when nothing is: one wrong edge or call makes it wrong. Kinds of spaces and hyphens, which
a page does not show, are not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher

from drafts.core.document import Masthead, Resolution
from tests.formats.genuine.truth import ANY, TABLE, Piece, Truth, digest, names

_OF_A_TABLE = ("text", "heading")
ASPECTS = ("head", "title", "sponsors", "labels", "edges", "words", "italics", "notes", "calls")


@dataclass(frozen=True)
class Wrong:
    aspect: str
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.aspect:9} {self.place}: {self.reason}"


def score(truth: Truth, resolution: Resolution) -> tuple[Wrong, ...]:
    """Everything in which the reading is not what the document says, from its top to its end."""
    read = Truth.of(resolution)
    return (*_head(truth, read), *_paragraphs(truth, read), *_notes(truth, read))


def _head(truth: Truth, read: Truth) -> Iterator[Wrong]:
    yield from _same("head", "symbol", truth.symbol, read.symbol)
    yield from _same("head", "proposal", truth.proposal, read.proposal)
    for each in fields(Masthead):
        yield from _same(
            "head", each.name, getattr(truth.masthead, each.name), getattr(read.masthead, each.name)
        )
    yield from _same("title", "title", truth.title, read.title)
    yield from _same("sponsors", "sponsors", "; ".join(truth.sponsors), "; ".join(read.sponsors))
    yield from _same("sponsors", "submitted", truth.submitted, read.submitted)


def _same(aspect: str, place: str, wanted: object, found: object) -> Iterator[Wrong]:
    if wanted != found:
        yield Wrong(aspect, place, f"{_short(found)} stands for {_short(wanted)}")


def _paragraphs(truth: Truth, read: Truth) -> Iterator[Wrong]:
    wanted, found = truth.paragraphs, _without_tables(truth.paragraphs, read.paragraphs)
    called, called_so = names(wanted), names(found)
    for tag, w0, w1, f0, f1 in _aligned(wanted, found):
        paired = min(w1 - w0, f1 - f0) if tag != "equal" else w1 - w0
        for step in range(paired):
            yield from _piece(called[w0 + step], wanted[w0 + step], found[f0 + step])
        for at in range(w0 + paired, w1):
            yield Wrong("edges", called[at], f"lost: {wanted[at].opening} … {wanted[at].closing}")
        for at in range(f0 + paired, f1):
            yield Wrong("edges", called_so[at], f"not there: {found[at].opening} … {found[at].closing}")


def _aligned(wanted: tuple[Piece, ...], found: tuple[Piece, ...]) -> list[tuple[str, int, int, int, int]]:
    """Pairs of runs: by equal words, and between those by equal opening words."""
    pairs: list[tuple[str, int, int, int, int]] = []
    by_words = SequenceMatcher(None, [p.words for p in wanted], [p.words for p in found], autojunk=False)
    for tag, w0, w1, f0, f1 in by_words.get_opcodes():
        if tag != "replace":
            pairs.append((tag, w0, w1, f0, f1))
            continue
        by_opening = SequenceMatcher(
            None, [p.opening for p in wanted[w0:w1]], [p.opening for p in found[f0:f1]], autojunk=False
        )
        pairs += [(t, w0 + a, w0 + b, f0 + c, f0 + d) for t, a, b, c, d in by_opening.get_opcodes()]
    return pairs


def _piece(place: str, wanted: Piece, found: Piece) -> Iterator[Wrong]:
    if wanted.kind != ANY and (wanted.kind, wanted.level) != (found.kind, found.level):
        yield Wrong(
            "labels", place, f"is {found.kind} {found.level}, and should be {wanted.kind} {wanted.level}"
        )
    yield from _same("labels", place, wanted.label, found.label)
    yield from _text(place, wanted, found, "edges", "words")
    if wanted.calls != found.calls:
        yield from _calls(place, wanted, found)


def _text(place: str, wanted: Piece, found: Piece, edges: str, words: str) -> Iterator[Wrong]:
    """At most one thing: edges before words, words before italics."""
    if (wanted.opening, wanted.closing) != (found.opening, found.closing):
        reads = f"{found.opening} … {found.closing}"
        yield Wrong(edges, place, f"“{reads}” stands for “{wanted.opening} … {wanted.closing}”")
    elif wanted.words != found.words:
        yield Wrong(words, place, _difference(wanted, found))
    elif wanted.italics != found.italics:
        yield Wrong("italics", place, f"other words are slanted in “{found.opening} …”")


def _difference(wanted: Piece, found: Piece) -> str:
    if not wanted.text:
        return f"some word within “{found.opening} … {found.closing}” is not as it stands"
    a, b = wanted.text.split(), found.text.split()
    changes = [op for op in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if op[0] != "equal"]
    return "; ".join(
        f"“{' '.join(b[f0:f1])}” stands for “{' '.join(a[w0:w1])}”" for _, w0, w1, f0, f1 in changes[:3]
    )


def _calls(place: str, wanted: Piece, found: Piece) -> Iterator[Wrong]:
    a, b = [list(piece.calls) for piece in (wanted, found)]
    for call in list(a):
        if call in b:
            a.remove(call)
            b.remove(call)
    for call in a:
        yield Wrong("calls", place, f"no call of {call.label} after “{call.before}”")
    for call in b:
        yield Wrong("calls", place, f"a call of {call.label} after “{call.before}” is not there")


def _notes(truth: Truth, read: Truth) -> Iterator[Wrong]:
    truth, read = (
        replace(side, notes=tuple(sorted(side.notes, key=_starred_first))) for side in (truth, read)
    )
    wanted, found = [[note.label for note in side.notes] for side in (truth, read)]
    matched = SequenceMatcher(None, wanted, found, autojunk=False)
    for tag, w0, w1, f0, f1 in matched.get_opcodes():
        if tag == "equal":
            for at in range(w1 - w0):
                yield from _text(
                    f"note {wanted[w0 + at]}", truth.notes[w0 + at], read.notes[f0 + at], "notes", "notes"
                )
            continue
        for at in range(w0, w1):
            yield Wrong("notes", f"note {wanted[at]}", f"lost: {truth.notes[at].opening}")
        for at in range(f0, f1):
            yield Wrong("notes", f"note {found[at]}", f"not there: {read.notes[at].opening}")


def _starred_first(note: Piece) -> bool:
    """Pages have starred notes above or below those with numbers."""
    return "*" not in note.label


def _without_tables(wanted: tuple[Piece, ...], found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The reading with each table's rows as the one piece they are in the truth: how they are cut is free."""
    for table in (piece for piece in wanted if piece.kind == TABLE):
        found = _gathered(table, found)
    return found


def _gathered(table: Piece, found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Rows are texts and headings one after the other that together have the table's words.

    The first, the head of the columns, may stand again on every page.
    """
    for start, first in enumerate(found):
        if first.kind not in _OF_A_TABLE or not table.opening.startswith(first.opening):
            continue
        words = first.text
        for end in range(start + 1, len(found)):
            row = found[end]
            if row.kind not in _OF_A_TABLE:
                break
            words += f" {row.text}" if row.words != first.words else ""
            if digest(words) == table.words:
                return (*found[:start], table, *found[end + 1 :])
    return found


def _short(value: object) -> str:
    text = str(value)
    return f"“{text if len(text) < 120 else text[:60] + ' … ' + text[-50:]}”"
