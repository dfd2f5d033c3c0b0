"""A request is followed by its id: through the logs, the live socket, and what works for it afterwards."""

from __future__ import annotations

import asyncio
import logging
import queue
import re
from typing import Any

import pytest

from drafts import actions
from drafts.actions import work
from drafts.actions.intake import read_in_turn
from drafts.core.traces import request_id, traced
from drafts.formats.brought import Brought
from drafts.management.worker import working
from drafts.models import Reading, User
from drafts.views.traces import tracing
from tests.texts import OLD

MADE = re.compile(r"[0-9a-f]{32}")


def asked(kind: str, id: bytes | None) -> tuple[str, str]:
    """The id that an application finds, and the one in its answer."""
    found: list[str] = []
    sent: list[Any] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        found.append(request_id())
        start = "http.response.start" if kind == "http" else "websocket.accept"
        await send({"type": start, "status": 200, "headers": [(b"content-type", b"text/plain")]})

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [] if id is None else [(b"x-request-id", id)]
    scope = {"type": kind, "method": "GET", "path": "/public/tQ3/", "headers": headers}
    asyncio.run(tracing(application)(scope, lambda: None, send))  # type: ignore[arg-type, return-value]
    assert request_id() == ""
    return found[0], dict(sent[0]["headers"])[b"x-request-id"].decode()


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_the_proxy_s_id_is_taken_and_given_back(kind: str) -> None:
    assert asked(kind, b"0f3e-from.the_proxy") == ("0f3e-from.the_proxy", "0f3e-from.the_proxy")


@pytest.mark.parametrize("id", [None, b"", b"short", b"x" * 65, b"a b c d e f", b"\xff" * 9, b'"}\n{"level"'])
def test_what_is_no_id_is_replaced(id: bytes | None) -> None:
    found, given = asked("http", id)
    assert MADE.fullmatch(found)
    assert given == found


def test_each_request_is_told_of_once_it_is_answered(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "drafts.requests"):
        asked("http", None)
    (told,) = caplog.records
    facts = vars(told)
    assert (facts["method"], facts["path"], facts["status"]) == ("GET", "/public/tQ3/", 200)


@pytest.mark.django_db(transaction=True)
def test_what_is_worked_off_later_is_of_the_request_that_asked_for_it(
    django_user_model: type[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: queue.Queue[str] = queue.Queue()
    monkeypatch.setattr("drafts.actions.intake.read_now", lambda *_, **__: seen.put(request_id()))
    italy = django_user_model.objects.create_user("italy")
    readings = actions.start_readings([Brought.of_file("draft.txt", OLD.encode())], by=italy)
    with traced("the-request-that-asked"):
        work.queue(Reading, readings[0].pk, read_in_turn)
    with working():
        assert seen.get(timeout=60) == "the-request-that-asked"
