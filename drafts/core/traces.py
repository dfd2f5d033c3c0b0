"""Which request something is done for, so that all that was said of it in logs is found together."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_FIT = re.compile(r"[A-Za-z0-9._-]{8,64}")  # as proxies make them: 32 hexadecimal digits, a UUID …
_request: ContextVar[str] = ContextVar("request", default="")


def request_id() -> str:
    """The id of the request that this is done for; empty where it is done for none."""
    return _request.get()


@contextmanager
def traced(id: str) -> Iterator[str]:
    """Whatever is done within is done for this request; gives its id.

    One that is no id, as whoever asks may send anything, is replaced by a fresh one.
    """
    fit = id if _FIT.fullmatch(id) else uuid.uuid4().hex
    token = _request.set(fit)
    try:
        yield fit
    finally:
        _request.reset(token)
