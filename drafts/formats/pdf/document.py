"""A PDF's bytes opened, and its pages' rows; whatever cannot be is told in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from drafts.core.errors import ReadError
from drafts.formats.pdf.glyphs import glyphs_of
from drafts.formats.pdf.layout import Page
from drafts.formats.pdf.rows import rows_of

MAX_PAGES = 400  # the longest resolutions have under 100
MOST_GLYPHS = 60_000  # on one page; a full one has some 5,000

_ANEW = "Get it anew from where it came."
_REASONS = {
    raw.FPDF_ERR_PASSWORD: ("it is protected by a password.", "Save it without one."),
    raw.FPDF_ERR_SECURITY: ("it is protected in a way that cannot be read.", "Save it without protection."),
}


@contextmanager
def opened(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    """The document, closed again afterwards.

    Raises:
        ReadError: the bytes are no PDF, or one that nobody without a password can open.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason, remedy = _REASONS.get(error.err_code or 0, _damaged(data))
        raise ReadError(reason, source=name, remedy=remedy) from error
    try:
        yield document
    finally:
        document.close()


def pages_of(
    document: pdfium.PdfDocument,
    name: str,
    max_pages: int = MAX_PAGES,
    tell: Callable[[int, int], None] | None = None,
) -> Iterator[Page]:
    """The pages in order, each with its rows.

    Raises:
        ReadError: there are more than ``max_pages``, or none.
    """
    count = len(document)
    if not count:
        raise ReadError("it has no pages.", source=name)
    if count > max_pages:
        raise ReadError(f"it has {count:,} pages, and at most {max_pages} are read.", source=name)
    for at in range(count):
        try:
            yield _page(document, at)
        except pdfium.PdfiumError as error:
            raise ReadError(
                "the page is damaged.", source=name, place=f"page {at + 1}", remedy=_ANEW
            ) from error
        if tell:
            tell(at + 1, count)


def _page(document: pdfium.PdfDocument, at: int) -> Page:
    page = document[at]
    try:
        width, height = page.get_size()
        return Page(at + 1, max(width, 1.0), max(height, 1.0), rows_of(islice(glyphs_of(page), MOST_GLYPHS)))
    finally:
        page.close()


def _damaged(data: bytes) -> tuple[str, str]:
    if b"%PDF-" in data[:1024]:
        return "it is a damaged or incomplete PDF.", _ANEW
    return "this is not a PDF.", "Give it the name that belongs to its kind."
