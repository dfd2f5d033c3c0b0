"""The door: a websocket at ``/live/<draft>/`` for each open page, beside Django's own application.

Who comes is told by the session cookie, from where by the Origin header, as for any page; what they may do by
the same rules as everywhere. Both are looked at again while the page stays open.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import Error
from django.utils.translation import override

from drafts.core.worded import worded
from drafts.live.host import Host
from drafts.live.hub import Hub
from drafts.live.presences import Member
from drafts.live.refusals import (
    BAD_MESSAGE,
    COME_BACK,
    NO_SUCH_DRAFT,
    NOT_ALLOWED,
    SIGNED_OUT,
    TOO_LARGE,
    TOO_MUCH,
    RefusedError,
)
from drafts.live.room import LARGEST_UPDATE
from drafts.live.threads import in_thread
from drafts.queries.standings import Asked, Standing, standings, whose
from drafts.translating import asked_language, translated

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

ADDRESS = re.compile(r"/live/(?P<draft>[0-9a-f-]{36})/")
SLOWEST = 8_000_000  # bytes that may wait for one page; beyond, it is sent away and comes back for the rest
COUNTED_AS_ONE = 10_000  # bytes of a large message that count as another: reading it takes its time
LONGEST_REASON = 123  # bytes of UTF-8 (RFC 6455, 5.5)
PER_SECOND, AT_ONCE = 200, 2000  # messages that a page may send; a fast typist sends 15

log = logging.getLogger("drafts.live")
hub = Hub()


class _GoneError(Exception):
    """The connection ends with a code."""

    def __init__(self, code: int, reason: str) -> None:
        self.code, self.reason = code, reason
        super().__init__(reason)


async def live(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one connection from its beginning to its end."""
    await receive()  # that it wants to be accepted
    await send({"type": "websocket.accept"})
    try:
        asked = await _admitted(scope)
        await _serve(asked, receive, send)
    except _GoneError as gone:
        with contextlib.suppress(Exception):  # it may have gone already
            with override(asked_language(scope["headers"])):
                reason = _within(translated(gone.reason), LONGEST_REASON)
            await send({"type": "websocket.close", "code": gone.code, "reason": reason})


async def _admitted(scope: Scope) -> Asked:
    """Who is at the door, and to which draft. Foreign pages and people without a session are not let in."""
    if not _is_own_origin(scope):
        raise _GoneError(NOT_ALLOWED, worded("That page is not ours."))
    found = ADDRESS.fullmatch(scope["path"])
    try:
        draft_id = UUID(found["draft"]) if found else None
    except ValueError:
        draft_id = None
    if draft_id is None:
        raise _GoneError(NO_SUCH_DRAFT, worded("There is no such draft."))
    with _database_asked():
        asked = await in_thread(hub.readers, whose, _session_of(scope), draft_id)
    if asked is None:
        raise _GoneError(SIGNED_OUT, worded("Sign in to write."))
    return asked


async def _serve(asked: Asked, receive: Receive, send: Send) -> None:
    with _database_asked():
        standing = (await in_thread(hub.readers, standings, [asked]))[asked]
        _check(standing)
    try:
        with _database_asked():
            host = await hub.caught_up(asked.draft)
        if hub.has_too_many(asked.user):
            raise _GoneError(
                TOO_MUCH, worded("You have too many pages open. Close some, and load this one again.")
            )
        member = Member(asked.user, dict(standing.who), standing.may_write)
        await _stay(host, member, _Page(host, member, asked, send), receive)
    finally:  # the room was opened for somebody, even where they did not get in
        hub.emptied(asked.draft)


async def _stay(host: Host, member: Member, page: _Page, receive: Receive) -> None:
    hub.pages.add(page)
    try:
        host.join(member, page.post)
        await page.run(receive)
    finally:
        hub.pages.discard(page)
        host.leave(member)


