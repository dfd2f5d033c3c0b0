"""Pictures of the pages of files: of those that were brought in, each drawn once, and of reports on paper."""

from __future__ import annotations

import hashlib
import threading
from functools import lru_cache

from cachetools import LRUCache, cached

from drafts.formats.apart import apart
from drafts.formats.jobs import count_pages, picture_of
from drafts.models import SourceFile
from drafts.queries.limits import bounds

WIDTHS = (400, 800, 1200, 1600)  # pixels: a phone's half page up to a whole page on a fine screen
KEPT = 64  # pictures a process remembers, some 0.2 MB each; browsers keep them much longer
COUNTED = 4096  # files whose pages a process remembers the number of


def page_picture(file: SourceFile, page: int, width: int) -> bytes:
    """A page (from 1) of a PDF as a PNG of one of ``WIDTHS``.

    Raises:
        ReadError: it has no such page, or no pages at all.
    """
    return _drawn(file.pk, file.sha256, page, width)


@lru_cache(maxsize=KEPT)
def _drawn(file_id: int, sha256: str, page: int, width: int) -> bytes:
    """Remembered with what its bytes are, so that it can never be of another file."""
    file = SourceFile.objects.get(pk=file_id, sha256=sha256)
    return apart(picture_of, bytes(file.data), page, width, file.name, bounds=bounds())


def report_picture(data: bytes, page: int, width: int) -> bytes:
    """A page of a report on paper; browsers keep it."""
    return apart(picture_of, data, page, width, "", bounds=bounds())


def _sum(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


@cached(LRUCache(COUNTED), key=_sum, lock=threading.Lock())
def pages_in(data: bytes) -> int:
    """How many pages a PDF has."""
    return int(apart(count_pages, data, bounds=bounds()))
