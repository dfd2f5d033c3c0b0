"""A report laid out as was asked: what each form shows, in which words and in which order.

No form decides any of this by itself: it takes the parts as they come and draws them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from drafts.core import numbering
from drafts.core.comparison import Comparison, Segment, Segments
from drafts.core.cover import CoverSheet, cover_sheet
from drafts.core.options import Options
from drafts.core.report import NoteRow, Report, Row, note_rows, rows_around
from drafts.core.sponsor_line import proposal_in
from drafts.core.wording import (
    Wording,
    counted,
    kind_words,
    place_words,
    stretch_words,
    told_words,
    warning_words,
    was_words,
    wording_in,
)

NARROW = frozenset({"changes", "summary"})  # what shows nothing that stayed as it was
WHOLE = frozenset({"all", "table"})  # what shows the text from its beginning to its end
USUAL_CONTEXT = 1  # paragraphs to either side of a change, enough to see where one is


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph in its place. ``tag`` says what became of it and ``place`` which it is, where it changed.

    ``was`` is what a paragraph was called of which nothing but the number changed. The row has no runs where
    a summary only names it.
    """

    row: Row
    tag: str = ""
    place: str = ""
    told: tuple[str, ...] = ()
    was: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """Unchanged paragraphs that are not shown, and what is said instead."""

    rows: tuple[Row, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Departure:
    """The place that a moved paragraph left."""

    row: Row
    says: str


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note. ``tag`` says what became of it, if anything did; ``was`` is its label where it was another."""

    row: NoteRow
    tag: str
    label: str
    was: str = ""


class Field(NamedTuple):
    """What stands above the text and differs, such as the date; either side may be empty."""

    name: str
    old: str
    new: str


Part = Entry | Fold | Departure


@dataclass(frozen=True)
class Layout:
    """Everything a form shows, from top to bottom.

    ``counts`` are up to two lines, of paragraphs and of sponsors and notes. ``heading`` and ``sponsors`` are
    empty where nothing of them is to be shown. ``renumbered`` names, in a narrow report, the paragraphs of
    which nothing but the number changed.
    """

    report: Report
    options: Options
    wording: Wording
    head: str
    title: str
    sides: tuple[str, str]
    counts: tuple[str, ...]
    warnings: tuple[str, ...]
    fields: tuple[Field, ...]
    heading: Segments
    sponsors: tuple[Segment, ...]
    parts: tuple[Part, ...]
    renumbered: tuple[str, ...]
    notes: tuple[NoteEntry, ...]
    cover: CoverSheet | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The paragraphs alone."""
        return tuple(part for part in self.parts if isinstance(part, Entry))


def lay_out(report: Report, options: Options) -> Layout:
    """Lay a report out as ``options`` ask."""
    return _Setter(report, options, wording_in(options.labels)).layout()


@dataclass(frozen=True)
class _Setter:
    report: Report
    options: Options
    wording: Wording

    def layout(self) -> Layout:
        report, wording = self.report, self.wording
        rows = self._named_rows()
        compared = report.comparison
        sides = (
            compared.old.symbol or wording.say("old_text"),
            compared.new.symbol or wording.say("new_text"),
        )
        return Layout(
            report,
            self.options,
            wording,
            head=wording.say("sides", *sides),
            title=wording.say("title", *sides),
            sides=sides,
            counts=tuple(self._counts(report.comparison)),
            warnings=warning_words(report.comparison, wording),
            fields=tuple(self._fields()),
            heading=self._heading(),
            sponsors=self._sponsors(),
            parts=tuple(self._parts(rows)),
            renumbered=tuple(self._renumbered(rows)) if self._narrow else (),
            notes=tuple(map(self._note, self._notes())) if self.options.notes else (),
            cover=cover_sheet(self.options.cover, self.wording) if self.options.cover else None,
        )

    @property
    def _narrow(self) -> bool:
        return self.options.show in NARROW

    def _named_rows(self) -> tuple[Row, ...]:
        """The rows with their paragraphs called as the report's language calls them."""
        words = self.wording.names
        if words == numbering.ENGLISH:
            return self.report.rows
        olds = numbering.names(self.report.old.paragraphs, words)
        news = numbering.names(self.report.new.paragraphs, words)
        return tuple(
            replace(
                row,
                old_name=self.wording.joiner.join([olds[id] for id in row.change.old]),
                new_name=self.wording.joiner.join([news[id] for id in row.change.new]),
            )
            for row in self.report.rows
        )

    def _counts(self, comparison: Comparison) -> Iterator[str]:
        if comparison.identical:
            yield self.wording.say("same")
            return
        shown = {"sponsors": self.options.sponsors, "notes": self.options.notes}
        paragraphs, others = [], []
        for key, words in counted(comparison.summary, self.wording, unnamed=comparison.sponsors.unnamed):
            if key in self.wording.kinds or key == "renumbered":
                paragraphs.append(words)
            elif shown[key.partition("_")[0]]:
                others.append(words)
        yield self.wording.say(
            "paragraphs", self.wording.comma.join(paragraphs) or self.wording.say("nothing")
        )
        if others:
            yield self.wording.comma.join(others)

    def _fields(self) -> Iterator[Field]:
        for name, old, new in self.report.comparison.masthead:
            if name != "submitted" or self.options.sponsors:
                said = self._proposal if name == "proposal" else str
                yield Field(self.wording.fields.get(name, name), said(old), said(new))

    def _proposal(self, code: str) -> str:
        """What a document calls itself, in the language of the report."""
        return self.wording.say("adopted") if code == "adopted" else proposal_in(self.wording.language, code)

    def _heading(self) -> Segments:
        title = self.report.title
        changed = any(op != "equal" for op, _ in title)
        return title if changed or not self._narrow else ()

    def _sponsors(self) -> tuple[Segment, ...]:
        if not self.options.sponsors:
            return ()
        return tuple(each for each in self.report.sponsors if each.op != "equal" or not self._narrow)

    def _parts(self, rows: Sequence[Row]) -> Iterator[Part]:
        show, context = self.options.show, self.options.context
        if show == "summary":
            yield from (self._entry(replace(row, runs=())) for row in rows if row.shown)
        elif show == "all" or (show == "table" and context is None):
            yield from map(self._part, rows)
        else:
            wanted = 0 if show == "changes" else USUAL_CONTEXT if context is None else context
            for each in rows_around(rows, wanted):
                yield (
                    Fold(each, stretch_words(each, self.wording))
                    if isinstance(each, tuple)
                    else self._part(each)
                )

    def _part(self, row: Row) -> Part:
        if row.went_to:
            return Departure(row, self.wording.say("went", row.old_name, row.new_name))
        return self._entry(row)

    def _entry(self, row: Row) -> Entry:
        if not row.shown:
            return Entry(row, was=was_words(row, self.wording) if row.change.renumbered else "")
        told = told_words(row.change, self.wording)
        return Entry(row, kind_words(row, self.wording), place_words(row, self.wording), told)

    def _renumbered(self, rows: Sequence[Row]) -> Iterator[str]:
        for row in rows:
            if row.change.silent and row.change.renumbered:
                yield f"{row.new_name} ({was_words(row, self.wording)})"

    def _notes(self) -> tuple[NoteRow, ...]:
        """All of them below a whole text, else those that changed."""
        report = self.report
        if self.options.show in WHOLE:
            return note_rows(report.comparison, report.old, report.new, unchanged=True)
        if self.options.show == "summary":
            return tuple(replace(row, runs=()) for row in report.notes)
        return report.notes

    def _note(self, row: NoteRow) -> NoteEntry:
        renumbered = row.old_label and row.new_label and row.old_label != row.new_label
        return NoteEntry(
            row,
            tag=kind_words(row, self.wording) if row.changed else "",
            label=row.new_label or row.old_label,
            was=self.wording.say("was", row.old_label) if renumbered else "",
        )
