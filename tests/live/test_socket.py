"""The door to the live text, knocked at as an ASGI server does, on a real database."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, InterfaceError, connection
from django.db.backends.signals import connection_created
from django.test import Client
from pycrdt import Text

from drafts import actions
from drafts.actions import live as log
from drafts.formats import read
from drafts.formats.shared import digest, new_doc, resolution_of
from drafts.live import host as hosts
from drafts.live import hub as hubs
from drafts.live import messages, socket
from drafts.live.presences import Member
from drafts.live.refusals import (
    BAD_MESSAGE,
    COME_BACK,
    NO_SUCH_DRAFT,
    NOT_ALLOWED,
    SIGNED_OUT,
    TOO_LARGE,
    TOO_MUCH,
)
from drafts.live.room import Room
from drafts.models import Draft, LiveText, LiveUpdate, Person, User
from drafts.queries.live import doc_at, doc_of
from tests.formats.shared.test_digest import FORGED, HONEST
from tests.texts import NEW, OLD

pytestmark = pytest.mark.usefixtures("real_transactions")

SOON = 5  # seconds that a test waits for what should come at once


@pytest.fixture
def draft(facilitator: User) -> Draft:
    return actions.start_draft(read(OLD.encode(), "-"), by=facilitator, source=OLD)


@pytest.fixture
def facilitator() -> User:
    return User.objects.create_user("anna")


@pytest.fixture(autouse=True)
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rooms close at once, and none of another test is told of this one's news."""
    monkeypatch.setattr(hubs, "PATIENCE", 0.01)
    monkeypatch.setattr(log, "_hearers", [])


class Page:
    """An open page, without a browser: a socket and a document.

    ``unread`` is how many letters may lie at its door before the server has to wait; 0: any number.
    """

    def __init__(self, path: str, cookie: str, origin: str, unread: int = 0) -> None:
        headers = [(b"host", b"testserver"), (b"origin", origin.encode()), (b"cookie", cookie.encode())]
        self.scope = {"type": "websocket", "path": path, "headers": headers}
        self.to_server: asyncio.Queue[dict] = asyncio.Queue()
        self.letters: asyncio.Queue[dict] = asyncio.Queue(unread)
        self.doc = new_doc()
        self.kept = 0

    async def next(self) -> dict:
        return await asyncio.wait_for(self.letters.get(), SOON)

    async def closed(self) -> int:
        while (letter := await self.next())["type"] != "websocket.close":
            pass
        return letter["code"]

    async def say(self, data: bytes) -> None:
        await self.to_server.put({"type": "websocket.receive", "bytes": data})

    async def sync(self) -> None:
        await self.say(messages.state(self.doc.get_state()))
        await self.until(lambda: self.title() != "")

    async def write(self, words: str) -> None:
        before = self.doc.get_state()
        self.doc.get("title", type=Text).insert(0, words)
        await self.say(messages.update(self.doc.get_update(before)))

    async def until(self, condition) -> None:
        """Take in letters until something holds."""
        while not condition():
            data = (await self.next())["bytes"]
            if data[0] == 100:
                self.kept = messages.Reader(data[1:]).number()
            elif data[0] == 0 and data[1] != 0:
                self.doc.apply_update(messages.parse(data).data)

    def title(self) -> str:
        return str(self.doc.get("title", type=Text))


def cookie_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}"


@asynccontextmanager
async def open_page(draft_id: object, cookie: str = "", origin: str = "http://testserver", unread: int = 0):
    page = Page(f"/live/{draft_id}/", cookie, origin, unread)
    await page.to_server.put({"type": "websocket.connect"})
    serving = asyncio.create_task(socket.live(page.scope, page.to_server.get, page.letters.put))
    assert (await page.next())["type"] == "websocket.accept"
    yield page
    await page.to_server.put({"type": "websocket.disconnect"})
    await asyncio.wait_for(serving, SOON)


