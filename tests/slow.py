"""A reader that takes its time, for a process of its own: so nothing here may need Django."""

from __future__ import annotations

import time

from drafts.formats import jobs
from drafts.formats.apart import Tell
from drafts.formats.brought import Brought

PAGES = 30
A_PAGE = 0.1  # seconds


def read_slowly(tell: Tell, brought: Brought, *limits: int) -> bytes:
    for done in range(1, PAGES + 1):
        tell(done, PAGES)
        time.sleep(A_PAGE)
    return jobs.read_brought(tell, brought, *limits)
