"""A room with what keeps it: its place in the log, the posts of its members, the task that commits.

All of it runs in the event loop, but for the log, which waits for the disk in threads.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol
from uuid import UUID

from drafts.actions.history import keep_checkpoints
from drafts.actions.live import compact, follow_live_text, open_live_text, settle
from drafts.actions.metrics import LOG_WRITES
from drafts.live import messages
from drafts.live.presences import Member
from drafts.live.refusals import RefusedError
from drafts.live.room import Batch, Letter, Room
from drafts.live.scribe import Scribe
from drafts.live.threads import in_thread
from drafts.queries.live import Kept, ends_of_logs, updates_after

# Seconds for each person by which updates are gathered before they are committed, so that one commit and one
# message serve many: 1.5 ms among ten, unseen by anybody; 30 ms among two hundred, who send 400 a second.
GATHERING = 0.00015
LONGEST_GATHERING = 0.1
# The same for where people are: carets may lag a little more than words.
STROLL, PLACES_GATHERING = 0.02, 0.001
SETTLING = 30.0  # seconds, at least, between two times that a text at rest is told of to its pages in short
LONG_LOG = 5_000  # updates after a snapshot, from which on a room makes one while people write
CATCHING_UP = 10.0  # seconds that somebody waits at the door for that
DRAINING = 10.0  # seconds that a stopping server tries to keep what still waits
FIRST_RETRY, LAST_RETRY = 0.1, 2.0  # seconds between tries to write where the database refuses

log = logging.getLogger("drafts.live")


class Post(Protocol):
    """Where letters to a member go. Must not wait."""

    def __call__(self, data: bytes, /) -> None: ...


class Host:
    def __init__(self, draft_id: UUID, kept: Kept, scribe: Scribe, threads: ThreadPoolExecutor) -> None:
        self.draft_id, self.room, self.seq = draft_id, Room(kept.doc, kept.owners), kept.seq
        self.posts: dict[Member, Post] = {}
        self.failing = self.closing = False
        self._snapshot_seq = kept.snapshot_seq
        self._scribe, self._threads = scribe, threads
        self._something = asyncio.Event()
        self._behind = self._appending = False
        self._heard = self._looked_at = kept.seq
        self._followed = self._settled = 0
        self._settled_at = -SETTLING
        self._telling: asyncio.TimerHandle | None = None
        self._shortening: asyncio.Task[None] | None = None
        self._keeping = asyncio.create_task(self._keep())

    def join(self, member: Member, post: Post) -> None:
        self.posts[member] = post
        self.deliver(self.room.join(member))

    def leave(self, member: Member) -> None:
        self.posts.pop(member, None)
        self.deliver(self.room.leave(member))

    def receive(self, member: Member, data: bytes) -> None:
        """As ``Room.receive``; whatever waits is kept soon, and whoever moved is told of."""
        try:
            self.deliver(self.room.receive(member, data))
        except RefusedError as refused:
            if self.room.spoiled:
                log.error("An update by user %s broke off in %s: %s", member.user, self.draft_id, refused)
                self._something.set()
            raise
        if self.room.backlog:
            self._something.set()
        if self.room.presences.has_moved and not self._telling:
            pause = STROLL + len(self.posts) * PLACES_GATHERING
            self._telling = asyncio.get_running_loop().call_later(pause, self._tell_places)

    def notice(self, seq: int) -> None:
        """Somebody says that the log has come to ``seq``. While we append, it may be by ourselves."""
        self._heard = max(self._heard, seq)
        if self._heard > self.seq and not self._appending:
            self.look()

    def tell_discussed(self) -> None:
        """Let every page look at the discussions again."""
        for post in self.posts.values():
            post(messages.discussed())

    def look(self) -> None:
        """Read the log again, soon."""
        self._behind = True
        self._something.set()

    def deliver(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            if post := self.posts.get(letter.to):
                post(letter.data)

    async def look_at_text(self) -> None:
        """Where nothing has come since the last look: let the draft be known by its text, and pages agree."""
        at_rest, self._looked_at = self._looked_at == self.seq, self.seq
        if at_rest and self._followed != self.seq:
            await self._follow()
        now = asyncio.get_running_loop().time()
        if at_rest and self._settled != self.seq and now - self._settled_at >= SETTLING:
            self._settled_at = now
            await self._settle()

    async def caught_up(self) -> None:
        """Wait until all that is in the log by now is in the room.

        Whoever comes may hold words of others that another process has kept, and will offer them: were they
        new here, they would be taken for the newcomer's own.
        """
        end = (await in_thread(self._threads, ends_of_logs, [self.draft_id])).get(self.draft_id, 0)
        self.notice(end)
        async with asyncio.timeout(CATCHING_UP):
            while self.seq < end:
                await asyncio.sleep(0.005)

    async def close(self) -> None:
        """Keep what waits, then stop; not for ever where the database refuses: pages have their words."""
        self.closing = True
        until = asyncio.get_running_loop().time() + DRAINING
        while self.room.backlog and asyncio.get_running_loop().time() < until:
            self._something.set()
            await asyncio.sleep(0.01)
        if self.room.backlog:
            log.error("%s updates of %s were not kept when it closed", self.room.backlog, self.draft_id)
        self._keeping.cancel()
        if self._telling:
            self._telling.cancel()
        await asyncio.gather(self._keeping, return_exceptions=True)
        await self._tidy()

    async def _keep(self) -> None:
        """Commit what waits, batch by batch, for as long as the room is open."""
        while True:
            await self._something.wait()
            await asyncio.sleep(min(len(self.posts) * GATHERING, LONGEST_GATHERING))
            self._something.clear()
            try:
                if batch := self.room.batch():
                    await self._commit(batch)
                if self.room.spoiled:
                    await self._renew()
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
                with LOG_WRITES.time():
                    seq = await self._scribe.append(self.draft_id, batch.updates)
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
        if self.seq - self._snapshot_seq >= LONG_LOG and not self._shortening:
            self._shortening = asyncio.create_task(self._tidy())

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
        for seq, user, data in fresh:
            self.deliver(self.room.arrived(user, data))
            self.seq = seq

    async def _renew(self) -> None:
        """Open the text anew from the log, with everybody in it, and put on it what is not in the log yet."""
        kept = await in_thread(self._threads, open_live_text, self.draft_id)
        fresh = await in_thread(self._threads, updates_after, self.draft_id, self.seq, upto=kept.seq)
        self.room.renew(kept.doc, kept.owners)
        for self.seq, _, data in fresh:
            self.deliver(self.room.handed_on(data))

    async def _tidy(self) -> None:
        """Make what opens the text and its history quickly: half a second of a thread in 5,000 updates."""
        try:
            await in_thread(self._threads, compact, self.draft_id)
        except Exception as error:  # nothing is lost by it: the log is whole, and opening it takes longer
            log.warning("The log of %s could not be made short: %s", self.draft_id, error)
        self._snapshot_seq = self.seq
        try:
            await in_thread(self._threads, keep_checkpoints, self.draft_id)
        except Exception as error:
            log.warning("The history of %s has no new checkpoints: %s", self.draft_id, error)
        if self._followed != self.seq:
            await self._follow()
        self._shortening = None

    async def _follow(self) -> None:
        """Let a draft without a version be called by its title now, and found by its words."""
        seq = self.seq
        try:
            await in_thread(self._threads, follow_live_text, self.draft_id)
        except Exception as error:  # it is called and found as before
            log.warning("What %s is called and found by is as it was: %s", self.draft_id, error)
        else:
            self._followed = seq

    async def _settle(self) -> None:
        """Tell the pages what the text shows: one that shows something else loads it anew."""
        if self.room.backlog or self.room.spoiled:
            return
        seq, whole = self.seq, self.room.doc.get_update()
        try:
            shown = await in_thread(self._threads, settle, self.draft_id, seq, whole)
        except Exception as error:
            log.warning("What %s shows cannot be told: %s", self.draft_id, error)
            return
        if shown and seq == self.seq and not self.room.backlog:
            self._settled = seq
            self.deliver(self.room.settled(shown))

    def _tell_places(self) -> None:
        self._telling = None
        self.deliver(self.room.tell_places())
