"""The door for an ASGI server such as uvicorn: pages to Django, live texts to ``live.socket``."""

import os
import warnings
from functools import cache
from typing import Any

from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drafts.settings")

# WhiteNoise hands static files over as ordinary iterators, which Django then reads in a thread and warns
# about. They are small files of ours, so nothing is lost by that.
warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterators")

_django = get_asgi_application()

from drafts.live.socket import hub, live  # noqa: E402 - models can be had only now
from drafts.management.worker import start_workers  # noqa: E402
from drafts.views.bodies import limited  # noqa: E402
from drafts.views.traces import tracing  # noqa: E402

_within_limits = limited(_django, settings.MAX_BODY_BYTES)


async def _untraced(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """By what is asked for: a live text; the server's beginning and end; else Django, with a limit on bodies.

    The first request starts what works off the request.
    """
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "websocket":
        await live(scope, receive, send)
    else:
        _start_once()
        await _within_limits(scope, receive, send)


application = tracing(_untraced)


@cache
def _start_once() -> None:
    if settings.WORKER:
        start_workers()


async def _lifespan(receive: Any, send: Any) -> None:
    """Listen for news from the beginning; at the end keep everything that waits before the server goes."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            hub.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            await hub.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
