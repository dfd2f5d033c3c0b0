"""Other processes of ours with people in the same drafts: who and where they are, told through PostgreSQL.

A process says every few seconds that it is there; where it is silent its people are taken to be gone. Only
where another is heard is anything told of people: a process that is alone tells nobody.

::

    <process> - here                  it is there                 <process> <draft> <presences>    in base64
    <process> - gone                  it stops                    <process> <draft> who            is asked
"""

from __future__ import annotations

import asyncio
import base64
import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

from drafts.actions.live import tell_people
from drafts.formats.shared.lib0 import BadMessageError
from drafts.live import messages
from drafts.live.host import Host
from drafts.live.messages import Presence
from drafts.live.threads import in_thread

TELLING = 0.25  # seconds between two tellings: a caret in another process may lag so much
BEAT, SILENT = 3.0, 10.0  # seconds between two signs of life, and without one until people are taken as gone
LARGEST = 5_800  # bytes of presences told at once: PostgreSQL takes 8,000 of text, base64 is a third longer
HERE, GONE, WHO = "here", "gone", "who"

log = logging.getLogger("drafts.live")


class Nearby:
    """This process among the others. ``hosts`` are its rooms."""

    def __init__(self, hosts: Mapping[UUID, Host], threads: ThreadPoolExecutor) -> None:
        self.name = ""
        self._hosts, self._threads = hosts, threads
        self._heard: dict[str, float] = {}
        self._asked: set[UUID] = set()
        self._beat = 0.0
        self._sure_at: float | None = None  # when whoever was not told of again is taken as gone

    def begin(self) -> None:
        """Take a name of its own: what was made before a fork is the same in all that came of it."""
        self.name = uuid4().hex

    def opened(self, draft_id: UUID) -> None:
        """A room was opened here: ask who is in the others' already."""
        self._asked.add(draft_id)

    def begin_again(self) -> None:
        """Something may have been missed: ask the others, and tell them of everybody here."""
        self._asked.update(self._hosts)
        self._sure_at = time.monotonic() + SILENT
        for host in self._hosts.values():
            host.room.presences.doubt_elsewhere()
        self._retell()

    def hear(self, payload: str) -> None:
        """Take in what a process tells, our own aside; another program's words are passed over."""
        try:
            self._hear(payload)
        except (ValueError, BadMessageError) as error:
            log.warning("Another process says what is not understood here: %s", error)

    def _hear(self, payload: str) -> None:
        process, draft, told = payload.split(" ")
        if process == self.name:
            return
        if told == GONE:
            self._lose(process)
            return
        if process not in self._heard:
            self._retell()
        self._heard[process] = time.monotonic()
        host = self._hosts.get(UUID(draft)) if draft != "-" else None
        if host and told == WHO:
            host.room.presences.retell()
        elif host:
            people = messages.parse_presence(base64.b64decode(told))
            host.deliver(host.room.told_elsewhere(process, people))

    async def run(self) -> None:
        """Tell and listen for silence, for as long as this process runs."""
        while True:
            await asyncio.sleep(TELLING)
            self._forget_the_silent()
            people = {id: host.room.presences.untold() for id, host in list(self._hosts.items())}
            try:
                if due := list(self._due(people)):
                    await in_thread(self._threads, tell_people, due)
            except Exception as error:
                log.warning("Other processes cannot be told who is here: %s", error)
                self._put_back(people)
                self.begin_again()
                await asyncio.sleep(BEAT)

    async def stop(self) -> None:
        try:
            await in_thread(self._threads, tell_people, [f"{self.name} - {GONE}"])
        except Exception as error:  # they notice by themselves
            log.warning("Other processes cannot be told that this one stops: %s", error)

    def _forget_the_silent(self) -> None:
        now = time.monotonic()
        for process in [each for each, at in self._heard.items() if now - at > SILENT]:
            self._lose(process)
        if self._sure_at and now > self._sure_at:
            self._sure_at = None
            for host in list(self._hosts.values()):
                host.deliver(host.room.unconfirmed_elsewhere())

    def _put_back(self, people: Mapping[UUID, list[Presence]]) -> None:
        """That somebody has left, above all: of who is here all is told again anyway."""
        for draft_id, untold in people.items():
            if host := self._hosts.get(draft_id):
                host.room.presences.put_back(untold)

    def _due(self, people: Mapping[UUID, list[Presence]]) -> Iterator[str]:
        if time.monotonic() - self._beat > BEAT:
            self._beat = time.monotonic()
            yield f"{self.name} - {HERE}"
        asked, self._asked = self._asked, set()
        yield from (f"{self.name} {draft_id} {WHO}" for draft_id in asked)
        if self._heard:
            for draft_id, untold in people.items():
                yield from (f"{self.name} {draft_id} {part}" for part in _parts(untold))

    def _lose(self, process: str) -> None:
        self._heard.pop(process, None)
        for host in list(self._hosts.values()):
            host.deliver(host.room.lost_elsewhere(process))

    def _retell(self) -> None:
        for host in self._hosts.values():
            host.room.presences.retell()


def _parts(people: Iterable[Presence]) -> Iterator[str]:
    """Presences in base64, as many at once as may be told at once."""
    part: list[Presence] = []
    for each in people:
        if part and len(messages.presence_bytes([*part, each])) > LARGEST:
            yield base64.b64encode(messages.presence_bytes(part)).decode()
            part = []
        part.append(each)
    if part:
        yield base64.b64encode(messages.presence_bytes(part)).decode()
