"""A body that is too large is turned away before it fills memory or a disk."""

from __future__ import annotations

from asgiref.sync import async_to_sync

from drafts.views.bodies import limited


async def echo(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    """Takes a whole body in, as Django does, and says how long it was."""
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message["body"]), message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(length).encode()})


def answer(pieces: list[bytes], announced: int | None = None) -> tuple[int, str, int]:
    """The status, the page, and how many pieces were taken."""
    sent: list[dict[str, object]] = []
    waiting = list(pieces)

    async def receive() -> dict[str, object]:
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    async def send(message) -> None:  # type: ignore[no-untyped-def]
        sent.append(message)

    headers = [] if announced is None else [(b"content-length", str(announced).encode())]
    scope = {"type": "http", "headers": headers}
    async_to_sync(limited(echo, 100))(scope, receive, send)
    return sent[0]["status"], sent[1]["body"].decode(), len(pieces) - len(waiting)  # type: ignore[return-value, attr-defined]


def test_what_is_within_the_limit_comes_through() -> None:
    assert answer([b"x" * 60, b"x" * 40], 100) == (200, "100", 2)


def test_what_announces_too_much_is_refused_unread() -> None:
    status, page, taken = answer([b"x" * 101], 101)
    assert (status, taken) == (413, 0)
    assert "That is too much at once" in page


def test_what_announces_nothing_is_refused_once_it_is_too_much() -> None:
    status, _, taken = answer([b"x" * 60] * 10)
    assert (status, taken) == (413, 2)
