"""A resolution as the Organization prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafts.core.document import Note, Resolution
from drafts.core.runs import text_runs
from drafts.core.sponsor_line import sponsor_line
from drafts.formats.typeset.heads import common, plain, run_of
from drafts.formats.typeset.press import printed

NO_LABEL = "–"


def resolution_pdf(resolution: Resolution, *, line_numbers: bool = False) -> bytes:
    """The text as PDF/UA: masthead, sponsors, title, paragraphs, notes at the foot of their pages.

    ``line_numbers`` stand in the margin, counted through the document.
    """
    return printed("resolution.typ", _data(resolution, line_numbers))


def _data(resolution: Resolution, line_numbers: bool) -> dict[str, Any]:
    called = [mark.note for each in resolution.paragraphs for mark in each.calls]
    starred = [note.id for note in resolution.notes if note.label.startswith("*") and note.id not in called]
    sponsors = plain(sponsor_line(resolution))
    loose = {note.id for note in resolution.notes} - {*called, *(starred if sponsors else ())}
    notes = list(_notes(resolution))
    return {
        **common(resolution),
        "title": plain(resolution.title).strip()
        or plain(resolution.symbol).strip()
        or NO_LABEL,  # PDF/UA asks every document for one
        "title-shown": bool(plain(resolution.title).strip()),
        "sponsors": sponsors,
        "starred": starred if sponsors else [],
        "rows": list(_rows(resolution)),
        "notes": notes,
        "loose": [note for note in notes if note["id"] in loose],
        "numbered": line_numbers,
    }


def _rows(resolution: Resolution) -> Iterator[dict[str, Any]]:
    """The paragraphs; a run that calls a note bears its id, and says if it was called before."""
    ids = {note.id: note.id for note in resolution.notes}
    labels = {note.id: _sign(note) for note in resolution.notes}
    seen: set[str] = set()
    for paragraph in resolution.paragraphs:
        runs = []
        for run in text_runs(paragraph, ids):
            runs.append(run_of(run, resolution.language))
            if run.call:
                runs[-1] |= {"again": run.call in seen, "label": labels[run.call]}
                seen.add(run.call)
        yield {
            "kind": paragraph.kind,
            "heads": paragraph.kind in ("heading", "annex") and bool(plain(paragraph.text).strip()),
            "level": paragraph.level,
            "label": plain(paragraph.label),
            "runs": runs,
        }


def _notes(resolution: Resolution) -> Iterator[dict[str, Any]]:
    labels = {note.id: note.label for note in resolution.notes}
    for note in resolution.notes:
        runs = [run_of(run, resolution.language) for run in text_runs(note, labels)]
        yield {"id": note.id, "label": _sign(note), "runs": runs}


def _sign(note: Note) -> str:
    """What calls the note. PDF/UA asks every call for a sign, so one without a label gets a dash."""
    return plain(note.label).strip() or NO_LABEL
