"""The ground that every page stands on: served whole, fits the window, lets people in."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", ["/", "/compare/", "/sign-in/", "/sign-up/"])
def test_open_page_is_styled_and_fits_the_window(page: Page, address, viewport):
    assert page.goto(address).ok
    assert page.evaluate("document.styleSheets.length") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
@pytest.mark.parametrize("address", ["/", "/drafts/new/"])
def test_page_of_a_person_fits_a_phone(signed_in_page: Page, address, viewport):
    assert signed_in_page.goto(address).ok
    assert signed_in_page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_person_signs_in_and_is_known_on_the_next_page(page: Page, person):
    page.goto("/sign-in/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill("Rapporteur-2026")
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("banner")).to_contain_text(person.username)


def test_signed_in_page_begins_a_draft(signed_in_page: Page):
    assert signed_in_page.goto("/drafts/new/").ok
    expect(signed_in_page.get_by_role("main").get_by_role("textbox").first).to_be_visible()


def test_stranger_is_sent_to_sign_in(page: Page):
    page.goto("/drafts/new/")
    assert page.url.split("?")[0].endswith("/sign-in/")
