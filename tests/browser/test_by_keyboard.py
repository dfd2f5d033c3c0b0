"""A whole life of a draft by keyboard alone, and without a script. What is pressed, Tab has led to."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from drafts.models import User
from tests.browser.pages import window
from tests.browser.windows import Windows
from tests.browser.writing import SAVED, settle
from tests.furnished import Furnished
from tests.texts import NEW, OLD

FARTHEST = 120  # presses of Tab; whoever needs more has lost the way


def reach(page: Page, wanted: Locator) -> None:
    """Go there by the Tab key."""
    for _ in range(FARTHEST):
        if wanted.evaluate_all("all => all.includes(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    at = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    raise AssertionError(f"{FARTHEST} × Tab does not lead to {wanted}; the focus is on {at}")


def press(page: Page, wanted: Locator) -> None:
    reach(page, wanted)
    page.keyboard.press("Enter")


def follow(page: Page, wanted: Locator) -> None:
    """Press what leads to another page."""
    reach(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def fill(page: Page, wanted: Locator, words: str) -> None:
    """Type or paste into a field, instead of what stands in it."""
    reach(page, wanted)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(words)


def test_paste_read_correct_keep_compare_report_invite_and_edit(signed_in_page: Page, person: User) -> None:
    page = signed_in_page
    pages = page.get_by_role("navigation", name="Pages")
    page.goto("/drafts/new/")
    bring_in(page, OLD)

    press(page, page.locator("#p4 > .correct"))
    expect(page.get_by_label("Text of OP 1")).to_be_focused()
    fill(page, page.get_by_label("Text of OP 1"), "Notes the report of the Secretary-General;")
    press(page, page.locator(".correction").get_by_role("button", name="Save"))
    expect(page.locator("#p4")).to_contain_text("Notes the report")
    keep(page, "Keep as version 1", "A/C.3/81/L.9")

    follow(page, page.get_by_role("link", name="Bring in a revised text").first)
    bring_in(page, NEW)
    keep(page, "Keep as version 2", "A/C.3/81/L.9/Rev.1")

    follow(page, pages.get_by_role("link", name="Compare"))
    expect(page.get_by_role("list", name="Summary")).to_contain_text("1 moved")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('[data-stop]')")
    press(page, page.get_by_role("link", name="Side by side"))
    expect(page.locator(".sheet")).to_have_class(re.compile("mode-sides"))

    follow(page, page.locator("main a[href$='/report/']").first)
    get = page.get_by_role("link", name=re.compile("^Get the"))
    expect(get).to_be_visible(timeout=30_000)
    with page.expect_download() as handed_out:
        press(page, get)
    assert handed_out.value.suggested_filename.endswith(".pdf")

    follow(page, pages.get_by_role("link", name="People"))
    follow(page, page.get_by_role("button", name="Make a code"))
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}"))

    follow(page, pages.get_by_role("link", name="Write"))
    page.wait_for_selector("[data-ready=yes]")
    reach(page, page.locator(".ProseMirror"))
    page.keyboard.press("Control+End")
    settle(page)
    page.keyboard.type(" Gladly.")
    expect(page.locator("#standing")).to_have_text(SAVED)
    expect(page.locator(".ProseMirror")).to_contain_text("Gladly.")


def bring_in(page: Page, text: str) -> None:
    fill(page, page.get_by_label("paste it here"), text)
    follow(page, page.get_by_role("button", name="Read it"))
    page.wait_for_selector("#review")


def keep(page: Page, button: str, symbol: str) -> None:
    fill(page, page.get_by_label("Symbol"), symbol)
    reach(page, page.get_by_label("Date of the document"))
    page.keyboard.type("06102026")
    follow(page, page.get_by_role("button", name=button))
    expect(page.locator("main")).to_contain_text(symbol)


def test_skip_link_leads_past_the_bar(page: Page) -> None:
    page.goto("/compare/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("mode", ["sides", "changes"])
def test_focus_stays_where_it_was_after_another_layout(
    mode: str, windows: Windows, furnished: Furnished
) -> None:
    with window(windows, furnished, "demo") as page:
        page.goto(f"/drafts/{furnished.places['training']}/compare/1/2/")
        link = page.locator(f".switch a[href*='mode={mode}']")
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(f".sheet.mode-{mode}")
        settle(page)
        assert focused(page) != "BODY"


@pytest.mark.parametrize("piece", ["head", "p4"])
def test_focus_is_in_the_form_that_was_opened_and_on_its_piece_when_it_is_left(
    piece: str, windows: Windows, furnished: Furnished
) -> None:
    with window(windows, furnished, "demo") as page:
        page.goto(f"/readings/{furnished.places['doubted']}/")
        page.locator(f"#{piece} > .correct").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".correction")
        settle(page)
        assert page.evaluate("document.activeElement.closest('.correction') !== null")
        page.locator(".correction").get_by_role("link", name="Leave it").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".correction", state="detached")
        settle(page)
        assert focused(page) != "BODY"


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.tagName")


class TestWithoutScript:
    """A page whose script did not come still reads, compares, reports and downloads."""

    @pytest.fixture
    def bare(self, windows: Windows, furnished: Furnished):
        with window(windows, furnished, "demo", script=False) as page:
            yield page

    def test_a_text_is_read_corrected_and_kept(self, bare: Page) -> None:
        bare.goto("/drafts/new/")
        bare.get_by_label("paste it here").fill(OLD)
        bare.get_by_role("button", name="Read it").click()
        bare.locator("#p4 > .correct").click()
        bare.get_by_label("Text of OP 1").fill("Notes the report;")
        bare.locator(".correction").get_by_role("button", name="Save").click()
        expect(bare.locator("#p4")).to_contain_text("Notes the report")
        bare.get_by_label("Date of the document").fill("2026-10-06")
        bare.get_by_role("button", name="Keep as version 1").click()
        expect(bare.locator(".sheet")).to_contain_text("Notes the report;")

    def test_versions_are_compared_and_the_comparison_is_taken_along(
        self, bare: Page, furnished: Furnished
    ) -> None:
        bare.goto(f"/drafts/{furnished.places['villes']}/compare/1/2/")
        bare.locator(".switch").get_by_role("link", name="Side by side").click()
        expect(bare.locator(".sheet.mode-sides ins").first).to_be_visible()
        bare.locator(".change.added").first.get_by_role("link", name="In one text").click()
        expect(bare.locator(".mode-inline .change.added").first).to_be_in_viewport()
        link = bare.locator("a[href$='report.txt'], a[href$='report.html']").first
        with bare.expect_download() as taken:
            link.click()
        assert taken.value.path().stat().st_size > 0

    def test_a_report_is_got(self, bare: Page, furnished: Furnished) -> None:
        bare.goto(f"/drafts/{furnished.places['villes']}/compare/1/2/report/?form=pdf")
        with bare.expect_download() as got:
            bare.get_by_role("link", name=re.compile("^Get the")).click()
        assert got.value.path().read_bytes().startswith(b"%PDF")

    def test_two_texts_are_compared(self, bare: Page) -> None:
        bare.goto("/compare/")
        old, new = bare.locator("textarea").all()[:2]
        old.fill(OLD)
        new.fill(NEW)
        bare.get_by_role("button", name="Compare", exact=True).click()
        expect(bare.locator(".sheet ins").first).to_be_visible()

    def test_a_paragraph_of_the_live_text_is_edited(self, bare: Page, furnished: Furnished) -> None:
        place = furnished.places
        bare.goto(f"/drafts/{place['training']}/writing/by-forms/?edit={place['paragraph']}")
        bare.locator(".correction textarea").fill("Notes the report;")
        bare.locator(".correction").get_by_role("button", name="Save").click()
        expect(bare.locator(f"[id='{place['paragraph']}']")).to_contain_text("Notes the report;")