def run(test) -> None:
    """Run a test in an event loop with a hub of its own, which keeps everything before it ends."""

    async def whole() -> None:
        socket.hub.start()
        try:
            await test()
        finally:
            await socket.hub.stop()

    with pytest.MonkeyPatch.context() as own:
        own.setattr(socket, "hub", hubs.Hub())
        asyncio.run(whole())


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that no letter tells of."""
    async with asyncio.timeout(SOON):
        while not condition():
            await asyncio.sleep(0.01)


def title_kept(draft: Draft) -> str:
    return str(doc_of(LiveText.objects.get(pk=draft.pk)).doc["title"])


def test_first_page_finds_the_newest_version_and_what_it_writes_is_kept(
    draft: Draft, facilitator: User
) -> None:
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            assert page.title() == "Strengthening the crime prevention programme"
            await page.write("Further ")
            await page.until(lambda: page.kept == 1)

    run(test)
    assert title_kept(draft) == "Further Strengthening the crime prevention programme"
    assert [each.user for each in LiveUpdate.objects.filter(draft=draft)] == [facilitator] * 2


def test_two_pages_see_each_others_words(draft: Draft, facilitator: User) -> None:
    ben = User.objects.create_user("ben")
    Person.objects.create(draft=draft, user=ben, role="drafter")
    cookies = cookie_of(facilitator), cookie_of(ben)

    async def test() -> None:
        async with open_page(draft.pk, cookies[0]) as anna, open_page(draft.pk, cookies[1]) as other:
            await anna.sync()
            await other.sync()
            await anna.write("A ")
            await other.until(lambda: other.title().startswith("A "))
            await other.write("B ")
            await anna.until(lambda: anna.title().startswith("B A "))

    run(test)
    assert title_kept(draft).startswith("B A Strengthening")


def test_ones_own_words_are_not_read_back_from_the_log(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie, read_back = cookie_of(facilitator), []
    monkeypatch.setattr(hosts, "updates_after", lambda *asked: read_back.append(asked) or [])

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            for number in range(3):
                await page.write(f"{number} ")
                await page.until(lambda wanted=number: page.kept == wanted + 1)

    run(test)
    assert read_back == []


def test_nothing_is_acknowledged_while_the_database_refuses_and_nothing_is_lost(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie, real, refusals = cookie_of(facilitator), log._appended, []

    def refusing(draft_id, updates):
        if len(refusals) < 3:
            refusals.append(updates)
            raise DatabaseError("disk full")
        return real(draft_id, updates)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            monkeypatch.setattr(log, "_appended", refusing)
            await page.write("Kept ")
            await asyncio.sleep(0.15)
            assert (page.letters.empty(), page.kept) == (True, 0)
            await page.until(lambda: page.kept == 1)

    run(test)
    assert len(refusals) == 3
    assert title_kept(draft).startswith("Kept ")


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL’s connections outlive the test in a pool"
)
def test_a_database_that_can_only_be_read_keeps_words_waiting_and_they_are_kept_when_it_takes_them(
    draft: Draft, facilitator: User
) -> None:
    cookie = cookie_of(facilitator)

    def only_to_be_read(connection, **_) -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = on")

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            connection_created.connect(only_to_be_read)
            try:
                await page.write("Kept ")
                await until(lambda: socket.hub.health().failing == 1)
                assert (page.letters.empty(), page.kept) == (True, 0)
            finally:
                connection_created.disconnect(only_to_be_read)
            await page.until(lambda: page.kept == 1)

    run(test)
    assert title_kept(draft).startswith("Kept ")


@pytest.mark.parametrize(
    ("who", "where", "origin", "code"),
    [
        ("nobody", "draft", "http://testserver", SIGNED_OUT),
        ("stranger", "draft", "http://testserver", NO_SUCH_DRAFT),
        ("anna", "elsewhere", "http://testserver", NO_SUCH_DRAFT),
        ("anna", "draft", "http://evil.example", NOT_ALLOWED),
        ("anna", "draft", "", NOT_ALLOWED),
    ],
)
def test_who_is_not_let_in_is_told_by_a_code(
    draft: Draft, facilitator: User, who: str, where: str, origin: str, code: int
) -> None:
    stranger = User.objects.create_user("stranger")
    cookies = {"nobody": "", "anna": cookie_of(facilitator), "stranger": cookie_of(stranger)}
    place = draft.pk if where == "draft" else uuid.uuid4()

    async def test() -> None:
        async with open_page(place, cookies[who], origin) as page:
            assert await page.closed() == code

    run(test)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"\x09", BAD_MESSAGE),
        (b"\0\2\4junk", BAD_MESSAGE),
        (b'\1\x12\1\7\1\x0e{"x":"\\ud800"}', BAD_MESSAGE),
        (b"\0\2" + b"x" * 2_000_200, TOO_LARGE),
    ],
)
def test_bad_messages_end_the_connection_and_the_room_lives_on(
    draft: Draft, facilitator: User, sent: bytes, code: int
) -> None:
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as good, open_page(draft.pk, cookie) as bad:
            await good.sync()
            await bad.say(sent)
            assert await bad.closed() == code
            await good.write("On ")
            await good.until(lambda: good.kept == 1)

    run(test)


def test_flood_is_ended(draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "AT_ONCE", 20)
    monkeypatch.setattr(socket, "PER_SECOND", 0)
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            for _ in range(30):
                await page.say(messages.state(b"\0"))
            assert await page.closed() == TOO_MUCH

    run(test)


def test_role_taken_away_ends_writing(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 0.05)
    ben = User.objects.create_user("ben")
    person = Person.objects.create(draft=draft, user=ben, role="drafter")
    cookie = cookie_of(ben)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await asyncio.to_thread(person.delete)
            assert await page.closed() == NO_SUCH_DRAFT

    run(test)


def _close_account(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


def _sign_out(user: User) -> None:
    Session.objects.all().delete()


@pytest.mark.parametrize("gone", [_close_account, _sign_out])
def test_whoever_is_signed_in_no_longer_writes_no_longer(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch, gone: Callable[[User], None]
) -> None:
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 0.05)
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await asyncio.to_thread(gone, facilitator)
            assert await page.closed() == SIGNED_OUT

    run(test)


def test_where_one_is_signed_out_from_elsewhere_the_live_text_closes_at_once(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 60)  # told, and not found out by looking
    ended, stays = cookie_of(facilitator), cookie_of(facilitator)
    key = stays.partition("=")[2]

    async def test() -> None:
        async with open_page(draft.pk, ended) as page, open_page(draft.pk, stays) as other:
            await page.sync()
            await other.sync()
            await asyncio.to_thread(actions.end_sign_ins, facilitator, but=key)
            assert await page.closed() == SIGNED_OUT
            await page.write("Too late ")
            await other.write("On ")
            await other.until(lambda: other.kept == 1)
        async with open_page(draft.pk, ended) as again:
            assert await again.closed() == SIGNED_OUT

    run(test)
    assert title_kept(draft).startswith("On Strengthening")


def test_a_text_larger_than_what_may_wait_is_handed_over_all_the_same(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "SLOWEST", 500)  # bytes; the text has more
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            assert len(page.doc.get_update()) > 500

    run(test)


def test_edit_by_an_action_reaches_open_pages(draft: Draft, facilitator: User) -> None:
    cookie = cookie_of(facilitator)

    def retitle() -> None:
        actions.edit_live_text(draft, lambda text: replace(text, title="By form"), by=facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await asyncio.to_thread(retitle)
            await page.until(lambda: page.title() == "By form")

    run(test)


def test_open_pages_hear_that_something_was_said_in_a_discussion(draft: Draft, facilitator: User) -> None:
    cookie = cookie_of(facilitator)
    key = draft.versions.get().paragraphs.last().key

    def speak() -> None:
        actions.start_live_thread(draft, key, "Is this agreed?", by=facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await asyncio.to_thread(speak)
            while (await page.next())["bytes"] != messages.discussed():
                pass

    run(test)


def test_revision_brought_in_enters_the_live_text_and_leaves_what_was_written_meanwhile(
    draft: Draft, facilitator: User
) -> None:
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await page.write("Live: ")
            await page.until(lambda: page.kept == 1)
            await asyncio.to_thread(
                actions.add_version, draft, read(NEW.encode(), "-"), by=facilitator, source=NEW
            )
            await page.until(
                lambda: "register of requests" in str(resolution_of(page.doc, read(NEW.encode(), "-")))
            )
            assert page.title().startswith("Live: ")

    run(test)
    text = resolution_of(doc_of(LiveText.objects.get(pk=draft.pk)).doc, read(NEW.encode(), "-"))
    assert [each.text for each in text.paragraphs] == [
        each.text for each in read(NEW.encode(), "-").paragraphs
    ]


def test_log_is_made_short_and_says_the_same(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "COMPACT_AFTER", 3)
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            for number in range(5):
                await page.write(f"{number} ")
                await page.until(lambda wanted=number: page.kept == wanted + 1)

    run(test)
    live = LiveText.objects.get(pk=draft.pk)
    assert (live.seq, live.snapshot_seq) == (6, 6)
    assert str(doc_of(live).doc["title"]).startswith("4 3 2 1 0 Strengthening")
    assert str(doc_at(draft.pk, 3)["title"]).startswith("1 0 Strengthening")


def test_log_made_short_keeps_words_that_wait_for_others(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows words that have not come yet is in the log and in no document until they come."""
    monkeypatch.setattr(log, "COMPACT_AFTER", 1)
    log.open_live_text(draft.pk)
    page = new_doc()
    page["title"].insert(0, "Recalling ")
    beginning, before = page.get_update(), page.get_state()
    page["title"].insert(10, "and ")
    log.append_updates(draft.pk, [(facilitator.pk, page.get_update(before))])
    assert log.compact(draft.pk)
    assert not title_kept(draft).startswith("Recalling")
    log.append_updates(draft.pk, [(facilitator.pk, new_doc().get_update())])
    assert log.compact(draft.pk)
    log.append_updates(draft.pk, [(facilitator.pk, beginning)])
    assert "Recalling and " in title_kept(draft)


