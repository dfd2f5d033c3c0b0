"""What is wrong with the words of a PDF: they must be those of the text, in the order in which they are read.

Arabic is left to the reader of PDFs (tests/formats/pdf/test_written.py): a page's text has it in the order in
which it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

import pypdfium2

from drafts.core.comparison import Comparison
from drafts.core.document import Mark, Note, Paragraph, Resolution
from drafts.core.layout import lay_out
from drafts.core.masthead import DISTRIBUTION, ORIGINAL, organization
from drafts.core.options import Options
from drafts.core.report import Report, Row
from drafts.core.runs import Run, text_runs
from drafts.core.sponsor_line import sponsor_line

# Spaces and line ends belong to the page; so does a hyphen, which pypdfium2 takes for one of the page's at
# the end of a line. The other signs say the direction, or have no shape.
_NO_LETTERS = re.compile(r"[\s\-\u2011\u00ad\ufffe\u2066-\u2069\u0000-\u001f\u007f-\u009f]")


def letters(text: str) -> str:
    """What must be the same on paper."""
    return _NO_LETTERS.sub("", text)


def clean_faults(data: bytes, text: Resolution) -> Iterator[str]:
    """The pages hold the text from its masthead to its last note, and each note on a page behind its call."""
    body, notes = _body(text), "".join(_note(each, text) for each in _called(text))
    for number, page in enumerate(_pages(data, text.symbol), 1):
        shared = _shared(page, body)
        # Where a note begins as the text goes on, the page does not say which of them it is.
        ends = [at for at in range(shared, -1, -1) if notes.startswith(page[at:])]
        if not ends:
            yield f"page {number}: after {page[:shared][-30:]!r} stands {page[shared:][:30]!r}"
            return
        body, notes = body[ends[0] :], notes[len(page) - ends[0] :]
    if body or notes:
        yield f"the pages end before {(body or notes)[:30]!r}"


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def marked_faults(data: bytes, comparison: Comparison, old: Resolution, new: Resolution) -> Iterator[str]:
    """The pages hold every row of the report in its order, what came and went in its brackets."""
    layout = lay_out(Report.of(comparison, old, new), Options())
    paper = "".join(_pages(data, " → ".join(layout.sides)))
    at = 0
    for row in layout.report.rows:
        wanted = letters(row.label) + "".join(_bracketed(row))
        found = paper.find(wanted, at)
        if found < 0:
            yield f"{row.name} is not there, or out of turn: {wanted[:60]!r}"
        at = max(at, found + len(wanted))


def _pages(data: bytes, head: str) -> Iterator[str]:
    """The letters of each page without what is printed on all of them."""
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, 1):
        words = letters(page.get_textpage().get_text_range())
        first = "" if number == 1 else letters(head)
        yield words.removeprefix(first).removesuffix(f"{number}/{len(document)}")


def _body(text: Resolution) -> str:
    """All that is no note, in the order of the paper."""
    head, language = text.masthead, text.language or "en"
    fixed = {head.distribution: DISTRIBUTION, head.original: ORIGINAL}
    issue = [
        fixed.get(each, {}).get(language, "") + each
        for each in (head.distribution, head.date, head.original)
        if each
    ]
    stars = [note.label for note in _starred(text)]
    parts = [
        organization(language), text.symbol, head.organ, *issue,
        head.session, head.committee, head.agenda_item,
        sponsor_line(text), *stars, text.title,
        *("".join([each.label, *_runs(each, text)]) for each in text.paragraphs),
        *(_note(each, text) for each in _loose(text)),
    ]  # fmt: skip
    return letters("".join(parts))


def _runs(piece: Paragraph | Note, text: Resolution) -> Iterator[str]:
    labels = {note.id: note.label for note in text.notes}
    # No note is called within a note's own words: paper has it at the call alone.
    return (run.text + (run.call if isinstance(piece, Paragraph) else "") for run in text_runs(piece, labels))


def _note(note: Note, text: Resolution) -> str:
    return letters("".join([note.label, *_runs(note, text)]))


def _called(text: Resolution) -> list[Note]:
    """The notes at the feet of pages, as they are called first."""
    marks: list[Mark] = [mark for each in text.paragraphs for mark in each.calls]
    return [*_starred(text), *(text.notes_by_id[id] for id in dict.fromkeys(mark.note for mark in marks))]


def _uncalled(text: Resolution) -> list[Note]:
    called = {mark.note for each in text.paragraphs for mark in each.calls}
    return [note for note in text.notes if note.id not in called]


def _starred(text: Resolution) -> list[Note]:
    line = sponsor_line(text)
    return [note for note in _uncalled(text) if line and note.label.startswith("*")]


def _loose(text: Resolution) -> list[Note]:
    starred = _starred(text)
    return [note for note in _uncalled(text) if note not in starred]


def _bracketed(row: Row) -> Iterator[str]:
    for op, runs in groupby(row.runs, key=attrgetter("op")):
        sign = {"insert": "[+{}+]", "delete": "[–{}–]", "equal": "{}"}[op]
        yield sign.format(letters("".join(map(_shown, runs))))


def _shown(run: Run) -> str:
    if run.joint is None:
        return run.text + run.call
    return "¶" if run.op == "delete" else f"¶{run.joint}"
