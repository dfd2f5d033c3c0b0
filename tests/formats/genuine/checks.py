"""What can be said of a reading without knowing the document: the honest estimate for documents unseen.

Each check holds of every genuine document of the corpus, as its hand-written truth shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from drafts.core.document import Note, Paragraph, Resolution
from tests.formats.genuine.layer import Layer, words
from tests.formats.genuine.scorer import Wrong
from tests.formats.genuine.truth import Truth, names

ASPECTS = ("numbering", "ends", "glued", "furniture", "footnotes", "balance")

_CLOSERS = r"[)»”\"’\]]*"
_ENDS = {
    "enacting": rf"[,:،，]?{_CLOSERS}$",
    "preambular": rf"(?:[,:;،，]|[,;] (?:and|or)){_CLOSERS}$",
    "operative": rf"(?:[;:.,。；，؛]|[,;] (?:and|or)){_CLOSERS}$",
}
_GLUED = re.compile(
    r"[^\W\d_]{3,}\d{1,3}(?![\w/-])"  # treaties4
    r"|(?<![\d/.,])(?:19|20)\d{2}\d{1,3}(?!\d|[./,]\d)"  # 20063
    r"|(?<![\w/])\d{1,2}/\d{4,}(?!\d)"  # 60/1756
)
_PAGE_SIGN = re.compile(r"(?<![\d-])\d\d-\d{5}(?![\d-])|\*\d{7}\*|(?:^|\s)_{10,}")
_CASELESS = {"ar", "zh", "ru"}  # Russian openers are lower case
LEAST_OF_A_HEAD = 30  # characters: a shorter line of a running head may be in the text by chance
MOST_PARTS = 3  # into which a gap or a call cuts a word
MOST_NAMED = 6  # words of those lost or added that a reason lists


def checks(read: Resolution, layer: Layer | None = None) -> tuple[Wrong, ...]:
    """Everything odd about a reading; with the text layer also what is lost or added."""
    named = names(Truth.of(read).paragraphs)
    return (
        *_numbering(read),
        *_edges(read, named),
        *_glued(read, named),
        *_furniture(read, named, layer),
        *_footnotes(read),
        *(_balance(read, layer) if layer else ()),
    )


def _numbering(read: Resolution) -> Iterator[Wrong]:
    """Operative paragraphs count up from 1 in every part of the text; one alone has no number."""
    expected = 1
    for paragraph in read.paragraphs:
        if paragraph.kind in ("enacting", "annex"):
            expected = 1
        if paragraph.kind != "operative" or paragraph.level != 1 or not paragraph.label:
            continue
        number = int(re.match(r"\d*", paragraph.label)[0] or 0)  # type: ignore[index]
        if number not in (expected, 1):
            yield Wrong("numbering", f"OP {paragraph.label}", f"{expected}. was next")
        expected = number + 1


def _edges(read: Resolution, named: list[str]) -> Iterator[Wrong]:
    for paragraph, name in zip(read.paragraphs, named, strict=True):
        ends = _ENDS.get(paragraph.kind)
        if ends and not re.search(ends, paragraph.text.rstrip()):
            yield Wrong("ends", name, f"ends in “…{paragraph.text[-40:]}”")
        begins = paragraph.text[:1]
        if paragraph.level == 1 and ends and begins.islower() and read.language not in _CASELESS:
            yield Wrong("ends", name, f"begins with “{paragraph.text[:40]}…”")


def _glued(read: Resolution, named: list[str]) -> Iterator[Wrong]:
    for paragraph, name in zip(read.paragraphs, named, strict=True):
        for found in _GLUED.finditer(paragraph.text):
            yield Wrong("glued", name, f"a digit is left in “{found[0]}”")


def _furniture(read: Resolution, named: list[str], layer: Layer | None) -> Iterator[Wrong]:
    heads = {each for each in (layer.furniture if layer else ()) if len(each) > LEAST_OF_A_HEAD}
    pieces: list[tuple[str, Paragraph | Note]] = [*zip(named, read.paragraphs, strict=True)]
    pieces += [(f"note {note.label}", note) for note in read.notes]
    for name, piece in pieces:
        if found := _PAGE_SIGN.search(piece.text):
            yield Wrong("furniture", name, f"“{found[0].strip()}” belongs to the page")
        for head in heads:
            if head in piece.text and head != read.symbol:
                yield Wrong("furniture", name, f"the running head “{head[:60]}” stands in it")


def _footnotes(read: Resolution) -> Iterator[Wrong]:
    """Numbered notes are 1 to n, each with words; each is called, first calls in the order of the numbers."""
    labels = [note.label for note in read.notes if note.label.isdecimal()]
    if labels != [str(at) for at in range(1, len(labels) + 1)]:
        yield Wrong("footnotes", "notes", f"are {', '.join(labels[:30])}")
    called = [mark.note for paragraph in read.paragraphs for mark in paragraph.calls]
    called += [mark.note for note in read.notes for mark in note.marks if mark.type == "note"]
    firsts = list(dict.fromkeys(called))
    for note in read.notes:
        if not note.text.strip():
            yield Wrong("footnotes", f"note {note.label}", "has no words")
        if note.label.isdecimal() and note.id not in firsts:
            yield Wrong("footnotes", f"note {note.label}", "is called nowhere")
    order = [int(label) for label in (read.notes_by_id[id].label for id in firsts) if label.isdecimal()]
    for before, after in pairwise(order):
        if after < before:
            yield Wrong("footnotes", f"note {after}", f"is first called after {before}")


def _balance(read: Resolution, layer: Layer) -> Iterator[Wrong]:
    """Every word of the text layer is in the reading or belongs to the page, and the other way about."""
    wanted, found = Counter(layer.words), Counter(_all_words(read))
    lost, added = wanted - found, found - wanted
    _rejoin(lost, added, wanted)
    _rejoin(added, lost, found)
    lost, added = lost - layer.frame, added - layer.frame
    _rejoin(lost, layer.frame.copy(), Counter())
    for what, left in (("lost", lost), ("added", added)):
        if left:
            named = sorted(left, key=(layer.words + tuple(found)).index)
            more = " …" if len(named) > MOST_NAMED else ""
            yield Wrong("balance", "words", f"{left.total()} {what}: {' '.join(named[:MOST_NAMED])}{more}")


def _all_words(read: Resolution) -> list[str]:
    head = read.masthead
    above = [head.organ, read.symbol, head.distribution, head.date, head.original, head.session]
    proposers = [read.submitted] if read.submitted else [each.name for each in read.sponsors]
    above += [head.committee, head.agenda_item, *proposers]
    pieces: tuple[Paragraph | Note, ...] = (*read.paragraphs, *read.notes)
    labels = {note.id: note.label for note in read.notes}
    return words("\n".join([*above, read.title, *(_whole(each, labels) for each in pieces)]))


def _whole(piece: Paragraph | Note, labels: dict[str, str]) -> str:
    """A paragraph as printed: its label before it, and its calls where they stand."""
    written, last = f"{piece.label} ", 0
    for mark in piece.marks:
        if mark.type == "note":
            written += f"{piece.text[last : mark.start]} {labels[mark.note]} "
            last = mark.start
    return written + piece.text[last:]


def _rejoin(pieces: Counter[str], wholes: Counter[str], all_words: Counter[str]) -> None:
    """Take out of both what is one word there and several here: gaps of kerning, calls stuck to words.

    ::

        Justi ce        20183        what another program makes of a page
        Justice         2018, 3      what stands on it
    """
    for word in list(wholes.elements()):
        parts = _parts(word, pieces) or _stuck(word, pieces, all_words)
        if parts:
            pieces.subtract(parts)
            wholes[word] -= 1
    for each in (pieces, wholes):
        each += Counter()  # without what has come to nothing


def _parts(word: str, pieces: Counter[str], most: int = MOST_PARTS) -> list[str]:
    """Two or more pieces that together are the word, or none."""
    for length in range(len(word) - 1, 0, -1):
        first, rest = word[:length], word[length:]
        if most and pieces[first] > (first == rest):
            if pieces[rest] > (first == rest):
                return [first, rest]
            if more := _parts(rest, pieces, most - 1):
                return [first, *more]
    return []


def _stuck(word: str, pieces: Counter[str], all_words: Counter[str]) -> list[str]:
    """The one piece of a number with a call behind it (201417) whose other half is no leftover by chance."""
    for length in range(1, len(word) if word.isdecimal() else 0):
        first, rest = word[:length], word[length:]
        for piece, other in ((first, rest), (rest, first)):
            if pieces[piece] > 0 and all_words[other] > 0:
                return [piece]
    return []
