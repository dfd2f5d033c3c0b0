"""The picture of a page, for people who want to see what was read."""

from __future__ import annotations

import io

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.pdf.document import opened

WIDEST, TALLEST = 2400, 6000  # pixels; a page on a large screen takes 1,600 in width


def picture(data: bytes, page: int, width: int, name: str = "") -> bytes:
    """Page ``page`` (from 1) as a PNG, ``width`` pixels across or what ``WIDEST`` and ``TALLEST`` allow.

    Raises:
        ReadError: the bytes are no PDF that can be opened, or there is no such page.
    """
    with opened(data, name) as document:
        if not 1 <= page <= len(document):
            raise ReadError(worded("there is no page {page}.", page=page), source=name)
        sheet = document[page - 1]
        across, down = (max(length, 1.0) for length in sheet.get_size())
        scale = min(min(max(width, 1), WIDEST) / across, TALLEST / down)
        image = sheet.render(scale=max(scale, 1 / min(across, down)), prefer_bgrx=True).to_pil()
        written = io.BytesIO()
        image.convert("RGB").save(written, "PNG")
        return written.getvalue()
