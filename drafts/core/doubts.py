"""What became of a doubt: which it is, whether it was met before, and how else the place could be read.

A reader's doubts stay with the text until their pieces are rewritten, in the order in which they came; a
person settles one by saying that it is right as read, or by choosing another reading of the place.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafts.core import numbering
from drafts.core.document import Doubt, Mark, Note, Paragraph, Resolution
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.worded import worded

Piece = Paragraph | Note

# The word that a doubt is about stands first in its sentence: “60/1756” was read as …
_WORD = re.compile(r"“([^”]+)”")
_DIGITS = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of a doubtful place: in words, and the whole text read so."""

    words: str
    resolution: Resolution


def keys(resolution: Resolution) -> tuple[str, ...]:
    """A name for each doubt that stays its own while other places of the text are corrected."""
    return _named(resolution, lambda doubt: doubt.paragraph)


def fingerprints(resolution: Resolution) -> tuple[str, ...]:
    """A name for each doubt that it has again when the same words are read again, whatever their numbers.

    Numbers are left out of the words since settling one doubt moves those of the next::

        noting 60/1756 and 61/1817  ->  noting 60/175⁶ and 61/1817
    """
    together: tuple[Piece, ...] = (*resolution.paragraphs, *resolution.notes)
    pieces = {piece.id: _letters(piece.text) for piece in together}
    whole = "".join(pieces.values())
    return _named(resolution, lambda doubt: pieces.get(doubt.paragraph, whole))


def alternatives(resolution: Resolution, doubt: Doubt) -> tuple[Alternative, ...]:
    """How else the place could be read, the likeliest first; often there is nothing to choose from."""
    if doubt.code == "language":
        return tuple(
            Alternative(
                worded("The text is in {language}", language=name), replace(resolution, language=code)
            )
            for code, name in ENGLISH_NAMES.items()
            if code != resolution.language
        )
    piece = resolution.by_id.get(doubt.paragraph)
    word = word_of(doubt)
    if doubt.code != "note-mark" or piece is None or not word:
        return ()
    return tuple(_other_calls(resolution, doubt, piece, word))


def word_of(doubt: Doubt) -> str:
    """The word of the text that a doubt is about; empty where its sentence quotes none."""
    found = _WORD.search(doubt.text)
    return found[1] if found else ""


def chosen(resolution: Resolution, doubt: Doubt, words: str) -> Resolution | None:
    """The text with the doubtful place read as one of its ``alternatives``; None where there is no such."""
    found = (each.resolution for each in alternatives(resolution, doubt) if each.words == words)
    return next(found, None)


def place_names(resolution: Resolution) -> dict[str, str]:
    """What people call each paragraph and note, by id: ``OP 3``, ``Note 2``."""
    notes = {note.id: worded("Note {label}", label=note.label) for note in resolution.notes}
    return numbering.names(resolution.paragraphs) | notes


def _named(resolution: Resolution, context: Callable[[Doubt], str]) -> tuple[str, ...]:
    """Code, sentence and context hashed; equal ones are told apart by their order."""
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for doubt in resolution.doubts:
        parts = (doubt.code, doubt.text, context(doubt))
        seen[parts] += 1
        names.append(hashlib.sha256("\0".join((*parts, str(seen[parts]))).encode()).hexdigest()[:32])
    return tuple(names)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha())


def _other_calls(resolution: Resolution, doubt: Doubt, piece: Paragraph, word: str) -> Iterator[Alternative]:
    """A number read as a call read as it stands, or the other way round."""
    labels = {note.id: note.label for note in resolution.notes}
    call = next((each for each in piece.calls if _made_from(each, labels, doubt, piece, word)), None)
    if call is not None:
        label = labels[call.note]
        text = piece.text[: call.start] + label + piece.text[call.start :]
        marks = _shifted(piece.marks, call.start, len(label), without=call)
        yield Alternative(
            worded("“{word}” as it stands", word=word),
            _with(resolution, piece, text, marks, call.start, len(label)),
        )
    elif (starts := piece.text.rfind(word, 0, doubt.offset + len(word))) >= 0 and starts + len(
        word
    ) > doubt.offset:
        end = starts + len(word)
        for note in _callable(resolution, word):
            at = end - len(note.label)
            text = piece.text[:at] + piece.text[end:]
            marks = _shifted(piece.marks, end, -len(note.label), added=Mark.call(at, note.id))
            stem = word.removesuffix(note.label)
            words = (
                worded("“{stem}” and note {label}", stem=stem, label=note.label)
                if stem
                else worded("a call of note {label}", label=note.label)
            )
            yield Alternative(words, _with(resolution, piece, text, marks, end, -len(note.label)))


def _made_from(call: Mark, labels: dict[str, str], doubt: Doubt, piece: Paragraph, word: str) -> bool:
    """Whether a call came of the doubted word: its stem stands before it, and the doubt's offset in that."""
    label = labels[call.note]
    stem = word.removesuffix(label)
    starts = call.start - len(stem)
    within = starts <= doubt.offset <= call.start
    return word.endswith(label) and within and piece.text.startswith(stem, max(starts, 0))


def _callable(resolution: Resolution, word: str) -> list[Note]:
    """The notes that the last digits of a word may call."""
    digits = _DIGITS.search(word)
    return [note for note in resolution.notes if digits and note.label and digits[0].endswith(note.label)]


def _shifted(
    marks: tuple[Mark, ...], at: int, by: int, *, without: Mark | None = None, added: Mark | None = None
) -> tuple[Mark, ...]:
    """Marks of a text that grew or shrank before ``at``, one taken away or one more, in order of place."""
    kept = [
        each._replace(
            start=each.start + by if each.start >= at else each.start,
            end=each.end + by if each.end >= at else each.end,
        )
        for each in marks
        if each != without
    ]
    return tuple(sorted([*kept, *([added] if added else [])], key=lambda mark: mark.start))


def _with(
    resolution: Resolution, piece: Paragraph, text: str, marks: tuple[Mark, ...], at: int, by: int
) -> Resolution:
    """The resolution with one paragraph rewritten; the doubts behind the place move along."""
    changed = replace(piece, text=text, marks=marks)
    return replace(
        resolution,
        paragraphs=tuple(changed if each.id == piece.id else each for each in resolution.paragraphs),
        doubts=tuple(
            replace(each, offset=each.offset + by)
            if each.paragraph == piece.id and each.offset >= at
            else each
            for each in resolution.doubts
        ),
    ).check()