def test_paragraph_of_a_million_signs_is_taken_and_seen(draft: Draft, facilitator: User) -> None:
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as author, open_page(draft.pk, cookie) as reader:
            await author.sync()
            await reader.sync()
            await author.write("é" * 500_000)
            await author.until(lambda: author.kept == 1)
            await reader.until(lambda: reader.title().startswith("é" * 500_000))
            await reader.write("On ")
            await reader.until(lambda: reader.kept == 1)

    run(test)
    assert title_kept(draft).startswith("On éé")


def test_nobody_has_pages_open_without_end(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "MOST_PAGES", 1)
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            async with open_page(draft.pk, cookie) as second:
                assert await second.closed() == TOO_MUCH
            await page.write("On ")
            await page.until(lambda: page.kept == 1)

    run(test)


def test_page_that_reads_nothing_is_sent_away_and_the_others_write_on(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "SLOWEST", 3_000)  # bytes
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page, open_page(draft.pk, cookie, unread=1) as stuck:
            await page.sync()
            await stuck.next()  # it is in the room, and reads no more
            for number in range(6):
                await page.write(f"{number}" * 1_000)
                await page.until(lambda wanted=number: page.kept == wanted + 1)
            await until(lambda: socket.hub.health().pages == 1)
            assert await stuck.closed() == COME_BACK

    run(test)


