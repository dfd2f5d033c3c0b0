"""A PDF's bytes opened, and its pages' rows; whatever cannot be is told in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.pdf.bounds import check_bounds
from drafts.formats.pdf.glyphs import glyphs_of
from drafts.formats.pdf.layout import Page
from drafts.formats.pdf.rows import rows_of

MAX_PAGES = 300  # the longest resolutions have under 100
MOST_ON_A_PAGE = 60_000  # characters; a full page has some 5,000
MOST_CHARACTERS = 1_200_000  # of a whole document: 300 pages of 4,000

_ANEW = worded("Get it anew from where it came.")
_REASONS = {
    raw.FPDF_ERR_PASSWORD: (worded("it is protected by a password."), worded("Save it without one.")),
    raw.FPDF_ERR_SECURITY: (
        worded("it is protected in a way that cannot be read."),
        worded("Save it without protection."),
    ),
}


@contextmanager
def opened(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    """The document, closed again afterwards.

    Raises:
        ReadError: the bytes are no PDF, or one that nobody without a password can open.
    """
    check_bounds(data, name)
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
    count = _count(document, name, max_pages)
    left = MOST_CHARACTERS
    for at in range(count):
        try:
            page, characters = _page(document, at)
        except pdfium.PdfiumError as error:
            raise ReadError(
                worded("the page is damaged."),
                source=name,
                place=worded("page {n}", n=at + 1),
                remedy=_ANEW,
            ) from error
        left -= characters
        if left < 0:
            raise ReadError(
                worded("it has more than {most} characters.", most=f"{MOST_CHARACTERS:,}"),
                source=name,
                place=worded("page {n}", n=at + 1),
            )
        yield page
        if tell:
            tell(at + 1, count)


def _count(document: pdfium.PdfDocument, name: str, max_pages: int) -> int:
    """How many pages there are, if so many are read."""
    count = len(document)
    if not count:
        raise ReadError(worded("it has no pages."), source=name)
    if count > max_pages:
        raise ReadError(
            worded(
                "it has {count} pages, and at most {most} are read.",
                count=f"{count:,}",
                most=max_pages,
            ),
            source=name,
        )
    return count


def _page(document: pdfium.PdfDocument, at: int) -> tuple[Page, int]:
    """A page, and how many characters it has."""
    page = document[at]
    text = page.get_textpage()
    try:
        width, height = page.get_size()
        rows = rows_of(glyphs_of(text, MOST_ON_A_PAGE))
        return Page(at + 1, max(width, 1.0), max(height, 1.0), rows), text.count_chars()
    finally:
        text.close()
        page.close()


def _damaged(data: bytes) -> tuple[str, str]:
    if b"%PDF-" in data[:1024]:
        return worded("it is a damaged or incomplete PDF."), _ANEW
    return worded("this is not a PDF."), worded("Give it the name that belongs to its kind.")
