"""A hand-written transcript of a page into a resolution: what the truth of a genuine document is made from.

::

    symbol: A/C.9/80/L.1
    proposal: draft
    title: Cooperation of lighthouses
    sponsors: Andorra; Benin

    enacting | | *The General Assembly*,
    preambular | | *Recalling* its resolution 79/1,[^1]
    operative | 1. | *Decides*:
    operative2 | (a) | To keep the lamps lit.
    note | 1 | A/79/1.

A kind may end in its level; without one it is 1, or 0 for enacting words, headings and what has no number.
``submitted:`` stands in place of ``sponsors:`` where the line is no plain list.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace

from drafts.core.document import Masthead, Note, Paragraph, Resolution, Sponsor
from drafts.formats.inline import from_inline
from tests.formats.genuine.truth import Truth

_MASTHEAD = [each.name for each in fields(Masthead)]
_WITHOUT_NUMBER = {"enacting", "heading", "annex", "text", "table"}


def resolution_of(transcript: str) -> Resolution:
    """The resolution a transcript writes down. Its kinds are taken as they stand, ``table`` too."""
    above, _, body = transcript.partition("\n\n")
    head = {key: value.strip() for key, _, value in (line.partition(":") for line in above.splitlines())}
    rows = [[cell.strip() for cell in line.split("|", 2)] for line in body.splitlines() if line.strip()]
    notes = tuple(
        Note(f"n{at}", label, text)
        for at, (_, label, text) in enumerate((row for row in rows if row[0] == "note"), 1)
    )
    notes = tuple(replace(note, **_marked(note.text, notes)) for note in notes)
    return Resolution(
        tuple(
            _paragraph(f"p{at}", row, notes)
            for at, row in enumerate((row for row in rows if row[0] != "note"), 1)
        ),
        notes,
        title=head["title"],
        sponsors=tuple(Sponsor(name) for name in head.get("sponsors", "").split("; ") if name),
        submitted=head.get("submitted", ""),
        proposal=head.get("proposal") or None,  # type: ignore[arg-type]
        symbol=head["symbol"],
        masthead=Masthead(**{name: head.get(name, "") for name in _MASTHEAD}),
    )


def truth_of(transcript: str) -> Truth:
    return Truth.of(resolution_of(transcript))


def _paragraph(id: str, row: list[str], notes: tuple[Note, ...]) -> Paragraph:
    kind, level = re.fullmatch(r"([a-z]+)(\d?)", row[0]).groups()  # type: ignore[union-attr]
    plain = 0 if kind in _WITHOUT_NUMBER and not row[1] else 1
    return Paragraph(
        id,
        kind,  # type: ignore[arg-type]
        label=row[1],
        level=int(level or plain),
        **_marked(row[2], notes),
    )


def _marked(text: str, notes: tuple[Note, ...]) -> dict[str, object]:
    plain, marks = from_inline(text, notes)
    return {"text": plain, "marks": marks}
