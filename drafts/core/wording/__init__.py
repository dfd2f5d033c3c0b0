"""What a report says of its changes: ``moved and edited``, ``OP 5, was OP 4``, ``2 sponsors joined``.

The words are the report's own and not the text's: a French text may be reported on in English. One module a
language holds them; to add one, write its module and name it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafts.core.comparison import Change, ChangeKind, Comparison, NoteChange
from drafts.core.errors import ReportError
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.report import NoteRow, Row
from drafts.core.tellings import TELLINGS, WARNINGS, said_in
from drafts.core.worded import worded
from drafts.core.wording import ar, en, es, fr, ru, zh
from drafts.core.wording.words import Wording

__all__ = [
    "WORDINGS",
    "Wording",
    "count_words",
    "counted",
    "kind_class",
    "kind_words",
    "place_words",
    "stretch_words",
    "told_words",
    "warning_words",
    "was_words",
    "wording_in",
]

_ENGLISH = en.WORDING
WORDINGS: Mapping[str, Wording] = {each.WORDING.language: each.WORDING for each in (en, fr, es, ru, zh, ar)}


def wording_in(language: str) -> Wording:
    """The words of a language.

    Raises:
        ReportError: no report speaks it.
    """
    if language not in WORDINGS:
        raise ReportError(
            worded(
                "No report speaks {language}; they speak {known}.",
                language=repr(language),
                known=", ".join(WORDINGS),
            )
        )
    return WORDINGS[language]


def kind_words(row: Row | NoteRow, wording: Wording = _ENGLISH) -> str:
    """The kind of a change: ``moved and edited``."""
    change, kinds = row.change, wording.kinds
    if isinstance(change, NoteChange):
        return wording.note_kinds["reanchored" if change.kind == "unchanged" else change.kind]
    words = [kinds[word] for word, holds in (("moved", change.moved), ("retyped", change.retyped)) if holds]
    if change.kind != "unchanged" or not words:
        words.append(kinds[_kind_of(change)])
    return wording.joiner.join(words)


def kind_class(row: Row) -> str:
    """The one name that gives a change its colour and shape."""
    return "moved" if row.change.moved else _kind_of(row.change)


def _kind_of(change: Change) -> ChangeKind:
    """Its kind; of a paragraph whose words stayed and whose italics or calls did not, that it was edited."""
    return "edited" if change.kind == "unchanged" and not change.silent else change.kind


def place_words(row: Row, wording: Wording = _ENGLISH) -> str:
    """Which paragraph this is, and was: ``OP 5, was OP 4``."""
    if not row.new_name:
        return wording.say("was", row.old_name)
    if not row.old_name or row.old_name == row.new_name:
        return row.new_name
    return wording.comma.join((row.new_name, was_words(row, wording)))


def was_words(row: Row, wording: Wording = _ENGLISH) -> str:
    """What the paragraph or paragraphs were called: ``were OP 4 and OP 5``."""
    return wording.say("was" if len(row.change.old) == 1 else "were", row.old_name)


def stretch_words(rows: Sequence[Row], wording: Wording = _ENGLISH) -> str:
    """``2 unchanged paragraphs, PP 3 to PP 4``."""
    if len(rows) == 1:
        return wording.say("lone_stretch", rows[0].name)
    return wording.say("stretch", len(rows), rows[0].name, rows[-1].name)


def told_words(change: Change, wording: Wording = _ENGLISH) -> tuple[str, ...]:
    """Its telling differences: ``opening words: Invites → Urges``."""
    return tuple(said_in(each, TELLINGS, wording.tellings, wording.held) for each in change.named)


def warning_words(comparison: Comparison, wording: Wording = _ENGLISH) -> tuple[str, ...]:
    """What a reader should know before trusting the whole."""
    names = {ENGLISH_NAMES[code]: name for code, name in wording.languages.items()}
    return tuple(
        said_in(each, WARNINGS, wording.warnings, lambda each: names.get(each, each))
        for each in comparison.warnings
    )


def count_words(comparison: Comparison, wording: Wording = _ENGLISH) -> Iterator[tuple[str, int, str]]:
    """Each count that is not nought: its key in the summary, the number, and the words beside it."""
    for key, number, form in _counts(comparison.summary, wording, comparison.sponsors.unnamed):
        yield key, number, form.format("").strip()


def counted(
    summary: Mapping[str, int], wording: Wording = _ENGLISH, *, unnamed: bool = False
) -> Iterator[tuple[str, str]]:
    """Each count that is not nought: its key in the summary, and ``2 sponsors joined``.

    ``unnamed``: the new text names no sponsors, so that nobody is said to have withdrawn.
    """
    for key, number, form in _counts(summary, wording, unnamed):
        yield key, form.format(number)


def _counts(summary: Mapping[str, int], wording: Wording, unnamed: bool) -> Iterator[tuple[str, int, str]]:
    for key in wording.counts:
        if number := summary.get(key, 0):
            named = "sponsors_unnamed" if unnamed and key == "sponsors_withdrawn" else key
            yield key, number, wording.counts[named][wording.plural(number)]
