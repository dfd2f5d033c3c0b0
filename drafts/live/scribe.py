"""Writes to the logs: at once, or, where the database takes one writer at a time, for all rooms together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from uuid import UUID

from django.db import OperationalError

from drafts.actions.live import append_several, append_updates, takes_several_writers
from drafts.live.threads import in_thread

Updates = Sequence[tuple[int, bytes]]


class _Part(NamedTuple):
    draft_id: UUID
    updates: Updates
    seq: asyncio.Future[int]


class Scribe:
    """Rooms hand in what they have; while one transaction goes to disk, the next gathers.

    On SQLite fifty rooms that each waited for a commit of their own would wait for fifty. On PostgreSQL each
    has its own, for one that waits for a lock must not hold the others up.
    """

    def __init__(self, threads: ThreadPoolExecutor) -> None:
        self._threads = threads
        self._parts: list[_Part] = []
        self._writing: asyncio.Task[None] | None = None

    async def append(self, draft_id: UUID, updates: Updates) -> int:
        """As ``actions.live.append_updates``."""
        if takes_several_writers():
            return await in_thread(self._threads, append_updates, draft_id, updates)
        part = _Part(draft_id, updates, asyncio.get_running_loop().create_future())
        self._parts.append(part)
        if not self._writing:
            self._writing = asyncio.create_task(self._write())
        return await part.seq

    async def _write(self) -> None:
        try:
            while self._parts:
                parts, self._parts = self._parts, []
                await self._write_together(parts)
        finally:
            self._writing = None

    async def _write_together(self, parts: list[_Part]) -> None:
        """All or, where some fail, each by itself: what one room's words meet is not the others' fault."""
        try:
            given = [(part.draft_id, part.updates) for part in parts]
            seqs = await in_thread(self._threads, append_several, given)
        except Exception as error:
            if len(parts) > 1 and not isinstance(error, OperationalError):  # it is not the database itself
                for part in parts:
                    await self._write_together([part])
            else:
                for part in parts:
                    _end(part, error)
        else:
            for part, seq in zip(parts, seqs, strict=True):
                _end(part, seq)


def _end(part: _Part, outcome: int | Exception) -> None:
    if part.seq.done():  # its room is closed and waits no longer
        return
    if isinstance(outcome, Exception):
        part.seq.set_exception(outcome)
    else:
        part.seq.set_result(outcome)
