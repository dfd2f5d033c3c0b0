"""People, states and the timeline, as two people use them, each in a window of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, Invitation, User
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.windows import Windows, session_of
from tests.texts import NEW, OLD


@pytest.fixture
def draft(site: str, person: User) -> Draft:
    draft = actions.start_draft(read_text(OLD), by=person)
    actions.add_version(draft, read_text(NEW), by=person)
    return draft


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_pages_of_people_and_records_fit_the_window(
    signed_in_page: Page, draft: Draft, person: User, viewport: dict[str, int]
) -> None:
    actions.open_public_link(draft, by=person)
    for page in ("", "people/", "timeline/", "record/", "states/new/adopted/", "versions/1/withdrawal/"):
        state = "issued" if page.startswith("states") else "drafting"
        Draft.objects.filter(pk=draft.pk).update(state=state)
        assert signed_in_page.goto(f"/drafts/{draft.pk}/{page}").ok  # type: ignore[union-attr]
        assert signed_in_page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_somebody_is_invited_by_a_code_joins_and_is_told_of_what_others_do(
    signed_in_page: Page, windows: Windows, draft: Draft, person: User, scripts: bool
) -> None:
    signed_in_page.goto(f"/drafts/{draft.pk}/people/")
    signed_in_page.get_by_label("Role", exact=True).last.select_option("facilitator")
    signed_in_page.get_by_role("button", name="Make a code").click()
    code = Invitation.objects.get().shown_code
    expect(signed_in_page.get_by_text(f"The code is {code}.")).to_be_visible()

    morocco = session_of(User.objects.create_user("morocco"))
    with windows.lent(session=morocco, script=scripts) as other:
        other.goto("/")
        other.get_by_role("link", name="Take part in one").click()
        other.get_by_label("Code").fill(code.lower())
        other.get_by_label("You speak for").fill("Maroc")
        other.get_by_role("button", name="Take part").click()
        expect(other.get_by_text("You take part in this draft as facilitator.")).to_be_visible()
        expect(other.locator("#news-card")).to_contain_text("Nothing")
        other.get_by_role("link", name="Open negotiation").click()
        other.get_by_role("button", name="Open negotiation").click()
        expect(other.locator(".head .state")).to_have_text("under negotiation")

        signed_in_page.goto("/")
        signed_in_page.get_by_role("link", name="2 new").click()
        news = signed_in_page.locator("#news-card")
        expect(news).to_contain_text("morocco (Morocco) recorded that the draft is under negotiation")
        news.get_by_role("button", name="I have seen this").click()
        expect(signed_in_page.locator("#news-card")).to_contain_text("Nothing")

        other.get_by_role("link", name="Timeline", exact=True).click()
        other.get_by_label("Words").fill("negotiation")
        other.get_by_role("button", name="Show").click()
        expect(other.locator(".timeline li")).to_have_count(1)
        assert "words=negotiation" in other.url
