"""A comparison on paper, laid out from the same report as the page on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from drafts.core.comparison import Segment, Segments
from drafts.core.layout import Entry, Fold, Layout, NoteEntry, Part
from drafts.core.runs import Run
from drafts.core.wording import kind_class
from drafts.formats.typeset.heads import common, plain, run_of
from drafts.formats.typeset.press import printed


def comparison_pdf(layout: Layout) -> bytes:
    """What changed, as PDF/UA: a summary, then the text with each change under its tag in words."""
    return printed("comparison.typ", _data(layout))


def _data(layout: Layout) -> dict[str, Any]:
    new = layout.report.new
    return {
        **common(new),
        "title": plain(layout.title),
        "head": plain(layout.head),
        "labels-language": layout.wording.language,
        "labels-rtl": layout.wording.language == "ar",
        "bracketed": layout.options.bracketed,
        "numbered": layout.options.line_numbers,
        "legend": [layout.wording.says[each] for each in ("signs", "inserted", "deleted")],
        "summary": list(layout.counts),
        "warnings": [plain(each) for each in layout.warnings],
        "sponsors": list(_listed(layout.sponsors)),
        "name": _segments(layout.heading),
        "rows": [_part(part, new.language) for part in layout.parts],
        "notes": [_note(entry, layout) for entry in layout.notes],
    }


def _listed(sponsors: Iterable[Segment]) -> Iterator[dict[str, str]]:
    for at, (op, name) in enumerate(sponsors):
        if at:
            yield {"op": "equal", "text": ", "}
        yield {"op": op, "text": plain(name)}


def _segments(segments: Segments) -> list[dict[str, str]]:
    return [{"op": op, "text": plain(text)} for op, text in segments]


def _part(part: Part, language: str) -> dict[str, Any]:
    if not isinstance(part, Entry):
        return {"shape": "fold" if isinstance(part, Fold) else "line", "says": plain(part.says)}
    row = part.row
    return {
        "shape": "change" if row.shown else "paragraph",
        "bar": kind_class(row),
        "tag": part.tag,
        "place": plain(part.place),
        "was": plain(part.was),
        "named": [plain(each) for each in part.told],
        "kind": row.kind,
        "level": row.level,
        "label": plain(row.label),
        "stretches": list(_stretches(row.runs, language)),
    }


def _stretches(runs: Iterable[Run], language: str) -> Iterator[dict[str, Any]]:
    """Runs that share a fate, together, so that each stretch is bracketed once."""
    for op, same in groupby(runs, key=attrgetter("op")):
        yield {"op": op, "runs": [_run(run, language) for run in same]}


def _run(run: Run, language: str) -> dict[str, Any]:
    told = run_of(run, language)
    return told if run.joint is None else {**told, "joint": plain(run.joint)}


def _note(entry: NoteEntry, layout: Layout) -> dict[str, Any]:
    change = entry.row.change
    return {
        "bar": change.kind if change.kind != "unchanged" else "moved",
        "tag": layout.wording.say("note", entry.tag),
        "place": plain(entry.was),
        "named": [],
        "label": plain(entry.label),
        "stretches": list(_stretches(entry.row.runs, layout.report.new.language)),
    }