def test_a_draft_not_issued_yet_is_called_by_its_title_when_the_text_is_at_rest(
    facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 0.02)
    draft, cookie = actions.start_writing("the sea", "en", by=facilitator), cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await page.write("Oceans and ")
            await page.until(lambda: page.kept == 1)
            async with asyncio.timeout(SOON):
                while (await Draft.objects.aget()).title != "Oceans and the sea":
                    await asyncio.sleep(0.01)

    run(test)


def test_a_draft_not_issued_yet_is_called_by_its_title_when_everybody_has_left(facilitator: User) -> None:
    draft, cookie = actions.start_writing("the sea", "en", by=facilitator), cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await page.write("Oceans and ")
            await page.until(lambda: page.kept == 1)

    run(test)
    assert Draft.objects.get().title == "Oceans and the sea"


def test_words_that_contradict_each_other_are_the_same_for_everybody_when_the_text_is_at_rest(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A forged F stands behind the b and before it: pages that are there show it elsewhere than who comes."""
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 0.02)
    monkeypatch.setattr(hosts, "SETTLING", 0)
    cookie, told = cookie_of(facilitator), []

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.say(messages.update(bytes.fromhex(HONEST)))
            await page.until(lambda: page.kept == 1)
            await page.say(messages.update(bytes.fromhex(FORGED)))
            async with asyncio.timeout(SOON):
                while not told or digest(socket.hub.hosts[draft.pk].room.doc) == told[-1]:
                    data = (await page.next())["bytes"]
                    told.extend([messages.Reader(data[1:]).stretch()] if data[0] == 102 else [])
            async with open_page(draft.pk, cookie) as newcomer:
                await newcomer.sync()
                assert digest(newcomer.doc) == told[-1]

    run(test)
    assert digest(doc_of(LiveText.objects.get(pk=draft.pk)).doc) == told[-1]


@pytest.mark.parametrize("error", [DatabaseError, InterfaceError])
def test_who_comes_while_the_database_does_not_answer_is_to_come_back(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    cookie = cookie_of(facilitator)

    def broken(*asked: object) -> None:
        raise error("gone")

    monkeypatch.setattr(socket, "whose", broken)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            assert await page.closed() == COME_BACK

    run(test)


def test_nobody_is_sent_away_since_the_database_does_not_say_who_they_are(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 0.02)
    cookie, asked = cookie_of(facilitator), []

    def broken(pages: object) -> None:
        asked.append(pages)
        raise DatabaseError("gone")

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            monkeypatch.setattr(hubs, "standings", broken)
            await until(lambda: len(asked) > 1)
            await page.write("On ")
            await page.until(lambda: page.kept == 1)

    run(test)


def test_rooms_that_nobody_is_in_leave_memory(draft: Draft, facilitator: User) -> None:
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            assert socket.hub.health() == (1, 1, 1, 0, 0)
        await until(lambda: socket.hub.health() == (0, 0, 0, 0, 0))
        assert not socket.hub._opening

    run(test)


async def _never(host: hosts.Host) -> None:
    raise TimeoutError


@pytest.mark.parametrize(
    ("where", "name", "value", "code"),
    [(hubs, "MOST_PAGES", 0, TOO_MUCH), (hosts.Host, "caught_up", _never, COME_BACK)],
)
def test_room_opened_for_somebody_who_did_not_get_in_leaves_memory(
    draft: Draft,
    facilitator: User,
    monkeypatch: pytest.MonkeyPatch,
    where: object,
    name: str,
    value: object,
    code: int,
) -> None:
    monkeypatch.setattr(where, name, value)
    cookie = cookie_of(facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            assert await page.closed() == code
        await until(lambda: not socket.hub.hosts)

    run(test)


def test_page_that_could_not_be_greeted_is_not_in_the_room(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = cookie_of(facilitator)

    def broken(room: Room, member: Member) -> None:
        raise ZeroDivisionError

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            monkeypatch.setattr(Room, "join", broken)
            with pytest.raises(ZeroDivisionError):
                async with open_page(draft.pk, cookie):
                    pass
            assert socket.hub.health() == (1, 1, 1, 0, 0)
        await until(lambda: not socket.hub.hosts)

    run(test)


def test_who_comes_while_the_room_is_being_closed_finds_another(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room has stopped keeping words, and takes its time to go: it makes its log short."""
    cookie, real, closed = cookie_of(facilitator), hosts.Host.caught_up, []
    monkeypatch.setattr(hosts, "compact", lambda draft_id: time.sleep(0.2))

    async def overtaken(host: hosts.Host) -> None:
        await real(host)
        if not closed:
            closed.append(host)
            socket.hub.emptied(draft.pk)
            await until(host._keeping.done)

    monkeypatch.setattr(hosts.Host, "caught_up", overtaken)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            await page.write("Late ")
            await page.until(lambda: page.kept == 1)
            assert socket.hub.hosts[draft.pk] not in closed

    run(test)
    assert title_kept(draft).startswith("Late ")


def test_words_whose_author_has_left_are_kept_when_the_database_takes_them(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie, real, refusing = cookie_of(facilitator), log._appended, [True]

    def sometimes(draft_id: uuid.UUID, updates: object) -> int:
        if refusing:
            raise DatabaseError("disk full")
        return real(draft_id, updates)

    monkeypatch.setattr(log, "_appended", sometimes)

    async def test() -> None:
        refusing.clear()
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            refusing.append(True)
            await page.write("Last words ")
            await until(lambda: socket.hub.health().failing == 1)
        await asyncio.sleep(0.1)  # much longer than an empty room stays open here
        assert socket.hub.health() == (1, 0, 0, 1, 1)
        refusing.clear()
        await until(lambda: not socket.hub.hosts)

    run(test)
    assert title_kept(draft).startswith("Last words ")


def test_what_nobody_told_of_is_found_in_the_log(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "LOOK_AGAIN", 0.05)
    cookie = cookie_of(facilitator)

    def retitle() -> None:
        actions.edit_live_text(draft, lambda text: replace(text, title="Unheard"), by=facilitator)

    async def test() -> None:
        async with open_page(draft.pk, cookie) as page:
            await page.sync()
            monkeypatch.setattr(log, "_tell", lambda *told: None)
            await asyncio.to_thread(retitle)
            await page.until(lambda: page.title() == "Unheard")

    run(test)


def test_words_of_others_that_somebody_brings_from_another_process_are_not_taken_for_theirs(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ben was elsewhere, has seen there what Anna wrote there, and comes over before we have heard of it."""
    ben = User.objects.create_user("ben")
    Person.objects.create(draft=draft, user=ben, role="drafter")
    cookies = cookie_of(facilitator), cookie_of(ben)

    async def test() -> None:
        async with open_page(draft.pk, cookies[0]) as anna:
            await anna.sync()
            monkeypatch.setattr(log, "_tell", lambda *told: None)
            elsewhere = new_doc()
            elsewhere.apply_update(anna.doc.get_update())
            before = elsewhere.get_state()
            elsewhere["title"].insert(0, "There ")
            written = elsewhere.get_update(before)
            await asyncio.to_thread(log.append_updates, draft.pk, [(facilitator.pk, written)])
            async with open_page(draft.pk, cookies[1]) as other:
                other.doc.apply_update(elsewhere.get_update())
                asked = messages.parse((await other.next())["bytes"]).data
                await other.say(messages.missing(other.doc.get_update(asked)))
                await other.until(lambda: other.kept == 1)
            before = elsewhere.get_state()
            elsewhere["title"].insert(0, "Still ")
            await anna.say(messages.update(elsewhere.get_update(before)))
            await anna.until(lambda: anna.kept == 1)

    run(test)
    assert title_kept(draft).startswith("Still There ")
    assert {each.user for each in LiveUpdate.objects.filter(draft=draft)} == {facilitator}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL tells other processes")
def test_what_another_process_keeps_is_heard_of_through_the_database(
    draft: Draft, facilitator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = cookie_of(facilitator)

    async def test() -> None:
        elsewhere = hubs.Hub()
        elsewhere.start()
        monkeypatch.setattr(
            log, "_hearers", []
        )  # as in two processes: neither hears the other but through PostgreSQL
        async with open_page(draft.pk, cookie) as anna:
            await anna.sync()
            with monkeypatch.context() as other_process:
                other_process.setattr(socket, "hub", elsewhere)
                async with open_page(draft.pk, cookie) as other:
                    await other.sync()
                    await asyncio.sleep(0.5)  # for both to listen
                    await anna.write("A ")
                    await other.until(lambda: other.title().startswith("A "))
                    await other.write("B ")
                    await anna.until(lambda: anna.title().startswith("B A "))
        await elsewhere.stop()

    run(test)
    assert title_kept(draft).startswith("B A ")
