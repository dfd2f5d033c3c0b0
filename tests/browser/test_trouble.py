"""When something goes wrong under people who write: what the page says is true, and no word is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, expect

from drafts import actions
from drafts.models import Draft, User
from drafts.queries.live import doc_at, live_resolution
from tests.browser.windows import Windows
from tests.browser.writing import Opened, agreed, back, cut_off, drafter, paragraphs, write
from tests.live.served import Server

INVITES = "Invites Member States to contribute to the trust fund;"


def kept(draft: Draft) -> list[str]:
    """What the log on the disk says."""
    doc = doc_at(draft.pk, draft.live_text.seq)
    return [each.text for each in live_resolution(draft, doc).paragraphs]


def told(page: Page) -> str:
    """What the page told about words that went, came or could not be kept."""
    expect(page.locator("#notice")).to_be_visible()
    return page.locator("#notice").inner_text()


class TestServer:
    """A server that falls, or cannot write, in a process of its own."""

    @pytest.fixture
    def site(self, own_server: Server) -> str:
        return f"http://{own_server.address}"

    @pytest.fixture
    def windows(self, browser: Browser, site: str) -> Iterator[Windows]:
        """On that server, so not those of other tests."""
        windows = Windows(browser, site)
        yield windows
        windows.close()

    def test_killed_and_started_again_under_people(
        self, own_server: Server, opened: Opened, draft: Draft, facilitator: User
    ) -> None:
        anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
        write(anna, 3, " before")
        back(anna)
        own_server.kill()
        write(anna, 3, " meanwhile")
        write(ben, 4, " gladly")
        expect(anna.locator("#standing")).to_contain_text("Offline")
        own_server.start()
        back(anna, ben)
        text = agreed(anna, ben)
        assert text[3].endswith(" before meanwhile")
        assert text[4] == INVITES + " gladly"
        assert kept(draft) == text
        assert "Sent of yours: OP 1." in told(anna)

    def test_stopped_by_its_operator_keeps_the_last_word(
        self, own_server: Server, opened: Opened, draft: Draft, facilitator: User
    ) -> None:
        page = opened(facilitator)
        write(page, 4, " gladly")
        own_server.stop()
        own_server.start()
        back(page)
        assert kept(draft)[4] == paragraphs(page)[4] == INVITES + " gladly"

    def test_database_that_refuses_writes_is_told_and_nothing_is_lost(
        self, opened: Opened, draft: Draft, facilitator: User
    ) -> None:
        anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
        with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            write(anna, 4, " gladly")
            expect(anna.locator("#standing")).to_contain_text("Not saved yet", timeout=10_000)
            expect(anna.locator("#spoken")).to_contain_text("Not saved yet")
            assert paragraphs(ben)[4] == INVITES  # nobody sees what is not kept
            anna.keyboard.type(" and soon")
            other.execute("ROLLBACK")
        back(anna)
        assert agreed(anna, ben)[4] == INVITES + " gladly and soon"
        assert kept(draft)[4] == INVITES + " gladly and soon"


def test_what_went_and_came_is_told_on_return(opened: Opened, draft: Draft, facilitator: User) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    cut_off(anna)
    write(anna, 3, " on a train")
    write(anna, 4, " gladly")
    anna.keyboard.press("Enter")
    anna.keyboard.type("Encourages them;")
    write(ben, 4, " at the desk")
    write(ben, 1, "", "Home")
    ben.keyboard.press("Alt+ArrowDown")
    back(anna)
    assert told(anna).split("\n\n")[:4] == [
        "Connected again after less than a minute.",
        "Sent of yours: OP 1, OP 2, OP 3 (new).",
        "From others: PP 2 (moved), OP 2.",
        "Changed by you and by others, so read it over: OP 2.",
    ]
    expect(anna.locator("#spoken")).to_contain_text("so read it over: OP 2")
    anna.locator("#notice").get_by_role("button", name="PP 2").click()
    anna.keyboard.type("Also ")
    assert agreed(anna, ben)[2].startswith("Also Recalling")
    anna.get_by_role("button", name="Close", exact=True).last.click()
    expect(anna.locator("#notice")).to_be_hidden()


def test_words_written_offline_are_told_after_a_reload(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    page = opened(facilitator)
    cut_off(page)
    write(page, 4, " on a train")
    page.evaluate("rapporteur.connection.connect = () => {}")  # it is reloaded before it comes back
    page.context.set_offline(False)
    page.reload()
    page.wait_for_selector("[data-ready=yes]")
    back(page)
    assert "Sent of yours: OP 2." in told(page)


def test_role_taken_away_while_one_writes_offline(opened: Opened, draft: Draft, facilitator: User) -> None:
    ben = drafter(draft, "ben")
    page = opened(ben)
    cut_off(page)
    write(page, 4, " too late")
    actions.change_person(draft.persons.get(user=ben), by=facilitator, role="reader", delegation="Benin")
    page.context.set_offline(False)
    expect(page.locator("#standing")).to_contain_text("may read this text and not write")
    expect(page.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
    assert "Not saved: what you wrote last in OP 2." in told(page)
    # Loaded again, the text is there to be read, and the words are still there to be copied.
    page.reload()
    page.wait_for_selector("[data-ready=yes]")
    expect(page.locator("#standing")).to_have_text("Up to date")
    assert paragraphs(page)[4] == INVITES
    assert f"{INVITES} too late" in told(page)
    page.get_by_role("button", name="Leave these words").click()
    page.wait_for_selector("[data-ready=yes]")
    expect(page.locator("#standing")).to_have_text("Up to date")
    expect(page.locator("#notice")).to_be_hidden()


def test_browser_without_storage_does_not_say_that_it_keeps_anything(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    page = opened(facilitator, ready=False)
    page.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    page.reload()
    page.wait_for_selector("[data-ready=yes]")
    page.context.set_offline(True)
    expect(page.locator("#standing")).to_contain_text("this browser keeps nothing")
    page.context.close()  # nobody else gets that script


def test_page_that_shows_the_text_otherwise_than_it_is_kept_is_loaded_anew_and_says_so_once(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    anna = opened(facilitator)
    write(anna, 3, " kept")
    back(anna)
    text = paragraphs(anna)
    other = "rapporteur.view.dom.id = 'before'; void rapporteur.connection.onShown(new Uint8Array(32))"
    anna.evaluate(other)
    expect(anna.locator("#notice")).to_contain_text("was loaded again")
    assert (paragraphs(anna), anna.locator("#before").count()) == (text, 0)
    anna.evaluate(other)  # where it did not help, it is not tried again at once
    anna.wait_for_timeout(200)
    assert anna.locator("#before").count() == 1
