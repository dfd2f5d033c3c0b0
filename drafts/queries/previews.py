"""What is shown of a report before it is taken along: the file itself, as far as a browser can show it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from drafts.formats.orders import ZIP
from drafts.queries.pictures import pages_in
from drafts.queries.reports import Asked

MOST_PAGES = 12  # pictures on the page, each asked for when it comes into sight; the file has them all
MOST_CHARACTERS = 12_000  # of a text: some four screens


@dataclass(frozen=True, slots=True)
class Preview:
    """``pages`` on paper, a page ``framed``, a ``text``, or the ``files`` of a zip with their sizes.

    ``more`` counts the pages or characters that are not shown.
    """

    pages: range = range(0)
    framed: bool = False
    text: str = ""
    files: tuple[tuple[str, int], ...] = ()
    more: int = 0


def shown_as(asked: Asked) -> Asked:
    """What is shown for it: itself; for a Word file, which no browser shows, the same as a web page."""
    if asked.form != "docx":
        return asked
    return asked.suited_to("html")


def preview_of(asked: Asked, data: bytes) -> Preview:
    """What a made report looks like."""
    if asked.form == "pdf":
        pages = pages_in(data)
        return Preview(pages=range(1, min(pages, MOST_PAGES) + 1), more=max(0, pages - MOST_PAGES))
    if asked.form == "html":
        return Preview(framed=True)
    if asked.form == ZIP:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Preview(files=tuple((each.filename, each.file_size) for each in archive.infolist()))
    text = data.decode("utf-8-sig")
    return Preview(text=text[:MOST_CHARACTERS], more=max(0, len(text) - MOST_CHARACTERS))
