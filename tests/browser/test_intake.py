"""Bringing files in and looking over what was read, as a delegate does it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from drafts.actions import intake
from drafts.management.worker import working
from drafts.models import Settlement
from tests.browser.conftest import DESKTOP, PHONE
from tests.lookalikes.making import lookalike
from tests.lookalikes.typesetting import pdf
from tests.slow import read_slowly
from tests.texts import NEW, OLD

DROP = """
([target, files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  const at = document.querySelector(target);
  const options = { dataTransfer: data, bubbles: true, cancelable: true };
  at.dispatchEvent(new DragEvent("dragover", options));
  at.dispatchEvent(new DragEvent("drop", options));
}
"""


def drop(page: Page, target: str, *files: tuple[str, str]) -> None:
    page.evaluate(DROP, [target, files])


def doubtful_pdf() -> bytes:
    """A draft of several pages in which an operative number is left out."""
    return pdf(lookalike(1, "draft", ("jumping-numbers",)))


def test_two_dropped_files_are_compared_and_can_be_swapped(page: Page) -> None:
    page.goto("/")
    drop(page, "h1", ("new.txt", f"A/80/L.3/Rev.1\n\n{NEW}"), ("old.txt", f"A/80/L.3\n\n{OLD}"))
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("What changed from A/80/L.3 to A/80/L.3/Rev.1")
    expect(page.locator(".order")).to_contain_text("A/80/L.3/Rev.1 is the later one")
    expect(page.locator(".change.moved")).to_be_visible()
    page.get_by_role("button", name="Swap old and new").click()
    expect(heading).to_have_text("What changed from A/80/L.3/Rev.1 to A/80/L.3")
    page.get_by_role("button", name="Side by side").click()
    expect(page.locator(".mode-sides")).to_be_visible()


def test_what_is_too_large_is_said_before_it_travels(page: Page) -> None:
    page.goto("/")
    page.evaluate("document.querySelector('.two-files').dataset.maxBytes = 100")
    drop(page, "h1", ("old.txt", OLD), ("new.txt", NEW))
    expect(page.get_by_role("alert")).to_contain_text("old.txt has 0.0 MB; one file may have")
    drop(page, ".two-files", ("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c"))
    expect(page.get_by_role("alert")).to_contain_text("These are 3 files; 2 can be brought in at once.")


def test_files_dropped_on_the_form_are_a_chain(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    drop(page, "h1", ("new.txt", f"A/80/L.3/Rev.1\n\n{NEW}"), ("old.txt", f"A/80/L.3\n\n{OLD}"))
    page.get_by_role("button", name="Read it").click()
    chain = page.get_by_role("navigation", name="Brought in together")
    expect(chain.get_by_role("listitem")).to_have_text(
        [re.compile("^A/80/L.3 "), re.compile("^A/80/L.3/Rev.1 ")]
    )
    page.get_by_role("button", name="Keep as version 1").click()
    page.get_by_role("button", name="Keep as version 2").click()
    expect(page.get_by_role("status").first).to_contain_text("is kept as version 2")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_doubt_of_a_pdf_is_settled_by_keyboard_beside_its_page(
    signed_in_page: Page, viewport: ViewportSize
) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    page.locator("input[type=file]").set_input_files(
        {"name": "draft.pdf", "mimeType": "application/pdf", "buffer": doubtful_pdf()}
    )
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/readings/**")
    expect(page.locator(".doubt-count")).to_contain_text("1 of 1 doubt left")
    expect(page.locator(".source-page img").first).to_have_js_property("complete", True)
    assert page.evaluate("document.querySelector('.source-page img').naturalWidth") > 0
    page.keyboard.press("n")
    expect(page.locator("form.doubt")).to_be_focused()
    marked = page.locator(".spot.doubted.here")
    expect(marked).to_have_count(1)
    expect(page.locator(".spot.lit").first).to_be_attached()
    if viewport == DESKTOP:
        expect(marked).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Enter")
    expect(page.locator(".doubt-count")).to_contain_text("All settled.")
    assert Settlement.objects.get().settled_by.username == "delegate"
    page.reload()
    page.get_by_text("1 settled").click()
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".doubt-count")).to_contain_text("1 of 1 doubt left")


def test_a_place_is_read_otherwise_by_one_key_and_corrected_by_another(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    text = OLD.replace("report to it", "report on 1986 to it") + "\n____________\n6 A/61/182.\n"
    page.get_by_label("paste it here").fill(text)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/readings/**")  # until its scripts are there, too
    current = page.locator("form.doubt.here")
    count = page.locator("form.doubt").count()
    page.keyboard.press("n")
    for _ in range(count - 1):
        if "1986" in current.inner_text():
            break
        page.keyboard.press("j")
    expect(current).to_contain_text("“1986” was read as “198” and note 6.")
    expect(page.locator(".source-line .doubted.here")).to_contain_text("1986")
    page.keyboard.press("1")
    expect(page.locator(".para.operative").last).to_contain_text("report on 1986 to it")
    expect(page.locator("form.doubt")).to_have_count(count - 1)
    page.keyboard.press("p")
    page.keyboard.press("e")
    expect(page.locator(".correction textarea")).to_be_focused()


def test_a_long_reading_can_be_left_and_come_back_to(
    signed_in_page: Page, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    page = signed_in_page
    settings.PATIENCE = 0.2  # type: ignore[attr-defined]
    monkeypatch.setattr(intake, "read_brought", read_slowly)
    with working():
        page.goto("/drafts/new/")
        page.locator("input[type=file]").set_input_files(
            {"name": "long.txt", "mimeType": "text/plain", "buffer": OLD.encode()}
        )
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Reading long.txt")
        expect(page.get_by_role("main").get_by_role("status")).to_contain_text(
            re.compile(r"Page \d+ of 30"), timeout=30_000
        )
        page.goto("/")
        page.get_by_role("link", name="long.txt").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Look over your text", timeout=60_000)
        expect(page.locator(".para.operative")).to_have_count(3)
