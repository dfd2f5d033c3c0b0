"""The rooms of this process: opened when somebody comes, kept in step with the log, closed when empty."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple, Protocol
from uuid import UUID
from weakref import WeakValueDictionary

from drafts.actions.live import hears_others, news, on_news, open_live_text
from drafts.actions.metrics import tell_live
from drafts.live.host import LAST_RETRY, Host
from drafts.live.nearby import Nearby
from drafts.live.scribe import Scribe
from drafts.live.threads import in_thread
from drafts.queries.live import ends_of_logs
from drafts.queries.standings import Asked, Standing, standings

WRITERS = 4  # threads that write logs: SQLite lets one write at a time, PostgreSQL is asked by few
READERS = 2  # threads that see who people are, so that nobody at the door waits behind a writer that is stuck
PATIENCE = 60.0  # seconds that an empty room stays open: a page that is reloaded finds it
LOOK_AGAIN = 3.0  # seconds after which people's roles, and the ends of the logs, are looked up anew
MOST_PAGES = 64  # of one person in this process; who has more open has left a program running

log = logging.getLogger("drafts.live")


class Page(Protocol):
    """An open page: whose it is, and how it is told what that person now is."""

    @property
    def asked(self) -> Asked: ...

    def told(self, standing: Standing, /) -> None: ...


class Health(NamedTuple):
    """Counts of this process: rooms, pages and people in them, updates that wait, rooms that cannot write."""

    rooms: int
    pages: int
    people: int
    backlog: int
    failing: int


class Hub:
    """Every room that is open in this process."""

    def __init__(self) -> None:
        self.hosts: dict[UUID, Host] = {}
        self.pages: set[Page] = set()
        self._opening: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
        self._writers = ThreadPoolExecutor(WRITERS, thread_name_prefix="live")
        self._scribe = Scribe(self._writers)
        self.readers = ThreadPoolExecutor(READERS, thread_name_prefix="live-door")
        self._nearby = Nearby(self.hosts, self.readers)
        self._closing: dict[UUID, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Listen for what others keep: actions in this process, and other processes on PostgreSQL."""
        loop = asyncio.get_running_loop()
        self._look_now = asyncio.Event()  # of this loop
        self._deafen = on_news(lambda draft_id, seq: loop.call_soon_threadsafe(self.notice, draft_id, seq))
        self._begin(self._look_around())
        if hears_others():
            self._nearby.begin()
            self._begin(self._listen())
            self._begin(self._nearby.run())

    async def stop(self) -> None:
        """Keep everything that waits, in every room."""
        self._deafen()
        for task in self._tasks:
            task.cancel()
        for timer in self._closing.values():
            timer.cancel()
        rooms = list(self.hosts)
        if hears_others():
            await self._nearby.stop()
        await asyncio.gather(*(self._close(draft_id, even_with_people=True) for draft_id in rooms))
        self._writers.shutdown()
        self.readers.shutdown()

    async def host(self, draft_id: UUID) -> Host:
        """The room of a draft, opened if it is not."""
        async with self._lock(draft_id):
            if draft_id not in self.hosts:
                kept = await in_thread(self._writers, open_live_text, draft_id)
                self.hosts[draft_id] = Host(draft_id, kept, self._scribe, self._writers)
                self._nearby.opened(draft_id)
            return self.hosts[draft_id]

    async def caught_up(self, draft_id: UUID) -> Host:
        """The room of a draft with all that is in the log by now; join it before you await anything else.

        Nobody may be in it yet, so it can close while we wait: what is written in it then is kept nowhere.
        """
        while True:
            host = await self.host(draft_id)
            await host.caught_up()
            if not host.closing:
                return host

    def emptied(self, draft_id: UUID) -> None:
        """Somebody left; where nobody is left, close the room after a while."""
        host = self.hosts.get(draft_id)
        if host and not host.posts:
            if timer := self._closing.get(draft_id):
                timer.cancel()
            loop = asyncio.get_running_loop()
            self._closing[draft_id] = loop.call_later(PATIENCE, self._begin_closing, draft_id)

    def has_too_many(self, user: int) -> bool:
        """Whether a person has as many pages open as anybody may."""
        return sum(page.asked.user == user for page in self.pages) >= MOST_PAGES

    def notice(self, draft_id: UUID | None, seq: int | None) -> None:
        if draft_id is None:
            self._look_now.set()
            return
        host = self.hosts.get(draft_id)
        if host and seq is None:
            host.tell_discussed()
        elif host and seq is not None:
            host.notice(seq)

    def health(self) -> Health:
        hosts = self.hosts.values()
        return Health(
            rooms=len(hosts),
            pages=len(self.pages),
            people=len({page.asked.user for page in self.pages}),
            backlog=sum(host.room.backlog for host in hosts),
            failing=sum(host.failing for host in hosts),
        )

    async def _look_around(self) -> None:
        """See now and then, and when somebody was signed out, what everybody is by now, and whether a log has
        grown that nobody told us of.
        """
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._look_now.wait(), LOOK_AGAIN)
            self._look_now.clear()
            tell_live(**self.health()._asdict())
            try:
                await self._look_at_people()
                await self._look_at_logs()
                for host in list(self.hosts.values()):
                    await host.look_at_text()
            except Exception as error:  # who may write now cannot be known; nothing can be kept either
                log.warning("The database cannot be asked who may write: %s", error)

    async def _look_at_people(self) -> None:
        pages = list(self.pages)
        if pages:
            found = await in_thread(self.readers, standings, [page.asked for page in pages])
            for page in pages:
                page.told(found[page.asked])

    async def _look_at_logs(self) -> None:
        if self.hosts:
            for draft_id, seq in (await in_thread(self.readers, ends_of_logs, list(self.hosts))).items():
                self.notice(draft_id, seq)

    async def _listen(self) -> None:
        """Hear from PostgreSQL what other processes have kept, and come back when the connection breaks."""
        while True:
            try:
                async for told in news():
                    if isinstance(told, str):
                        self._nearby.hear(told)
                    elif told:
                        self.notice(*told)
                    else:
                        self._nearby.begin_again()
                        for host in self.hosts.values():
                            host.look()
            except Exception as error:
                log.warning("Not hearing of other processes: %s", error)
            await asyncio.sleep(LAST_RETRY)

    def _begin_closing(self, draft_id: UUID) -> None:
        del self._closing[draft_id]
        self._begin(self._close(draft_id))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _close(self, draft_id: UUID, *, even_with_people: bool = False) -> None:
        async with self._lock(draft_id):
            host = self.hosts.get(draft_id)
            if host is None or (host.posts and not even_with_people):
                return
            if host.room.backlog and not even_with_people:  # its author may be gone: it is all there is
                self.emptied(draft_id)
                return
            await host.close()
            del self.hosts[draft_id]

    def _lock(self, draft_id: UUID) -> asyncio.Lock:
        return self._opening.setdefault(draft_id, asyncio.Lock())
