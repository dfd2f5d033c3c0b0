"""Words and links for comparisons and documents on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django import template

from drafts.core import numbering
from drafts.core.comparison import Change, NoteChange
from drafts.core.document import Resolution
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.report import NoteRow, Report, Row, folded
from drafts.core.sponsor_line import proposal_words as words_of
from drafts.core.sponsor_line import sponsor_line as line_of
from drafts.core.wording import count_words, counted, kind_class, kind_words, place_words, stretch_words
from drafts.models import Pairing

register = template.Library()
for words in (kind_words, kind_class, place_words, stretch_words):
    register.filter(words.__name__, words)

# The summary's counts that a page shows, each with the class of its mark.
_MARKS = {
    "edited": "edited",
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "retyped": "edited",
    "renumbered": "",
    "sponsors_joined": "added",
    "sponsors_withdrawn": "removed",
    "notes_added": "added",
    "notes_removed": "removed",
    "notes_edited": "edited",
    "notes_reanchored": "moved",
}

FORM_NAMES = {
    **{"pdf": "PDF", "docx": "Word file", "html": "web page", "text": "text", "csv": "table"},
    **{"akn": "Akoma Ntoso file", "json": "JSON", "zip": "zip"},
}


class Chip(NamedTuple):
    """One count of the summary, and the place of the first change that it counts."""

    number: int
    words: str
    target: str
    css: str
    key: str


class Step(NamedTuple):
    """A place that a reader steps to, in the order of the page."""

    id: str
    css: str
    words: str
    detail: str


@register.filter
def form_name(form: str) -> str:
    """What a form of report is called on the button that gets it."""
    return FORM_NAMES[form]


@register.filter
def counted_words(summary: Mapping[str, int]) -> str:
    """``5 edited · 1 added``; that nothing changed, where nothing did."""
    told = [words for key, words in counted(summary) if key != "unchanged"]
    return " · ".join(told) or "no change"


@register.filter
def urlquery(query: Mapping[str, str]) -> str:
    """As it stands in an address behind the question mark."""
    return urlencode(query)


@register.filter
def query_of(address: str) -> str:
    """What stands in an address behind the question mark."""
    return address.partition("?")[2]


@register.filter
def chips(report: Report) -> list[Chip]:
    """The counts that are not nought, each with the id of the first thing it counts."""
    return [
        Chip(number, words, _target(report, key), _MARKS[key], key)
        for key, number, words in count_words(report.comparison)
        if key in _MARKS
    ]


@register.filter
def count_keys(row: Row | NoteRow) -> str:
    """Which of the summary's counts count this row, by which a page filters: ``edited moved``."""
    if isinstance(row, NoteRow):
        keys = (key for key in _MARKS if key.startswith("notes_"))
        return " ".join(key for key in keys if _note_counts(row.change, key.removeprefix("notes_")))
    keys = (key for key in _MARKS if not key.startswith(("notes_", "sponsors_")))
    return " ".join(key for key in keys if _counts(row.change, key))


@register.filter
def steps(report: Report) -> list[Step]:
    """Everything that changed, in reading order."""
    found = []
    if any(op != "equal" for op, _ in report.sponsors) or report.old.submitted != report.new.submitted:
        found.append(Step("sponsors", "edited", "Sponsors", ""))
    if any(op != "equal" for op, _ in report.title):
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
def stretches(rows: Iterable[Row]) -> list[tuple[Row | None, tuple[Row, ...]]]:
    """For "changes only": each change alone, each stretch of unchanged paragraphs together."""
    return [(None, each) if isinstance(each, tuple) else (each, ()) for each in folded(tuple(rows))]


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
def with_article(proposal: str) -> str:
    """What a text calls itself, in a sentence: ``a revised draft``, ``an amendment``, ``an adopted text``."""
    noun = "adopted text" if proposal == "adopted" else proposal
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


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
