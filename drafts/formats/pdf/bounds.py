"""What no honest document has: a few packed bytes that become more text than any page holds.

PDFium unpacks a page whole, and keeps some 400 bytes a character; a bomb must be met before it goes off.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from drafts.core.errors import ReadError
from drafts.core.worded import worded

# Of 24 genuine documents the largest stream with text has 0.12 MB, all but pictures together 1.9 MB.
MOST_TEXT = 2_000_000  # bytes of one stream that draws text
MOST_STREAM = 40_000_000  # of any other but a picture: a whole Chinese font takes some 20 MB
MOST_IN_ALL = 200_000_000

_STREAM = re.compile(rb"stream\r?\n")
_LONGEST_HEAD = 2_000  # bytes looked back over for what a stream is
_DRAWS_TEXT = re.compile(rb"\bT[jJ*]\b")


def check_bounds(data: bytes, name: str) -> None:
    """Pass over all packed streams.

    Raises:
        ReadError: one of them, or all together, unpack to more than any document holds.
    """
    total = 0
    for packed in _packed(data):
        size = len(packed)
        total += size
        if size > MOST_STREAM or total > MOST_IN_ALL or (size > MOST_TEXT and _DRAWS_TEXT.search(packed)):
            raise ReadError(
                worded("it unpacks to more than any document holds."),
                source=name,
                remedy=worded("Print it anew to PDF, or bring the text itself."),
            )


def _packed(data: bytes) -> Iterator[bytes]:
    """What each packed stream holds, pictures left out, up to just over what is allowed."""
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _LONGEST_HEAD) : found.start()]
        head = head[head.rfind(b" obj") :]
        if b"/Image" in head or b"/Fl" not in head:
            continue
        unpacked = _unpacked(memoryview(data)[found.end() :])
        if head.count(b"/Fl") > 1:
            unpacked = _unpacked(unpacked) or unpacked
        yield unpacked


def _unpacked(data: bytes | memoryview) -> bytes:
    """What a stream holds, up to just over what is allowed; nothing of a broken one, which nobody unpacks."""
    try:
        return zlib.decompressobj().decompress(data, MOST_STREAM + 1)
    except zlib.error:
        return b""