def _check(standing: Standing) -> None:
    """See that a person is signed in, and may read the draft."""
    if not standing.signed_in:
        raise _GoneError(SIGNED_OUT, worded("You are signed out. Sign in to write."))
    if not standing.may_read:
        raise _GoneError(NO_SUCH_DRAFT, worded("There is no such draft, or you cannot see it."))


@contextlib.contextmanager
def _database_asked() -> Iterator[None]:
    """Where the database does not answer, the page is to come back; its person goes on writing meanwhile."""
    try:
        yield
    except (Error, TimeoutError) as error:
        log.warning("Somebody could not be let in: %s", error)
        raise _GoneError(COME_BACK, worded("The database does not answer.")) from error


class _Page:
    """One connection: letters out in order, messages in, until one of both ends or somebody ends it."""

    def __init__(self, host: Host, member: Member, asked: Asked, send: Send) -> None:
        self.asked = asked
        self._host, self._member, self._send = host, member, send
        self._out: asyncio.Queue[bytes] = asyncio.Queue()
        self._waiting = 0
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._allowance, self._at = float(AT_ONCE), time.monotonic()

    def post(self, data: bytes) -> None:
        if self._waiting > SLOWEST:
            self._end(COME_BACK, worded("This page fell behind."))
        else:  # one letter may be larger: a text with its whole past comes as one
            self._waiting += len(data)
            self._out.put_nowait(data)

    def told(self, standing: Standing) -> None:
        """End where the person may no longer do what they could."""
        try:
            _check(standing)
        except _GoneError as gone:
            self._end(gone.code, gone.reason)
        if standing.may_write != self._member.may_write:
            self._end(NOT_ALLOWED, worded("What you may do in this draft has changed. Load the page again."))

    async def run(self, receive: Receive) -> None:
        tasks = [asyncio.create_task(self._read(receive)), asyncio.create_task(self._write())]
        try:
            done, _ = await asyncio.wait([*tasks, self._ended], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for each in (*tasks, self._ended):
                each.cancel()
            await asyncio.gather(*tasks, self._ended, return_exceptions=True)

    async def _read(self, receive: Receive) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            data = message.get("bytes")
            if data is None:
                raise _GoneError(BAD_MESSAGE, worded("Messages are bytes."))
            if len(data) > LARGEST_UPDATE + 100:
                raise _GoneError(TOO_LARGE, worded("That is more than can be sent at once."))
            self._count(len(data))
            try:
                self._host.receive(self._member, data)
            except RefusedError as refused:
                raise _GoneError(refused.code, refused.words) from refused

    async def _write(self) -> None:
        while True:
            data = await self._out.get()
            await self._send({"type": "websocket.send", "bytes": data})
            self._waiting -= len(data)

    def _count(self, length: int) -> None:
        now = time.monotonic()
        self._allowance = min(AT_ONCE, self._allowance + (now - self._at) * PER_SECOND)
        self._at = now
        self._allowance -= 1 + length // COUNTED_AS_ONE
        if self._allowance < 0:
            raise _GoneError(TOO_MUCH, worded("That is faster than anybody writes."))

    def _end(self, code: int, reason: str) -> None:
        if not self._ended.done():
            self._ended.set_exception(_GoneError(code, reason))


def _within(reason: str, most: int) -> str:
    """As much of it as ``most`` bytes hold, by whole letters."""
    return reason.encode()[:most].decode(errors="ignore")


def _session_of(scope: Scope) -> str:
    """The key of the session that the cookie names."""
    try:
        cookies = SimpleCookie(_header(scope, b"cookie"))
    except CookieError:
        return ""
    morsel = cookies.get(settings.SESSION_COOKIE_NAME)
    return morsel.value if morsel else ""


def _is_own_origin(scope: Scope) -> bool:
    """Browsers always say from which page a socket is opened; anybody else must say it too."""
    origin = _header(scope, b"origin")
    if not origin:
        return False
    return urlsplit(origin).netloc == _header(scope, b"host") or origin in settings.CSRF_TRUSTED_ORIGINS


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")
