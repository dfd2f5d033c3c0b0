"""Reports as a delegate makes them: choose, see, get; and of a whole committee at once."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, ViewportSize, expect

from drafts import actions
from drafts.formats import read
from drafts.management.worker import working
from drafts.models import Draft, User
from tests.browser.conftest import DESKTOP, PHONE
from tests.texts import NEW, OLD


@pytest.fixture
def draft(person: User) -> Draft:
    draft = actions.start_draft(read(f"A/C.3/61/L.8\n\n{OLD}".encode(), "-"), by=person, source=OLD)
    actions.add_version(draft, read(f"A/C.3/61/L.8/Rev.1\n\n{NEW}".encode(), "-"), by=person)
    return draft


def got(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_options_are_chosen_the_report_is_seen_and_its_file_says_what_was_seen(
    signed_in_page: Page, draft: Draft, viewport: ViewportSize
) -> None:
    page = signed_in_page
    page.goto(f"/drafts/{draft.pk}/compare/1/2/")
    page.get_by_role("link", name="make a report").click()
    picture = page.get_by_role("img", name="Page 1 of the PDF")
    expect(picture).to_have_js_property("complete", True)
    assert page.evaluate("document.querySelector('.sheets img').naturalWidth") == 800
    page.get_by_label("Form").select_option("text")
    shown = page.locator(".report-text")
    expect(shown).to_contain_text("Decides to establish a register")
    page.get_by_label("What it shows").select_option("summary")
    expect(shown).not_to_contain_text("Decides to establish a register")
    page.get_by_label("Cover sheet").check()
    expect(shown).to_contain_text("SHA-256")
    expect(page).to_have_url(re.compile(r"report/\?form=text&show=summary&labels=en&cover=yes$"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Get the text").click()
    assert downloading.value.suggested_filename == "A_C.3_61_L.8 to A_C.3_61_L.8_Rev.1.txt"
    assert got(downloading.value).decode().split() == shown.inner_text().split()
    page.reload()
    expect(page.get_by_label("Cover sheet")).to_be_checked()


def test_a_keyboard_alone_chooses_and_gets_a_report(signed_in_page: Page, draft: Draft) -> None:
    page = signed_in_page
    page.goto(f"/drafts/{draft.pk}/compare/1/2/report/?form=csv")
    page.get_by_label("What it shows").focus()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("What it shows")).to_be_focused()
    expect(page).not_to_have_url(re.compile("form=csv$"))
    link = page.get_by_role("link", name="Get the table")
    link.focus()
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    assert got(downloading.value).startswith(b"\xef\xbb\xbf")


def test_a_committee_is_reported_on_while_one_does_something_else(
    signed_in_page: Page, draft: Draft, person: User
) -> None:
    page = signed_in_page
    other = actions.start_draft(read(f"A/C.3/61/L.9\n\n{OLD}".encode(), "-"), by=person, source=OLD)
    actions.add_version(other, read(f"A/C.3/61/L.9/Rev.1\n\n{NEW}".encode(), "-"), by=person)
    with working():
        page.goto("/find/?body=A/C.3")
        page.get_by_role("link", name="Reports of what changed").click()
        page.get_by_label("PDF").uncheck()
        page.get_by_role("button", name="Make them").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Reports of 2 drafts")
        link = page.get_by_role("link", name="Get the zip")
        expect(link).to_be_visible(timeout=60_000)
    expect(page.get_by_role("row", name="A/C.3/61/L.9/Rev.1")).to_contain_text("1 moved")
    with page.expect_download() as downloading:
        link.click()
    with zipfile.ZipFile(io.BytesIO(got(downloading.value))) as archive:
        assert sorted(name.partition(" ")[0] for name in archive.namelist()) == [
            "001", "002", "index.csv", "index.html",
        ]  # fmt: skip
