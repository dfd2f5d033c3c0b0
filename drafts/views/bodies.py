"""A request that is too large is turned away before its body fills memory or a disk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from drafts.views.trouble import trouble

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class _TooLargeError(Exception):
    """More came than was announced or is taken."""


def limited(application: Application, most: int) -> Application:
    """The same ASGI application, to which no body of more than ``most`` bytes comes.

    Django itself takes a whole body in before any view sees it, and counts only what is not a file.
    """

    async def within(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        if _announced(scope) > most:
            await _refuse(send, most)
            return
        came = 0

        async def counted() -> Mapping[str, Any]:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise _TooLargeError
            return message

        try:
            await application(scope, counted, send)
        except _TooLargeError:
            await _refuse(send, most)
        except OSError as error:  # a large body waits on the disk, before any view
            if not (words := trouble(error)):
                raise
            await _answer(send, 503, str(_("This could not be kept")), str(words))

    return within


def _announced(scope: Scope) -> int:
    length: bytes = dict(scope["headers"]).get(b"content-length", b"")
    return int(length) if length.isdigit() else 0


async def _refuse(send: Send, most: int) -> None:
    reason = (
        f"Together the files may have {filesizeformat(most)}. Nothing was kept: go back and bring in fewer "
        "at once, or smaller ones."
    )
    await _answer(send, 413, "That is too much at once", reason)


async def _answer(send: Send, status: int, title: str, reason: str) -> None:
    page = render_to_string("error.html", {"title": title, "reason": reason}).encode()
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": page})
