"""Each request gets an id, from the proxy or a fresh one: in every line of the logs, and in the answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Any

from drafts.core.traces import traced
from drafts.views.bodies import Application, Receive, Scope, Send

HEADER = b"x-request-id"
ANSWERS = ("http.response.start", "websocket.accept")

log = logging.getLogger("drafts.requests")


def tracing(application: Application) -> Application:
    """The same ASGI application, of whose requests and sockets each is traced, and told of when it ended."""

    async def within(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await application(scope, receive, send)
            return
        began, status = time.monotonic(), 0
        with traced(_asked(scope)) as id:

            async def answer(message: Mapping[str, Any]) -> None:
                nonlocal status
                if message["type"] in ANSWERS:
                    status = message.get("status", 101)
                    headers = [*message.get("headers", ()), (HEADER, id.encode())]
                    message = {**message, "headers": headers}
                await send(message)

            try:
                await application(scope, receive, answer)
            finally:
                _tell(scope, status, time.monotonic() - began)

    return within


def _asked(scope: Scope) -> str:
    id: bytes = dict(scope["headers"]).get(HEADER, b"")
    return id.decode("latin-1")


def _tell(scope: Scope, status: int, seconds: float) -> None:
    method = scope.get("method", "SOCKET")
    facts = {"method": method, "path": scope["path"], "status": status, "seconds": round(seconds, 4)}
    log.info("%s %s %s", method, scope["path"], status, extra=facts)
