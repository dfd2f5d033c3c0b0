"""On a database with one writer, what waits goes to disk together; what one room's words meet is its own."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, OperationalError

from drafts.live import scribe as scribes
from drafts.live.scribe import Scribe

ROOMS = [uuid4() for _ in range(4)]
Given = Sequence[tuple[UUID, scribes.Updates]]


class Log:
    """Stands for the log: counts, and refuses as it is told."""

    def __init__(self) -> None:
        self.together: list[int] = []
        self.refused: dict[UUID, Exception] = {}

    def append_several(self, given: Given) -> list[int]:
        self.together.append(len(given))
        for room, _ in given:
            if room in self.refused:
                raise self.refused[room]
        return [ROOMS.index(room) for room, _ in given]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Log:
    made = Log()
    monkeypatch.setattr(scribes, "append_several", made.append_several)
    monkeypatch.setattr(scribes, "takes_several_writers", lambda: False)
    return made


def written() -> list[int | BaseException]:
    """What each room is told when the first has begun to write before the others came."""

    async def write() -> list[int | BaseException]:
        with ThreadPoolExecutor(1) as threads:
            scribe = Scribe(threads)
            first = asyncio.create_task(scribe.append(ROOMS[0], [(1, b"")]))
            await asyncio.sleep(0)
            others = [scribe.append(room, [(1, b"")]) for room in ROOMS[1:]]
            return await asyncio.gather(first, *others, return_exceptions=True)

    return asyncio.run(write())


def test_what_gathers_meanwhile_goes_together(log: Log) -> None:
    assert (written(), log.together) == ([0, 1, 2, 3], [1, 3])


def test_words_that_cannot_be_kept_stop_no_others(log: Log) -> None:
    log.refused[ROOMS[2]] = error = IntegrityError("no such person")
    assert (written(), log.together) == ([0, 1, error, 3], [1, 3, 1, 1, 1])


def test_a_database_that_refuses_is_not_asked_by_each(log: Log) -> None:
    log.refused[ROOMS[2]] = error = OperationalError("database is locked")
    assert (written(), log.together) == ([0, error, error, error], [1, 3])
