"""Words and links for comparisons and documents on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django import template

from drafts.core import numbering
from drafts.core.comparison import Change, NoteChange
from drafts.core.document import Resolution
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.report import NoteRow, Report, Row, folded
from drafts.core.sponsor_line import proposal_words as words_of
from drafts.core.sponsor_line import sponsor_line as line_of
from drafts.models import Pairing

register = template.Library()

# The summary's counts in the order they are shown: key in Comparison.summary, singular, plural, class of the
# mark.
_COUNTS = (
    ("edited", "edited", "edited", "edited"),
    ("added", "added", "added", "added"),
    ("removed", "removed", "removed", "removed"),
    ("moved", "moved", "moved", "moved"),
    ("split", "split", "split", "split"),
    ("merged", "merged", "merged", "merged"),
    ("retyped", "retyped", "retyped", "edited"),
    ("renumbered", "renumbered", "renumbered", ""),
    ("sponsors_joined", "sponsor joined", "sponsors joined", "added"),
    ("sponsors_withdrawn", "sponsor withdrawn", "sponsors withdrawn", "removed"),
    ("notes_added", "note added", "notes added", "added"),
    ("notes_removed", "note removed", "notes removed", "removed"),
    ("notes_edited", "note edited", "notes edited", "edited"),
    ("notes_reanchored", "note called elsewhere", "notes called elsewhere", "moved"),
)


class Chip(NamedTuple):
    """One count of the summary, and the place of the first change that it counts."""

    number: int
    words: str
    target: str
    css: str


class Step(NamedTuple):
    """A place that a reader steps to, in the order of the page."""

    id: str
    css: str
    words: str
    detail: str


@register.filter
def chips(report: Report) -> list[Chip]:
    """The counts that are not nought, each with the id of the first thing it counts."""
    summary = report.comparison.summary
    return [
        Chip(summary[key], singular if summary[key] == 1 else plural, _target(report, key), css)
        for key, singular, plural, css in _COUNTS
        if summary[key]
    ]


@register.filter
def steps(report: Report) -> list[Step]:
    """Everything that changed, in reading order."""
    found = []
    if any(op != "equal" for op, _ in report.sponsors) or report.old.submitted != report.new.submitted:
        found.append(Step("sponsors", "edited", "Sponsors", ""))
    if any(op != "equal" for op, _ in report.comparison.title):
        found.append(Step("title", "edited", "Title", "edited"))
    found += [Step(row.id, kind_class(row), row.name, step_detail(row)) for row in report.changes]
    found += [
        Step(note.id, note.change.kind, f"Note {note.new_label or note.old_label}", kind_words(note))
        for note in report.notes
    ]
    return found


@register.filter
def step_detail(row: Row) -> str:
    """What the list of changes says beside a name: the telling difference if there is one, else the kind."""
    return row.change.named[0] if row.change.named else kind_words(row)


@register.filter
def kind_words(row: Row | NoteRow) -> str:
    """The kind of a change in words: ``moved and edited``."""
    change = row.change
    if isinstance(change, NoteChange):
        return "called elsewhere" if change.reanchored and change.kind == "unchanged" else change.kind
    words = [word for word, holds in (("moved", change.moved), ("retyped", change.retyped)) if holds]
    if change.kind != "unchanged" or not words:
        words.append(change.kind)
    return " and ".join(words)


@register.filter
def kind_class(row: Row) -> str:
    """The class that gives a change its colour and shape."""
    change = row.change
    if change.moved:
        return "moved"
    return "edited" if change.kind == "unchanged" and not change.silent else change.kind


@register.filter
def place_words(row: Row) -> str:
    """Which paragraph this is, and was: ``OP 5, was OP 4``."""
    if not row.new_name:
        return f"was {row.old_name}"
    if not row.old_name or row.old_name == row.new_name:
        return row.new_name
    return f"{row.new_name}, {'was' if len(row.change.old) == 1 else 'were'} {row.old_name}"


@register.filter
def stretches(rows: Iterable[Row]) -> list[tuple[Row | None, tuple[Row, ...]]]:
    """For "changes only": each change alone, each stretch of unchanged paragraphs together."""
    return [(None, each) if isinstance(each, tuple) else (each, ()) for each in folded(tuple(rows))]


@register.filter
def stretch_words(rows: tuple[Row, ...]) -> str:
    """``2 unchanged paragraphs, PP 3 to PP 4``."""
    first, last = rows[0].name, rows[-1].name
    if len(rows) == 1:
        return f"1 unchanged paragraph, {first}"
    return f"{len(rows)} unchanged paragraphs, {first} to {last}"


@register.simple_tag
def decision_words(decision: Pairing, report: Report) -> str:
    """A decision by hand in words: ``PP 3 of L.8 is not PP 4 of L.8/Rev.1``."""
    names = numbering.names(report.old.paragraphs) | numbering.names(report.new.paragraphs)
    sides = [
        f"{' and '.join(names.get(key, key) for key in keys)} of {version.name}"
        for keys, version in ((decision.old_keys, decision.old), (decision.new_keys, decision.new))
        if keys
    ]
    if len(sides) == 1:
        return f"{sides[0]} stands alone"
    return f"{sides[0]} {'became' if decision.together else 'did not become'} {sides[1]}"


@register.filter
def at(table: Mapping[str, object], key: str) -> object:
    """What a table has under a key; nothing where it has none."""
    return table.get(key, ())


@register.filter
def percent(share: float) -> str:
    return f"{share:.0%}"


@register.filter
def sponsor_line(resolution: Resolution) -> str:
    """The sponsors as the document's language prints them: ``A, B et C : projet de résolution révisé``."""
    return line_of(resolution)


@register.filter
def field_words(name: str) -> str:
    """``agenda_item`` as people say it."""
    return name.replace("_", " ").capitalize()


@register.filter
def proposal_words(resolution: Resolution) -> str:
    """What it is, in its own language: ``projet de résolution révisé``."""
    return words_of(resolution)


@register.filter
def language_name(code: str) -> str:
    """The language's name in English; its code where it is none of the six."""
    return ENGLISH_NAMES.get(code, code or "an unknown language")


@register.filter
def direction(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"


def _target(report: Report, key: str) -> str:
    if key.startswith("sponsors"):
        return "sponsors"
    if key.startswith("notes"):
        wanted = key.removeprefix("notes_")
        return next((note.id for note in report.notes if _note_counts(note.change, wanted)), "notes")
    return next((row.id for row in report.rows if not row.went_to and _counts(row.change, key)), "text")


def _counts(change: Change, key: str) -> bool:
    return bool(getattr(change, key)) if key in ("moved", "renumbered", "retyped") else change.kind == key


def _note_counts(change: NoteChange, key: str) -> bool:
    return change.reanchored if key == "reanchored" else change.kind == key
