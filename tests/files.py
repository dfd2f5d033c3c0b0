"""Small files of several kinds, made when they are needed."""

from __future__ import annotations

import io

import pypdfium2 as pdfium


def empty_pdf(pages: int = 1) -> bytes:
    """A PDF of blank pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(612, 792)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
