"""A thousand pages that nobody writes on take nothing from those who do."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest
from django.db import connection, connections
from django.test import Client
from websockets.asyncio.client import ClientConnection, connect

from drafts import actions
from drafts.formats import read
from drafts.live import messages
from drafts.live.hub import LOOK_AGAIN, MOST_PAGES
from drafts.models import Person, User
from tests.live.served import servers
from tests.live.writers import Writer
from tests.texts import OLD

PAGES, AT_ONCE = 1000, 50
SOON = 60  # seconds that anything may take on a busy machine


@pytest.mark.usefixtures("real_transactions")
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the database has no part in it")
def test_a_thousand_idle_pages_are_borne_and_somebody_writes_among_them() -> None:
    users = [User.objects.create_user(f"idle{number}") for number in range(PAGES // MOST_PAGES + 1)]
    draft = actions.start_draft(read(OLD.encode(), "-"), by=users[0], source=OLD)
    Person.objects.bulk_create(Person(draft=draft, user=user, role="reader") for user in users[1:])
    writer = User.objects.create_user("writer")
    Person.objects.create(draft=draft, user=writer, role="drafter")
    cookies = [_cookie(user) for user in users]
    with servers(1) as (server,):
        person = Writer("w", draft.pk, _cookie(writer), [server.address], "1")

        async def idle(number: int, stack: AsyncExitStack) -> ClientConnection:
            page = await stack.enter_async_context(
                connect(
                    f"ws://{server.address}/live/{draft.pk}/",
                    origin=f"http://{server.address}",
                    additional_headers={"Cookie": cookies[number // MOST_PAGES]},
                    compression=None,
                    proxy=None,
                )
            )
            assert bytes(await page.recv())[:2] == messages.state(b"")[:2]  # it is let in
            return page

        async def test() -> None:
            async with AsyncExitStack() as stack:
                pages: list[ClientConnection] = []
                for first in range(0, PAGES, AT_ONCE):
                    numbers = range(first, first + AT_ONCE)
                    pages += await asyncio.gather(*(idle(number, stack) for number in numbers))
                person.begin()
                await _until(person.synced.is_set)
                person.typing = True
                await _until(lambda: len(person.safe) > 3)
                await asyncio.sleep(LOOK_AGAIN)  # until everybody has been looked up once
                person.typing = False
                await _until(lambda: not person.waits)
                assert [page for page in pages if page.close_code] == []
                await person.end()

        connections.close_all()
        asyncio.run(test())


def _cookie(user: User) -> str:
    client = Client()
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}"


async def _until(condition) -> None:  # type: ignore[no-untyped-def]
    async with asyncio.timeout(SOON):
        while not condition():
            await asyncio.sleep(0.01)
