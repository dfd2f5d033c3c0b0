"""Going back in time: two people write, one goes back, compares, and takes the earlier text up again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Page, expect

from drafts import actions
from drafts.formats import read
from drafts.models import Draft, LiveUpdate, Person, User, seals
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.windows import Windows, session_of
from tests.texts import OLD

SAVED = "All changes saved"


@pytest.fixture
def facilitator(site: str) -> User:
    return User.objects.create_user("anna", first_name="Anna", last_name="Sala")


@pytest.fixture
def draft(facilitator: User) -> Draft:
    return actions.start_draft(read(OLD.encode(), "-"), by=facilitator, source=OLD)


@pytest.fixture
def opened(windows: Windows, site: str, draft: Draft) -> Iterator[Callable[..., Page]]:
    """Opens a page of the draft for somebody, in a window of their own."""
    with ExitStack() as stack:

        def of(user: User, path: str = "writing/", viewport=DESKTOP) -> Page:
            page = stack.enter_context(windows.lent(session=session_of(user), viewport=viewport))
            page.goto(f"/drafts/{draft.pk}/{path}")
            return page

        yield of


def write(page: Page, number: int, words: str) -> None:
    """Click into a paragraph (from 0), go to its end, type, and wait until it is kept."""
    page.wait_for_selector("[data-ready=yes]")
    page.locator(".ProseMirror .para").nth(number).click()
    page.keyboard.press("End")
    page.keyboard.type(words)
    expect(page.locator("#standing")).to_have_text(SAVED)


def an_hour_ago(draft: Draft) -> None:
    """Let all that was written so far have been written an hour ago: the log itself refuses to be changed."""
    seals.lift(connection)
    LiveUpdate.objects.filter(draft=draft).update(at=timezone.now() - timedelta(hours=1))
    seals.place(connection)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_one_goes_back_compares_and_takes_up_the_earlier_text(
    opened: Callable[..., Page], draft: Draft, facilitator: User, viewport
) -> None:
    ben = User.objects.create_user("ben", first_name="Ben")
    Person.objects.create(draft=draft, user=ben, role="drafter", delegation="Benin")
    anna, bens = opened(facilitator), opened(ben)
    write(anna, 3, " and its annexes")
    write(bens, 4, " gladly")
    an_hour_ago(draft)
    write(bens, 3, " without delay")
    page = opened(facilitator, "writing/history/", viewport)
    expect(page.locator("#moment ins")).to_contain_text("without delay")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("output")).to_contain_text("Anna Sala")
    expect(page.locator("#moment ins")).to_have_text([" and its annexes", " gladly"])
    assert "at=" in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("slider")).to_be_focused()
    page.get_by_label("Show").select_option("Who wrote what")
    expect(page.locator(".whose", has_text="gladly").first).to_have_attribute("data-by", "Ben (Benin)")
    page.get_by_role("link", name="Compare with the text now").click()
    expect(page.locator("#moment ins")).to_have_text(" without delay")
    page.get_by_role("button", name="Take this text up again").click()
    expect(page.get_by_role("status").first).to_contain_text("Taken up again")
    expect(bens.locator(".ProseMirror")).not_to_contain_text("without delay")
    expect(bens.locator(".ProseMirror")).to_contain_text("and its annexes")
    page.get_by_role("button", name="Undo").click()
    expect(bens.locator(".ProseMirror")).to_contain_text("without delay")


def test_draft_is_begun_on_a_blank_page_written_and_issued(signed_in_page: Page, person: User) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    page.get_by_label("Title").fill("Oceans and the law of the sea")
    page.get_by_role("button", name="Start writing").click()
    page.wait_for_selector("[data-ready=yes]")
    expect(page.locator(".ProseMirror .title")).to_have_text("Oceans and the law of the sea")
    page.locator(".ProseMirror .para").first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("Recalling its resolution 79/144,")
    expect(page.locator("#standing")).to_have_text(SAVED)
    page.get_by_role("button", name="Issue it as the first version").click()
    page.get_by_label("Symbol").fill("A/81/L.1")
    page.get_by_role("button", name="Keep as version 1").click()
    expect(page.get_by_role("status").first).to_contain_text("A/81/L.1 is kept as version 1")
    [draft] = Draft.objects.all()
    assert draft.in_force is not None
    told = [(each.kind, each.text) for each in draft.in_force.resolution().paragraphs]
    assert told == [("enacting", "The General Assembly,"), ("preambular", "Recalling its resolution 79/144,")]
