"""Values to bytes: a resolution in any form, and a comparison laid out as a report in any form."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from drafts.core.bare import texts_of
from drafts.core.comparison import JOINT, Comparison, new_text, old_text
from drafts.core.document import Resolution
from drafts.core.errors import ReportError
from drafts.core.layout import lay_out
from drafts.core.options import Options
from drafts.core.report import Report
from drafts.core.worded import worded
from drafts.formats import interchange, suiting
from drafts.formats.akn import write_akn, write_akn_report
from drafts.formats.docx import write_docx, write_docx_report, write_docx_revision
from drafts.formats.html import write_html, write_report
from drafts.formats.plain import plain_text
from drafts.formats.records import comparison_csv, resolution_csv
from drafts.formats.summary import summary_text
from drafts.formats.typeset import comparison_pdf, resolution_pdf

_WHOLE = ("docx", "akn")  # what holds both texts to the letter
FORMS = (
    "json",
    "text",
    "html",
    "docx",
    "pdf",
    "akn",
    "csv",
)  # what ``write`` is asked for, as on the command line


def write(value: Resolution | Comparison, form: str, **more: Any) -> bytes:
    """The value in one of ``FORMS``; the same value and options always give the same bytes.

    A comparison takes ``old`` and ``new``, the two texts, and ``options``, how its report is laid out
    (``core.options``; left out, as is usual for the form). Without the texts, a report calls paragraphs
    by their printed numbers and knows no italics; Word cannot do without them. ``text`` takes ``color``;
    ``docx`` takes ``author`` and ``date`` (ISO 8601) of the tracked changes.

    Of a resolution, ``text`` takes ``color``, and ``doubts``, to list them; ``pdf`` takes ``line_numbers``.

    Raises:
        ReportError: the form cannot show what the options ask for; says what it can.
    """
    if form not in FORMS:
        raise ValueError(f"There is no form {form!r}; there are {', '.join(FORMS)}.")
    return _text(value, form, **more) if isinstance(value, Resolution) else _report(value, form, **more)


def digest(resolution: Resolution) -> str:
    """The SHA-256 of a text, as a cover sheet names it: of its JSON form, byte for byte."""
    return hashlib.sha256(interchange.dump(resolution)).hexdigest()


def _text(resolution: Resolution, form: str, **options: Any) -> bytes:
    return _TEXTS[form](resolution, **options)


def _report(
    comparison: Comparison,
    form: str,
    *,
    old: Resolution | None = None,
    new: Resolution | None = None,
    options: Options | None = None,
    **more: Any,
) -> bytes:
    options = suiting.usual(form) if options is None else options
    suiting.check(options, form)
    if form == "json":  # the comparison alone, as FORMATS has it: whoever reads it brings the texts
        return interchange.dump(comparison)
    if form in _WHOLE and (old is None or new is None):
        raise ReportError(
            worded("A report as {form} needs both texts, since it holds them whole.", form=form)
        )
    if old is None or new is None:
        old, new = texts_of(comparison)
    else:
        _check_texts(comparison, old, new)
    if form == "akn":
        return write_akn_report(comparison, old=old, new=new)
    if form == "docx" and options.show == "all":
        return write_docx_revision(comparison, old=old, new=new, **more)
    if form == "docx":  # nothing in it is tracked, by nobody and on no date
        return write_docx_report(lay_out(Report.of(comparison, old, new), options))
    return _REPORTS[form](lay_out(Report.of(comparison, old, new), options), **more)


def _check_texts(comparison: Comparison, old: Resolution, new: Resolution) -> None:
    """Refuse texts of which the comparison does not speak: each paragraph must be in it, word for word."""
    for which, text, said in (
        ("old", old, [(each.old, old_text(each.segments)) for each in comparison.changes]),
        ("new", new, [(each.new, new_text(each.segments)) for each in comparison.changes]),
    ):
        known = {id for ids, _ in said for id in ids}
        same = known == text.by_id.keys() and all(
            words == JOINT.join([text.by_id[id].text for id in ids]) for ids, words in said if ids
        )
        if not same:
            raise ReportError(worded("The {which} text is not the one that was compared.", which=which))


_TEXTS: Mapping[str, Callable[..., bytes]] = {
    "text": lambda value, **options: plain_text(value, **options).encode(),
    "json": interchange.dump,
    "docx": write_docx,
    "pdf": resolution_pdf,
    "akn": write_akn,
    "html": write_html,
    "csv": resolution_csv,
}
_REPORTS: Mapping[str, Callable[..., bytes]] = {
    "text": lambda layout, **options: summary_text(layout, **options).encode(),
    "html": write_report,
    "pdf": comparison_pdf,
    "csv": comparison_csv,
}
