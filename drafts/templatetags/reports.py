"""Words and links for comparisons and documents on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django import template
from django.utils.formats import localize
from django.utils.translation import get_language, gettext

from drafts.core import numbering, wording
from drafts.core.comparison import Change, NoteChange
from drafts.core.document import Resolution
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.report import NoteRow, Report, Row, folded
from drafts.core.sponsor_line import proposal_words as words_of
from drafts.core.sponsor_line import sponsor_line as line_of
from drafts.core.tellings import TELLINGS, WARNINGS, said_in
from drafts.core.worded import worded
from drafts.core.wording import WORDINGS, Wording
from drafts.models import Pairing
from drafts.translating import translated

register = template.Library()
register.filter("kind_class", wording.kind_class)

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

_FORM_NAMES = {
    "pdf": "PDF",
    "docx": worded("Word file"),
    "html": worded("web page"),
    "text": worded("text"),
    "csv": worded("table"),
    "akn": worded("Akoma Ntoso file"),
    "json": "JSON",
    "zip": "zip",
}

_ARTICLED = {
    "draft": worded("a draft"),
    "revised draft": worded("a revised draft"),
    "draft decision": worded("a draft decision"),
    "amendment": worded("an amendment"),
    "adopted": worded("an adopted text"),
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
    return translated(_FORM_NAMES[form])


@register.filter
def kind_words(row: Row | NoteRow) -> str:
    """The kind of a change: ``moved and edited``."""
    return wording.kind_words(row, _wording())


@register.filter
def place_words(row: Row) -> str:
    """Which paragraph this is, and was: ``OP 5, was OP 4``."""
    return wording.place_words(row, _wording())


@register.filter
def stretch_words(rows: tuple[Row, ...]) -> str:
    """``2 unchanged paragraphs, PP 3 to PP 4``."""
    return wording.stretch_words(rows, _wording())


@register.filter
def telling_words(difference: str) -> str:
    """A telling difference of a change: ``a date: 3 May → 4 May``."""
    return said_in(difference, TELLINGS, _wording().tellings, _wording().held)


@register.filter
def warning_words(warning: str) -> str:
    """What a comparison warns of: that the texts are in two languages, or share next to nothing."""
    names = {ENGLISH_NAMES[code]: name for code, name in _wording().languages.items()}
    return said_in(warning, WARNINGS, _wording().warnings, lambda each: names.get(each, each))


@register.filter
def counted_words(summary: Mapping[str, int]) -> str:
    """``5 edited · 1 added``; that nothing changed, where nothing did."""
    told = [words for key, words in wording.counted(summary, _wording()) if key != "unchanged"]
    return " · ".join(told) or gettext("no change")


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
        for key, number, words in wording.count_words(report.comparison, _wording())
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
        found.append(Step("sponsors", "edited", gettext("Sponsors"), ""))
    if any(op != "equal" for op, _ in report.title):
        found.append(Step("title", "edited", gettext("Title"), _wording().kinds["edited"]))
    found += [Step(row.id, wording.kind_class(row), row.name, step_detail(row)) for row in report.changes]
    found += [
        Step(note.id, note.change.kind, _wording().say("note", label), kind_words(note))
        for note in report.notes
        for label in [note.new_label or note.old_label]
    ]
    return found


@register.filter
def step_detail(row: Row) -> str:
    """What the list of changes says beside a name: the telling difference if there is one, else the kind."""
    return telling_words(row.change.named[0]) if row.change.named else kind_words(row)


@register.filter
def stretches(rows: Iterable[Row]) -> list[tuple[Row | None, tuple[Row, ...]]]:
    """For "changes only": each change alone, each stretch of unchanged paragraphs together."""
    return [(None, each) if isinstance(each, tuple) else (each, ()) for each in folded(tuple(rows))]


@register.simple_tag
def decision_words(decision: Pairing, report: Report) -> str:
    """A decision by hand in words: ``PP 3 of L.8 is not PP 4 of L.8/Rev.1``."""
    names = numbering.names(report.old.paragraphs) | numbering.names(report.new.paragraphs)
    sides = [
        gettext("{paragraphs} of {version}").format(
            paragraphs=_wording().joiner.join(names.get(key, key) for key in keys),
            version=translated(version.name),
        )
        for keys, version in ((decision.old_keys, decision.old), (decision.new_keys, decision.new))
        if keys
    ]
    if len(sides) == 1:
        return gettext("{old} stands alone").format(old=sides[0])
    if decision.together:
        return gettext("{old} became {new}").format(old=sides[0], new=sides[1])
    return gettext("{old} did not become {new}").format(old=sides[0], new=sides[1])


@register.filter
def at(table: Mapping[str, object], key: str) -> object:
    """What a table has under a key; nothing where it has none."""
    return table.get(key, ())


@register.filter
def percent(share: float) -> str:
    """``87%``; French and others part the sign from its number."""
    return gettext("{number}%").format(number=localize(round(100 * share)))


@register.filter
def sponsor_line(resolution: Resolution) -> str:
    """The sponsors as the document's language prints them: ``A, B et C : projet de résolution révisé``."""
    return line_of(resolution)


@register.filter
def field_words(name: str) -> str:
    """``agenda_item`` as people say it."""
    return _wording().fields.get(name, name)


@register.filter
def proposal_words(resolution: Resolution) -> str:
    """What it is, in its own language: ``projet de résolution révisé``."""
    return words_of(resolution)


@register.filter
def with_article(proposal: str | None) -> str:
    """What a text calls itself, in a sentence: ``a revised draft``, ``an amendment``; else ``a text``."""
    return translated(_ARTICLED.get(proposal or "", worded("a text")))


@register.filter
def language_name(code: str) -> str:
    """The language's name in that of the page; its code where it is none of the six."""
    return _wording().languages.get(code, code) or gettext("an unknown language")


@register.filter
def direction(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"


def _wording() -> Wording:
    """The words for changes in the language of the page; one word of Chinese serves all its scripts."""
    return WORDINGS.get((get_language() or "en").partition("-")[0], WORDINGS["en"])


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
