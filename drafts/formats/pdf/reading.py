"""A PDF into a resolution: pages, rows, what each row is, lines, and then as any text is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.pdf.document import MAX_PAGES, opened, pages_of
from drafts.formats.pdf.layout import Page, Setting, sort_rows
from drafts.formats.pdf.notes import labels_of, notes_of
from drafts.formats.pdf.paragraphs import text_lines
from drafts.formats.pdf.rows import Row
from drafts.formats.pdf.tables import with_whole_cells
from drafts.formats.pdf.writing import Writer
from drafts.formats.placed import Place, Placed
from drafts.formats.text import Reading, Source, read_source
from drafts.formats.text.passage import Stretch

ASCENT, DESCENT = 0.75, 0.25  # of a row's size, above and below its baseline


def read_pdf(
    data: bytes, name: str, *, max_pages: int = MAX_PAGES, tell: Callable[[int, int], None] | None = None
) -> Placed:
    """The resolution in a PDF, and where each of its lines stands. ``tell`` hears of each page: 12 of 100.

    Raises:
        ReadError: the bytes are no PDF, or one that is protected, too long, or a picture without text.
    """
    with opened(data, name) as document:
        pages = tuple(pages_of(document, name, max_pages, tell))
    if not any(page.rows for page in pages):
        raise ReadError(
            worded("it has no text layer: its pages are pictures."),
            source=name,
            remedy=worded("Have the text recognised (OCR), or bring the text itself."),
        )
    reading, printed = _read(pages)
    places = {
        each: tuple(_place(stretch, printed) for stretch in stretches if stretch.origin >= 0)
        for each, stretches in reading.stretches.items()
    }
    return Placed(reading.resolution, len(pages), places)


_Printed = Sequence[tuple[Page, Row]]  # rows by the origin of their lines


def _read(pages: Sequence[Page]) -> tuple[Reading, _Printed]:
    setting = Setting.of(pages)
    parted = tuple(with_whole_cells(page, setting) for page in sort_rows(pages, setting))
    writer = Writer(labels_of(parted))
    printed = [
        *((page.page, row) for page in parted for row in page.text),
        *((page.page, row) for page in parted for row in page.notes),
    ]
    notes = notes_of(parted, writer, sum(len(page.text) for page in parted))
    source = Source(
        lines=text_lines(parted, setting, writer),
        notes=notes,
        calls_known=True,
        italics_known=True,
        furniture=False,
    )
    return read_source(source), printed


def _place(stretch: Stretch, printed: _Printed) -> Place:
    page, row = printed[stretch.origin]
    left, right = (row.left, row.right) if row.left >= 0 else (-row.right, -row.left)  # mirrored, if below 0
    return Place(
        stretch.start,
        stretch.end,
        page.number,
        left=left / page.width,
        top=1 - (row.y + ASCENT * row.size) / page.height,
        right=right / page.width,
        bottom=1 - (row.foot - DESCENT * row.size) / page.height,
    )
