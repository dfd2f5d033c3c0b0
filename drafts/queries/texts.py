"""Texts that are read and not kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import cast

from django.conf import settings

from drafts.core.document import Resolution
from drafts.core.errors import ReadError
from drafts.formats import from_json
from drafts.formats.apart import Bounds, apart
from drafts.formats.brought import Brought
from drafts.formats.jobs import read_brought


def read_unkept(brought: Sequence[Brought]) -> list[Resolution | ReadError]:
    """What each text says, or why it cannot be read; each in a process of its own, all at the same time."""
    with ThreadPoolExecutor(max_workers=len(brought) or 1) as pool:
        return list(pool.map(_read, brought))


def _read(brought: Brought) -> Resolution | ReadError:
    bounds = Bounds(settings.READING_SECONDS, settings.READING_MEGABYTES)
    try:
        answer = apart(read_brought, brought, settings.MAX_FILE_BYTES, settings.MAX_PAGES, bounds=bounds)
    except ReadError as error:
        return error
    return cast(Resolution, from_json(json.loads(answer)["value"]))
