"""What a page was told is saved is in the log, whenever and however the server or the database fails.

The server is uvicorn in a process of its own, on the database that the tests run on: the same on SQLite and,
by ``manage.py test --postgresql``, on PostgreSQL.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.test import Client

from drafts import actions
from drafts.formats import read
from drafts.models import Draft, Person, User
from tests.live.keeping import SOON, in_the_log, kept, settled, synced, until
from tests.live.served import BUSY, servers
from tests.live.writers import Writer, words_of
from tests.texts import OLD

pytestmark = pytest.mark.usefixtures("real_transactions")

WRITERS, KILLS = 10, 12
REFUSING = 3.0  # seconds for which the database takes nothing
ON_POSTGRESQL = connection.vendor == "postgresql"


@pytest.fixture
def seed() -> str:
    """Told with a failure; RAPPORTEUR_SEED repeats it, as far as the machine does."""
    found = os.environ.get("RAPPORTEUR_SEED") or str(time.time_ns())
    print(f"RAPPORTEUR_SEED={found}")
    return found


@pytest.fixture
def draft() -> Draft:
    anna = User.objects.create_user("anna")
    return actions.start_draft(read(OLD.encode(), "-"), by=anna, source=OLD)


def people(draft: Draft, count: int, seed: str, addresses: Sequence[str]) -> list[Writer]:
    """So many drafters, each with a session of their own."""
    made = []
    for number in range(count):
        user = User.objects.create_user(f"writer{number}")
        Person.objects.create(draft=draft, user=user, role="drafter")
        client = Client()
        client.force_login(user)
        cookie = f"sessionid={client.cookies['sessionid'].value}"
        made.append(Writer(f"w{number}", draft.pk, cookie, addresses, seed))
    return made


def run(writers: Sequence[Writer], test: Callable[[], Any]) -> None:
    async def whole() -> None:
        for writer in writers:
            writer.begin()
        try:
            await synced(writers)
            for writer in writers:
                writer.typing = True
            await test()
        finally:
            for writer in writers:
                await writer.end()

    connections.close_all()  # not to be cut off with those of the servers
    asyncio.run(whole())


def test_twelve_kills_under_ten_writers_lose_nothing_that_was_acknowledged(draft: Draft, seed: str) -> None:
    chance = random.Random(seed)
    with servers(1) as (server,):
        writers = people(draft, WRITERS, seed, [server.address])

        async def test() -> None:
            for _ in range(KILLS):
                await until(lambda: any(writer.synced.is_set() for writer in writers))
                await asyncio.sleep(chance.uniform(0, 0.6))
                await asyncio.to_thread(server.kill)
                await kept(writers)
                await asyncio.to_thread(server.start)
            saved = sum(len(writer.safe) for writer in writers)
            await until(lambda: sum(len(writer.safe) for writer in writers) > saved)
            await settled(writers)

        run(writers, test)
    assert all(writer.safe and writer.removed for writer in writers)


@contextmanager
def nothing_is_taken() -> Iterator[None]:
    """The database lets nobody write: on SQLite for longer than anybody waits, on PostgreSQL for ever."""
    settings = connection.settings_dict
    with ExitStack() as stack:
        if ON_POSTGRESQL:
            other = stack.enter_context(_postgresql())
            stack.enter_context(other.transaction())
            other.execute("LOCK TABLE drafts_liveupdate IN ACCESS EXCLUSIVE MODE")
        else:
            other = sqlite3.connect(settings["NAME"], timeout=SOON, isolation_level=None)
            stack.callback(other.close)
            other.execute("BEGIN EXCLUSIVE")
            stack.callback(other.execute, "ROLLBACK")
        yield


@contextmanager
def _postgresql() -> Iterator[psycopg.Connection[Any]]:
    settings = connection.settings_dict
    with psycopg.connect(
        host=settings["HOST"], user=settings["USER"], dbname=settings["NAME"],
        port=settings["PORT"] or None, password=settings["PASSWORD"] or None, autocommit=True,
    ) as made:  # fmt: skip
        yield made


def test_nothing_is_acknowledged_while_the_database_refuses_and_nothing_is_lost(
    draft: Draft, seed: str
) -> None:
    assert REFUSING > 2 * BUSY
    with servers(1) as (server,):
        writers = people(draft, WRITERS, seed, [server.address])

        async def test() -> None:
            await until(lambda: all(writer.safe for writer in writers))
            with nothing_is_taken():
                await asyncio.sleep(0.3)  # for what was acknowledged before, and is on its way
                told = [writer.kept for writer in writers]
                await asyncio.sleep(REFUSING)
                assert [writer.kept for writer in writers] == told
                assert all(writer.waits and writer.synced.is_set() for writer in writers)
            await settled(writers)

        run(writers, test)


def test_stopping_keeps_what_came_before_even_where_the_database_keeps_it_waiting(
    draft: Draft, seed: str
) -> None:
    with servers(1) as (server,):
        writers = people(draft, WRITERS, seed, [server.address])

        async def test() -> None:
            await until(lambda: all(writer.safe for writer in writers))
            with nothing_is_taken():
                await asyncio.sleep(0.3)
                for writer in writers:
                    writer.typing = False
                await asyncio.sleep(0.3)  # for all that was sent to be there
                written = [word for writer in writers for word in writer.words]
                server.ask_to_stop()
                await until(lambda: not any(writer.synced.is_set() for writer in writers))
                assert server.lives
            await asyncio.to_thread(server.wait)
            there = words_of(await in_the_log(draft.pk))
            assert [word for word in written if word not in there] == []
            await asyncio.to_thread(server.start)
            await settled(writers)

        run(writers, test)
    assert all(1012 in writer.codes for writer in writers)


@pytest.mark.skipif(not ON_POSTGRESQL, reason="several processes take PostgreSQL")
def test_two_servers_are_one_whichever_is_killed_and_whatever_connection_breaks(
    draft: Draft, seed: str
) -> None:
    with servers(2) as (one, other), _postgresql() as database:
        writers = people(draft, 6, seed, [one.address, other.address])
        for writer in writers[3:]:
            writer.turn_to([other.address, one.address])

        async def test() -> None:
            for deed in (one.kill, _cut(database, "LISTEN%"), other.kill, _cut(database, "%"), one.stop):
                saved = [len(writer.safe) for writer in writers]
                await until(
                    lambda saved=saved: all(len(w.safe) > s for w, s in zip(writers, saved, strict=True))
                )
                await asyncio.to_thread(deed)
                await asyncio.sleep(0.5)
                await kept(writers)
                for server in (one, other):
                    if not server.process:
                        await asyncio.to_thread(server.start)
            await settled(writers)

        run(writers, test)


@pytest.mark.skipif(not ON_POSTGRESQL, reason="several processes take PostgreSQL")
def test_people_of_two_servers_see_where_each_other_are_until_one_is_killed(draft: Draft, seed: str) -> None:
    with servers(2) as (one, other):
        writers = people(draft, 2, seed, [one.address])
        writers[1].turn_to([other.address])

        def seen(writer: Writer) -> list[tuple[int, Any]]:
            return [(each.client, each.state and each.state["caret"]) for each in writer.people.values()]

        async def test() -> None:
            for number, writer in enumerate(writers):
                await writer.stand(f"caret {number}")
            await until(lambda: (writers[1].doc.client_id, "caret 1") in seen(writers[0]))
            await until(lambda: (writers[0].doc.client_id, "caret 0") in seen(writers[1]))
            await asyncio.to_thread(other.kill)
            await until(lambda: (writers[1].doc.client_id, None) in seen(writers[0]))

        run(writers, test)


def _cut(database: psycopg.Connection[Any], asking: str) -> Callable[[], None]:
    """Ends the connections of others whose last question was like this."""

    def cut() -> None:
        ended = database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE %s",
            [asking],
        ).fetchall()
        assert ended

    return cut
