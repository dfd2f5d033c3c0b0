"""Word files written: a text as the Organization sets it, with what is needed to read the same value back."""

from __future__ import annotations

from drafts.core.comparison import Comparison
from drafts.core.document import Resolution
from drafts.formats.docx.carried import carry
from drafts.formats.docx.writing.document import compose
from drafts.formats.docx.writing.making import writable
from drafts.formats.docx.writing.parts import packed
from drafts.formats.docx.writing.report import write_docx_report
from drafts.formats.docx.writing.revision import compose_revision

__all__ = ["NO_DATE", "write_docx", "write_docx_report", "write_docx_revision"]

NO_DATE = "2000-01-01T00:00:00Z"  # Word asks every move for one; nobody's clock is told unasked


def write_docx(resolution: Resolution) -> bytes:
    """The text as a Word file; the same text always gives the same bytes.

    Styles by their names, automatic numbers, notes, italics; what paper cannot show, such as the paragraphs'
    keys, travels beside it.
    """
    return packed(resolution, compose(resolution), carry([resolution]))


def write_docx_revision(
    comparison: Comparison, *, old: Resolution, new: Resolution, author: str = "", date: str = NO_DATE
) -> bytes:
    """What changed, as tracked changes: rejecting all gives the old text, accepting all the new.

    The changes are by ``author`` (if nobody is named, the new symbol), made on ``date`` (ISO 8601).
    """
    written = compose_revision(comparison, old, new, writable(author or new.symbol) or "Rapporteur", date)
    return packed(new, written, carry([old, new]))
