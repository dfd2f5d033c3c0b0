"""A request that is too large is turned away before its body fills memory or a disk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from drafts.translating import asked_language
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
            await _refuse(scope, send, most)
            return
        came, begun = 0, False

        async def counted() -> Mapping[str, Any]:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise _TooLargeError
            return message

        async def told(message: Mapping[str, Any]) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await application(scope, counted, told)
        except _TooLargeError:
            await _refuse(scope, send, most)
        except OSError as error:  # a large body waits on the disk, before any view
            if begun or not (words := trouble(error)):  # of two answers neither would be one
                raise
            await _answer(scope, send, 503, _("This could not be kept"), words)

    return within


def _announced(scope: Scope) -> int:
    length: bytes = dict(scope["headers"]).get(b"content-length", b"")
    return int(length) if length.isdigit() else 0


async def _refuse(scope: Scope, send: Send, most: int) -> None:
    with override(asked_language(scope["headers"])):
        reason = gettext(
            "Together the files may have {limit}. Nothing was kept: go back and bring in fewer at once, or "
            "smaller ones."
        ).format(limit=filesizeformat(most))
    await _answer(scope, send, 413, _("That is too much at once"), reason)


async def _answer(scope: Scope, send: Send, status: int, title: object, reason: object) -> None:
    with override(asked_language(scope["headers"])):
        page = render_to_string("error.html", {"title": title, "reason": reason}).encode()
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": page})
