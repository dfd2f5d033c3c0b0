"""A comparison on paper, laid out from the same report as the page on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from drafts.core.comparison import Segment, Segments
from drafts.core.cover import CoverSheet
from drafts.core.layout import Entry, Fold, Layout, NoteEntry, Part
from drafts.core.report import Row
from drafts.core.runs import Run
from drafts.core.wording import Wording, kind_class
from drafts.formats.typeset.heads import common, plain, run_of, spoken
from drafts.formats.typeset.press import printed

Say = Callable[[str], str]  # the report's own words as they are set


def comparison_pdf(layout: Layout) -> bytes:
    """What changed, as PDF/UA: a summary, then the text with each change under its tag in words."""
    return printed("comparison.typ", _data(layout))


def _data(layout: Layout) -> dict[str, Any]:
    new, say = layout.report.new, partial(spoken, language=layout.wording.language)
    return {
        **common(new),
        "title": plain(layout.title),
        "heading": say(layout.title),
        "head": plain(layout.head),
        "labels-language": layout.wording.language,
        "labels-rtl": layout.wording.language == "ar",
        "bracketed": layout.options.bracketed,
        "brief": layout.options.show == "summary",
        "tabled": layout.options.show == "table",
        "numbered": layout.options.line_numbers,
        "sides": [say(each) for each in (*layout.sides, layout.wording.table["told"])],
        "cover": _cover(layout.cover, layout.wording, say) if layout.cover else None,
        "legend": [layout.wording.say(each) for each in ("signs", "inserted", "deleted")],
        "summary": [say(each) for each in layout.counts],
        "warnings": [say(each) for each in layout.warnings],
        "renumbered": say(_renumbered(layout)),
        "fields": [say(each) for each in _fields(layout)],
        "sponsors": list(_listed(layout.sponsors)),
        "name": _segments(layout.heading),
        "rows": [_part(part, new.language, say) for part in layout.parts],
        "notes": [_note(entry, layout, say) for entry in layout.notes],
    }


def _cover(sheet: CoverSheet, words: Wording, say: Say) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "heads": sheet.heads,
        "compared": [[plain(each) for each in line] for line in sheet.compared],
        "digests": sheet.digests,
        "made": [say(words.say("pair", *line)) for line in sheet.made],
        "check": say(sheet.check),
    }


def _renumbered(layout: Layout) -> str:
    names = layout.wording.comma.join(layout.renumbered)
    return layout.wording.say("renumbered", names) if names else ""


def _fields(layout: Layout) -> Iterator[str]:
    nothing = layout.wording.say("nothing")
    for name, old, new in layout.fields:
        yield layout.wording.say("differs", name, old or nothing, new or nothing)


def _listed(sponsors: Iterable[Segment]) -> Iterator[dict[str, str]]:
    for at, (op, name) in enumerate(sponsors):
        if at:
            yield {"op": "equal", "text": ", "}
        yield {"op": op, "text": plain(name)}


def _segments(segments: Segments) -> list[dict[str, str]]:
    return [{"op": op, "text": plain(text)} for op, text in segments]


def _part(part: Part, language: str, say: Say) -> dict[str, Any]:
    if not isinstance(part, Entry):
        return {"shape": "fold" if isinstance(part, Fold) else "line", "says": say(part.says)}
    row = part.row
    return {
        "shape": "change" if row.shown else "paragraph",
        "bar": kind_class(row),
        "tag": part.tag,
        "place": say(part.place),
        "was": say(part.was),
        "named": [say(each) for each in part.told],
        "kind": row.kind,
        "level": row.level,
        "label": plain(row.label),
        "stretches": list(_stretches(row.runs, language)),
        **_sides(row, language),
    }


def _sides(row: Row, language: str) -> dict[str, Any]:
    """Both sides apart, as a table shows them, each with the printed number of its first paragraph."""
    change = row.change
    return {
        "old-label": plain("".join(change.old_labels[:1])),
        "new-label": plain("".join(change.new_labels[:1])),
        "old": list(_stretches(row.old_runs, language)) if change.old else [],
        "new": list(_stretches(row.new_runs, language)) if change.new else [],
    }


def _stretches(runs: Iterable[Run], language: str) -> Iterator[dict[str, Any]]:
    """Runs that share a fate, together, so that each stretch is bracketed once."""
    for op, same in groupby(runs, key=attrgetter("op")):
        yield {"op": op, "runs": [_run(run, language) for run in same]}


def _run(run: Run, language: str) -> dict[str, Any]:
    told = run_of(run, language)
    return told if run.joint is None else {**told, "joint": plain(run.joint)}


def _note(entry: NoteEntry, layout: Layout, say: Say) -> dict[str, Any]:
    change = entry.row.change
    return {
        "bar": change.kind if change.kind != "unchanged" else "moved",
        "tag": layout.wording.say("note", entry.tag) if entry.tag else "",
        "place": say(entry.was or (entry.label if layout.options.show == "summary" else "")),
        "named": [],
        "label": plain(entry.label),
        "stretches": list(_stretches(entry.row.runs, layout.report.new.language)),
    }
