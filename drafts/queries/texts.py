"""Texts that are read and not kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, cast

from django.conf import settings

from drafts.core.document import Resolution
from drafts.core.errors import ReadError
from drafts.formats import from_json
from drafts.formats.apart import apart
from drafts.formats.brought import Brought
from drafts.formats.jobs import read_brought, read_tracked
from drafts.queries.limits import bounds


class Sides(NamedTuple):
    """The texts before and after the changes that a file tracks, and whose these are, in words."""

    old: Resolution
    new: Resolution
    authors: tuple[str, ...]


def read_unkept(brought: Sequence[Brought]) -> list[Resolution | ReadError]:
    """What each text says, or why it cannot be read; each in a process of its own, all at the same time."""
    with ThreadPoolExecutor(max_workers=len(brought) or 1) as pool:
        return list(pool.map(_read, brought))


def sides_in(brought: Brought) -> Sides | None:
    """The two texts of a file with tracked changes; None for any other, and for one that cannot be read."""
    try:
        read = json.loads(apart(read_tracked, brought, settings.MAX_FILE_BYTES, bounds=bounds()))
    except ReadError:
        return None  # reading it as a text says why
    if read is None:
        return None
    authors = tuple(_told(**each) for each in read["authors"])
    return Sides(cast(Resolution, from_json(read["old"])), cast(Resolution, from_json(read["new"])), authors)


def _read(brought: Brought) -> Resolution | ReadError:
    limits = (settings.MAX_FILE_BYTES, settings.MAX_PAGES)
    try:
        answer = apart(read_brought, brought, *limits, bounds=bounds())
    except ReadError as error:
        return error
    return cast(Resolution, from_json(json.loads(answer)["value"]))


def _told(name: str, changes: int, first: str, last: str) -> str:
    """``Italy (3 changes, 2025-10-06 to 2025-10-08)``."""
    dates = sorted({first[:10], last[:10]} - {""})
    when = f", {' to '.join(dates)}" if dates else ""
    return f"{name or 'somebody'} ({changes} change{'' if changes == 1 else 's'}{when})"
