"""How long a draft takes to open that is long, and has been written in for months."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator

from tests.benchmarks.live.ground import Place, people, places
from tests.benchmarks.live.serving import Served, ours

PARAGRAPHS, UPDATES = 1000, 100_000
AT_ONCE = 500  # updates appended in one transaction
SESSION = 500  # updates that somebody makes before another page, with another client, does


def measure() -> Iterator[str]:
    """A table: the first who comes, when the room is not open yet, and the second."""
    (cookie,) = people(1)
    (place,) = places(1, paragraphs=PARAGRAPHS)
    rows = _write(place)
    with ours() as server:
        first, size = asyncio.run(_opened(server, place, cookie))
        second, _ = asyncio.run(_opened(server, place, cookie))
    yield "| | until the whole text is there, s |"
    yield "|---|---|"
    yield f"| the room is not open: the server reads it from the log | {first:.2f} |"
    yield f"| somebody is in it already | {second:.2f} |"
    yield ""
    yield f"{PARAGRAPHS:,} paragraphs, {rows:,} rows in the log, {size / 1e6:.1f} MB sent to the page."


def _write(place: Place) -> int:
    """Fill the log as months of writing do: letters typed in some paragraph, now and then a deletion."""
    from django.db import connections

    from drafts.actions.live import append_updates, compact
    from drafts.formats.shared import new_doc
    from drafts.live.host import LONG_LOG
    from drafts.models import LiveText, LiveUpdate, User

    user = User.objects.first()
    chance = random.Random(1)
    state, made = place.seed, []
    for done in range(0, UPDATES, SESSION):
        doc = new_doc()
        doc.apply_update(state)
        watching = doc.observe(lambda event: made.append((user.pk, event.update)))
        text = doc["paragraphs"][chance.choice(sorted(doc["paragraphs"]))]["text"]
        for at in range(SESSION):
            if chance.random() < 0.1:
                del text[at // 2 : at // 2 + 1]
            else:
                text.insert(at // 2, "abcdefgh "[at % 9])
        doc.unobserve(watching)
        state = doc.get_update()
        while len(made) >= AT_ONCE:
            append_updates(place.draft, made[:AT_ONCE])
            del made[:AT_ONCE]
        if (done + SESSION) % LONG_LOG == 0 and done + SESSION < UPDATES:
            compact(place.draft)  # as a room does by itself; the last is the one that a crash prevented
    append_updates(place.draft, made)
    rows = LiveUpdate.objects.filter(draft=place.draft).count()
    assert LiveText.objects.get(pk=place.draft).seq == rows
    connections.close_all()
    return rows


async def _opened(server: Served, place: Place, cookie: str) -> tuple[float, int]:
    from websockets.asyncio.client import connect

    from drafts.live import messages

    host = server.address.split("/")[2]
    begun = time.perf_counter()
    async with connect(
        f"{server.address}/{place.draft}/", origin=f"http://{host}", additional_headers={"Cookie": cookie},
        compression=None, max_size=None, proxy=None,
    ) as socket:  # fmt: skip
        await socket.send(messages.state(b"\0"))
        async for data in socket:
            if data[:2] == b"\0\1":
                return time.perf_counter() - begun, len(data)
    raise RuntimeError("the server closed the connection")
