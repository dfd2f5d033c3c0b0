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
from collections.abc import Awaitable, Callable
from functools import partial
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from drafts.core import roles
from drafts.live.hub import Host, Hub
from drafts.live.room import (
    BAD_MESSAGE,
    LARGEST_UPDATE,
    NO_SUCH_DRAFT,
    NOT_ALLOWED,
    SIGNED_OUT,
    TOO_LARGE,
    TOO_MUCH,
    Member,
    RefusedError,
)
from drafts.live.threads import in_thread
from drafts.models import Draft, User
from drafts.queries.permissions import role_of

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

ADDRESS = re.compile(r"/live/(?P<draft>[0-9a-f-]{36})/")
LOOK_AGAIN = 3.0  # seconds after which a person's role is looked up anew
SLOWEST = 8_000_000  # bytes that may wait for one page; beyond, it is sent away and comes back for the rest
COUNTED_AS_ONE = 10_000  # bytes of a large message that count as another: reading it takes its time
PER_SECOND, AT_ONCE = 200, 2000  # messages that a page may send; a fast typist sends 15
COME_BACK = 1013  # "try again later" (RFC 6455 registry): a client returns by itself

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
        user, draft_id = await _admitted(scope)
        await _serve(scope, user, draft_id, receive, send)
    except _GoneError as gone:
        with contextlib.suppress(Exception):  # it may have gone already
            await send({"type": "websocket.close", "code": gone.code, "reason": gone.reason[:120]})


async def _admitted(scope: Scope) -> tuple[User, UUID]:
    """Who is at the door, and to which draft. Foreign pages and people without a session are not let in."""
    if not _is_own_origin(scope):
        raise _GoneError(NOT_ALLOWED, "That page is not ours.")
    found = ADDRESS.fullmatch(scope["path"])
    try:
        draft_id = UUID(found["draft"]) if found else None
    except ValueError:
        draft_id = None
    if draft_id is None:
        raise _GoneError(NO_SUCH_DRAFT, "There is no such draft.")
    user = await in_thread(None, _user_of, scope)
    if user is None:
        raise _GoneError(SIGNED_OUT, "Sign in to write.")
    return user, draft_id


async def _serve(scope: Scope, user: User, draft_id: UUID, receive: Receive, send: Send) -> None:
    look_again = partial(_standing_now, scope, user, draft_id)
    person = await in_thread(None, look_again)
    member = Member(user.pk, person.shown, person.may_write)
    host = await hub.host(draft_id)
    page = _Page(host, member, look_again, send)
    host.join(member, page.post)
    try:
        await page.run(receive)
    finally:
        host.leave(member)
        hub.emptied(draft_id)


class _Page:
    """One connection: letters out in order, messages in, and now and then a look at the person's role."""

    def __init__(self, host: Host, member: Member, look: Callable[[], _Standing], send: Send) -> None:
        self._host, self._member, self._look, self._send = host, member, look, send
        self._out: asyncio.Queue[bytes] = asyncio.Queue()
        self._waiting = 0
        self._too_slow = asyncio.Event()
        self._allowance, self._at = float(AT_ONCE), time.monotonic()

    def post(self, data: bytes) -> None:
        if self._waiting > SLOWEST:
            self._too_slow.set()
        else:  # one letter may be larger: a text with its whole past comes as one
            self._waiting += len(data)
            self._out.put_nowait(data)

    async def run(self, receive: Receive) -> None:
        tasks = [asyncio.create_task(each) for each in (self._read(receive), self._write(), self._watch())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, receive: Receive) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            data = message.get("bytes")
            if data is None:
                raise _GoneError(BAD_MESSAGE, "Messages are bytes.")
            if len(data) > LARGEST_UPDATE + 100:
                raise _GoneError(TOO_LARGE, "That is more than can be sent at once.")
            self._count(len(data))
            try:
                self._host.receive(self._member, data)
            except RefusedError as refused:
                raise _GoneError(refused.code, str(refused)) from refused

    async def _write(self) -> None:
        while True:
            data = await self._out.get()
            self._waiting -= len(data)
            await self._send({"type": "websocket.send", "bytes": data})

    async def _watch(self) -> None:
        """See that the page keeps up, and that its person still may do what they do."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._too_slow.wait()
                raise _GoneError(COME_BACK, "This page fell behind.")
            person = await in_thread(None, self._look)
            if person.may_write != self._member.may_write:
                raise _GoneError(
                    NOT_ALLOWED, "What you may do in this draft has changed. Load the page again."
                )

    def _count(self, length: int) -> None:
        now = time.monotonic()
        self._allowance = min(AT_ONCE, self._allowance + (now - self._at) * PER_SECOND)
        self._at = now
        self._allowance -= 1 + length // COUNTED_AS_ONE
        if self._allowance < 0:
            raise _GoneError(TOO_MUCH, "That is faster than anybody writes.")


class _Standing:
    """What a person is in a draft."""

    def __init__(self, user: User, delegation: str, *, may_write: bool) -> None:
        self.may_write = may_write
        self.shown = {"id": user.pk, "name": user.shown_name, "delegation": delegation}


def _standing_now(scope: Scope, user: User, draft_id: UUID) -> _Standing:
    """As long as they are signed in: an account that was closed, or left, writes no more."""
    if _user_of(scope) != user:
        raise _GoneError(SIGNED_OUT, "You are signed out. Sign in to write.")
    return _standing(user, draft_id)


def _standing(user: User, draft_id: UUID) -> _Standing:
    draft = Draft.objects.filter(pk=draft_id).first()
    role = role_of(user, draft) if draft else ""
    if not draft or not roles.may(role, "read live"):
        raise _GoneError(NO_SUCH_DRAFT, "There is no such draft, or you cannot see it.")
    delegation = draft.persons.filter(user=user).values_list("delegation", flat=True).first()
    may_write = "write" in roles.deeds_open_to(role, draft.state)
    return _Standing(user, delegation or "", may_write=may_write)


def _user_of(scope: Scope) -> User | None:
    """Whose session the cookie names."""
    try:
        cookies = SimpleCookie(_header(scope, b"cookie"))
    except CookieError:
        return None
    morsel = cookies.get(settings.SESSION_COOKIE_NAME)
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(morsel.value if morsel else None)
    user = get_user(request)
    return user if isinstance(user, User) and user.is_active else None


def _is_own_origin(scope: Scope) -> bool:
    """Browsers always say from which page a socket is opened; anybody else must say it too."""
    origin = _header(scope, b"origin")
    if not origin:
        return False
    return urlsplit(origin).netloc == _header(scope, b"host") or origin in settings.CSRF_TRUSTED_ORIGINS


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")
