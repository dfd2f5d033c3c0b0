"""The rooms of this process: opened when somebody comes, kept in step with the database, closed when empty.

All of it runs in the event loop, but for the log, which waits for the disk in threads.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol
from uuid import UUID

from drafts.actions.live import append_updates, compact, hears_others, news, on_news, open_live_text
from drafts.live.room import Batch, Letter, Member, Room
from drafts.live.threads import in_thread
from drafts.queries.live import updates_after

WRITERS = 4  # threads that write logs: SQLite lets one write at a time, PostgreSQL is asked by few
CROWD = 8  # people from which on updates are gathered for a moment, so that one commit serves many
GATHERING = 0.010  # seconds of that moment: unseen by a person, and the price of a commit to disk
PATIENCE = 60.0  # seconds that an empty room stays open: a page that is reloaded finds it
DRAINING = 10.0  # seconds that a stopping server tries to keep what still waits
FIRST_RETRY, LAST_RETRY = 0.1, 2.0  # seconds between tries to write where the database refuses

log = logging.getLogger("drafts.live")


class Post(Protocol):
    """Where letters to a member go. Must not wait."""

    def __call__(self, data: bytes, /) -> None: ...


class Host:
    """A room with what keeps it: its place in the log, the posts of its members, the task that commits."""

    def __init__(self, draft_id: UUID, room: Room, seq: int, threads: ThreadPoolExecutor) -> None:
        self.draft_id, self.room, self.seq = draft_id, room, seq
        self.posts: dict[Member, Post] = {}
        self.failing = False
        self._threads = threads
        self._something = asyncio.Event()
        self._behind = self._appending = False
        self._heard = seq
        self._keeping = asyncio.create_task(self._keep())

    def join(self, member: Member, post: Post) -> None:
        self.posts[member] = post
        self.deliver(self.room.join(member))

    def leave(self, member: Member) -> None:
        self.posts.pop(member, None)
        self.deliver(self.room.leave(member))

    def receive(self, member: Member, data: bytes) -> None:
        """As ``Room.receive``; whatever waits is kept soon."""
        self.deliver(self.room.receive(member, data))
        if self.room.backlog:
            self._something.set()

    def notice(self, seq: int) -> None:
        """Somebody says that the log has come to ``seq``. While we append, it may be by ourselves."""
        self._heard = max(self._heard, seq)
        if self._heard > self.seq and not self._appending:
            self.look()

    def look(self) -> None:
        """Read the log again, soon."""
        self._behind = True
        self._something.set()

    def deliver(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            if post := self.posts.get(letter.to):
                post(letter.data)

    async def close(self) -> None:
        """Keep what waits, then stop; not for ever where the database refuses: pages have their words."""
        until = asyncio.get_running_loop().time() + DRAINING
        while self.room.backlog and asyncio.get_running_loop().time() < until:
            self._something.set()
            await asyncio.sleep(0.01)
        if self.room.backlog:
            log.error("%s updates of %s were not kept when it closed", self.room.backlog, self.draft_id)
        self._keeping.cancel()
        await asyncio.gather(self._keeping, return_exceptions=True)
        try:
            await in_thread(self._threads, compact, self.draft_id)
        except Exception as error:  # nothing is lost by it: the log is whole, and opening it takes longer
            log.warning("The log of %s could not be made short: %s", self.draft_id, error)

    async def _keep(self) -> None:
        """Commit what waits, batch by batch, for as long as the room is open."""
        while True:
            await self._something.wait()
            if len(self.posts) >= CROWD:
                await asyncio.sleep(GATHERING)
            self._something.clear()
            try:
                if batch := self.room.batch():
                    await self._commit(batch)
                if self._behind:
                    await self._catch_up()
            except (
                Exception
            ):  # a fault of ours: pages go on saying that nothing is kept, and it is tried again
                log.exception("The live text of %s cannot be kept", self.draft_id)
                await asyncio.sleep(LAST_RETRY)
                self._something.set()

    async def _commit(self, batch: Batch) -> None:
        """Write until it is written; meanwhile nothing is acknowledged, and pages say so."""
        pause = FIRST_RETRY
        while batch.updates:
            self._appending = True
            try:
                seq = await in_thread(self._threads, append_updates, self.draft_id, batch.updates)
            except Exception as error:  # whatever the database says, the words must not be lost
                if not self.failing:
                    log.warning("The live text of %s is not being kept: %s", self.draft_id, error)
                self.failing = True
                await asyncio.sleep(pause)
                pause = min(2 * pause, LAST_RETRY)
            else:
                self.failing = False
                if seq == self.seq + len(batch.updates):
                    self.seq = seq
                break
            finally:
                self._appending = False
        self._behind = self._behind or self._heard > self.seq
        self.deliver(self.room.committed(batch))

    async def _catch_up(self) -> None:
        """Take in what other processes have kept; our own words come back too, and change nothing."""
        try:
            fresh = await in_thread(self._threads, updates_after, self.draft_id, self.seq)
        except Exception as error:
            log.warning("The log of %s cannot be read: %s", self.draft_id, error)
            await asyncio.sleep(LAST_RETRY)
            self._something.set()
            return
        self._behind = False
        for seq, data in fresh:
            self.deliver(self.room.arrived(data))
            self.seq = seq


class Hub:
    """Every room that is open in this process."""

    def __init__(self) -> None:
        self.hosts: dict[UUID, Host] = {}
        self._opening: dict[UUID, asyncio.Lock] = {}
        self._threads = ThreadPoolExecutor(WRITERS, thread_name_prefix="live")
        self._closing: dict[UUID, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._listening: asyncio.Task[None] | None = None

    async def host(self, draft_id: UUID) -> Host:
        """The room of a draft, opened if it is not."""
        if timer := self._closing.pop(draft_id, None):
            timer.cancel()
        async with self._opening.setdefault(draft_id, asyncio.Lock()):
            if draft_id not in self.hosts:
                kept = await in_thread(self._threads, open_live_text, draft_id)
                self.hosts[draft_id] = Host(draft_id, Room(kept.doc), kept.seq, self._threads)
            return self.hosts[draft_id]

    def emptied(self, draft_id: UUID) -> None:
        """Somebody left; where nobody is left, close the room after a while."""
        host = self.hosts.get(draft_id)
        if host and not host.posts:
            loop = asyncio.get_running_loop()
            self._closing[draft_id] = loop.call_later(PATIENCE, self._begin_closing, draft_id)

    async def stop(self) -> None:
        """Keep everything that waits, in every room."""
        if self._listening:
            self._listening.cancel()
        for timer in self._closing.values():
            timer.cancel()
        rooms = list(self.hosts)
        await asyncio.gather(*(self._close(draft_id, even_with_people=True) for draft_id in rooms))
        self._threads.shutdown()

    def start(self) -> None:
        """Listen for what others keep: actions in this process, and other processes on PostgreSQL."""
        loop = asyncio.get_running_loop()
        on_news(lambda draft_id, seq: loop.call_soon_threadsafe(self.notice, draft_id, seq))
        if hears_others():
            self._listening = asyncio.create_task(self._listen())

    def notice(self, draft_id: UUID, seq: int) -> None:
        if host := self.hosts.get(draft_id):
            host.notice(seq)

    async def _listen(self) -> None:
        """Hear from PostgreSQL what other processes have kept, and come back when the connection breaks."""
        while True:
            try:
                async for draft_id, seq in news():
                    self.notice(draft_id, seq)
            except Exception as error:
                log.warning("Not hearing of other processes: %s", error)
            await asyncio.sleep(LAST_RETRY)
            for host in self.hosts.values():
                host.look()

    def _begin_closing(self, draft_id: UUID) -> None:
        task = asyncio.create_task(self._close(draft_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _close(self, draft_id: UUID, *, even_with_people: bool = False) -> None:
        async with self._opening.setdefault(draft_id, asyncio.Lock()):
            host = self.hosts.get(draft_id)
            if host and (even_with_people or not host.posts):
                await host.close()
                del self.hosts[draft_id]
