"""A comparison on paper, laid out from the same report as the page on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from drafts.core.comparison import Comparison, Segment, Segments
from drafts.core.document import Resolution
from drafts.core.report import NoteRow, Report, Row, folded
from drafts.core.runs import Run
from drafts.core.wording import (
    WORDINGS,
    Wording,
    count_words,
    kind_class,
    kind_words,
    place_words,
    stretch_words,
)
from drafts.formats.typeset.heads import common, plain, run_of
from drafts.formats.typeset.press import printed


def comparison_pdf(
    comparison: Comparison,
    *,
    old: Resolution,
    new: Resolution,
    labels: str = "en",
    changes_only: bool = False,
    bracketed: bool = False,
) -> bytes:
    """What changed, as PDF/UA: a summary, then the text with each change under its tag in words.

    ``labels`` is the language of those words (``en``, ``fr``); ``changes_only`` folds stretches that did not
    change into a line each; ``bracketed`` puts ``[+ +]`` and ``[– –]`` round what came and went, for paper
    that is copied or read aloud.
    """
    return printed(
        "comparison.typ",
        _data(Report.of(comparison, old, new), WORDINGS[labels], changes_only, bracketed),
    )


def _data(report: Report, wording: Wording, changes_only: bool, bracketed: bool) -> dict[str, Any]:
    old = plain(report.old.symbol) or wording.old_text
    new = plain(report.new.symbol) or wording.new_text
    return {
        **common(report.new),
        "title": wording.title.format(old, new),
        "head": f"{old} → {new}",
        "labels-language": wording.language,
        "bracketed": bracketed,
        "legend": list(wording.legend),
        "summary": list(_summary(report.comparison, wording)),
        "warnings": [plain(each) for each in report.comparison.warnings],
        "sponsors": list(_listed(report.sponsors)),
        "name": _segments(report.comparison.title),
        "rows": list(_rows(report, wording, changes_only)),
        "notes": [_note(row, report, wording) for row in report.notes],
    }


def _summary(comparison: Comparison, wording: Wording) -> Iterator[str]:
    if comparison.identical:
        yield wording.same
        return
    counts = list(count_words(comparison.summary, wording))
    for heads in (False, True):
        told = [f"{number} {words}" for key, number, words in counts if ("_" in key) is heads]
        if told:
            yield " · ".join(told)


def _listed(sponsors: Iterable[Segment]) -> Iterator[dict[str, str]]:
    for at, (op, name) in enumerate(sponsors):
        if at:
            yield {"op": "equal", "text": ", "}
        yield {"op": op, "text": plain(name)}


def _segments(segments: Segments) -> list[dict[str, str]]:
    return [{"op": op, "text": plain(text)} for op, text in segments]


def _rows(report: Report, wording: Wording, changes_only: bool) -> Iterator[dict[str, Any]]:
    for each in folded(report.rows) if changes_only else report.rows:
        if isinstance(each, tuple):
            yield {"shape": "fold", "says": stretch_words(each, wording)}
        elif each.went_to:
            yield {"shape": "line", "says": wording.went.format(each.old_name, each.new_name)}
        else:
            yield _row(each, report, wording)


def _row(row: Row, report: Report, wording: Wording) -> dict[str, Any]:
    return {
        "shape": "change" if row.shown else "paragraph",
        "bar": kind_class(row),
        "tag": kind_words(row, wording),
        "place": place_words(row, wording),
        "was": wording.was.format(row.old_name) if row.change.renumbered else "",
        "named": [plain(each) for each in row.change.named] if wording.language == "en" else [],
        "kind": row.kind,
        "level": row.level,
        "label": plain(row.label),
        "stretches": list(_stretches(row.runs, report)),
    }


def _stretches(runs: Iterable[Run], report: Report) -> Iterator[dict[str, Any]]:
    """Runs that share a fate, together, so that each stretch is bracketed once."""
    for op, same in groupby(runs, key=attrgetter("op")):
        yield {"op": op, "runs": [_run(run, report) for run in same]}


def _run(run: Run, report: Report) -> dict[str, Any]:
    told = run_of(run, report.new.language)
    return told if run.joint is None else {**told, "joint": plain(run.joint)}


def _note(row: NoteRow, report: Report, wording: Wording) -> dict[str, Any]:
    renumbered = row.old_label and row.new_label and row.old_label != row.new_label
    return {
        "bar": row.change.kind if row.change.kind != "unchanged" else "moved",
        "tag": wording.note.format(kind_words(row, wording)),
        "place": wording.was.format(row.old_label) if renumbered else "",
        "named": [],
        "label": plain(row.new_label or row.old_label),
        "stretches": list(_stretches(row.runs, report)),
    }
