"""What the comparison page does for those who have scripts: counts filter, keys work, and nothing jumps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from drafts import actions
from drafts.formats import read
from drafts.models import Draft, User
from tests.browser.conftest import PHONE
from tests.browser.pages import window
from tests.browser.windows import Windows
from tests.browser.writing import Opened
from tests.furnished import Furnished
from tests.texts import NEW

HASHES, IDS = "all => all.map((each) => each.hash)", "all => all.map((each) => each.id)"
# How far things jumped on the page, but for half a second after a key (web.dev/cls).
SHIFTED = """() => new Promise((told) => {
  new PerformanceObserver((list) => {
    told(list.getEntries().reduce((sum, each) => sum + (each.hadRecentInput ? 0 : each.value), 0));
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(0), 300);
})"""
# Of a paragraph over the edge of the window, where its label is: of each that is shown.
LABELS = """() => {
  const labels = [...document.querySelectorAll(".row:not(.change) > .para > .label")];
  return labels.filter((each) => each.parentElement.offsetHeight > 60).slice(-2).map((label) => {
    const bottom = label.parentElement.getBoundingClientRect().bottom;
    scrollBy({ top: bottom - 48, behavior: "instant" });
    return [label.parentElement.getBoundingClientRect().top < 0, label.getBoundingClientRect().top >= 0];
  });
}"""


@pytest.fixture
def compared(opened: Opened, draft: Draft, facilitator: User) -> Page:
    actions.add_version(draft, read(NEW.encode(), "-"), by=facilitator, source=NEW)
    page = opened(facilitator)
    page.goto(f"/drafts/{draft.pk}/compare/1/2/")
    expect(page.locator("[data-filter=moved]")).to_have_attribute("aria-pressed", "false")
    return page


def test_a_count_filters_what_is_shown_and_stepped_to_and_gives_it_back(compared: Page) -> None:
    page = compared
    page.set_viewport_size(PHONE)
    moved = page.locator("[data-filter=moved]")
    moved.focus()
    page.keyboard.press(" ")
    expect(moved).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="1 change shown")).to_have_count(1)
    expect(page.locator(".change:visible")).to_have_count(1)
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator(".here")).to_have_class(re.compile("moved"))
    page.locator("[data-filter=renumbered]").click()
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator(".here")).to_have_count(1)
    moved.click()
    page.keyboard.press("3")
    expect(page.locator(".mode-changes .change:visible")).to_have_count(1)  # on in the other layout, too
    page.keyboard.press("a")
    expect(page.locator(".passed")).to_have_count(0)


def test_all_keys_are_shown_and_the_focus_comes_back(compared: Page) -> None:
    page = compared
    page.locator("[data-filter=moved]").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("copy this change as text")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-filter=moved]")).to_be_focused()


def test_a_change_is_copied_as_text_or_the_refusal_said(compared: Page) -> None:
    page = compared
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.keyboard.press("w")
    page.locator(".change.added").focus()
    page.locator(".change.added .permalink").first.click()
    page.get_by_role("button", name="Copy this change as text").click()
    expect(page.get_by_role("status").filter(has_text="The change is copied")).to_have_count(1)
    assert page.evaluate("window.copied") == (
        "added, OP 2: 2. [inserted: Decides to establish a register of requests for assistance;]"
    )
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error(`no`)))")
    page.keyboard.press("c")
    expect(page.get_by_role("status").filter(has_text="does not let this page copy")).to_have_count(1)


def test_the_paragraph_read_stays_where_it_was_when_the_layout_changes(compared: Page) -> None:
    page = compared
    page.set_viewport_size({"width": 900, "height": 300})
    top = """() => {
      const all = [...document.querySelectorAll(".row")];
      const first = all.find((each) => each.getBoundingClientRect().bottom > 0);
      return [first.id, Math.round(first.getBoundingClientRect().top)];
    }"""
    page.locator(".change.edited").evaluate("(each) => each.scrollIntoView({ block: 'start' })")
    before = page.evaluate(top)
    page.keyboard.press("2")
    expect(page.locator(".mode-sides")).to_be_visible()
    expect(page.locator("[data-filter=moved][aria-pressed]")).to_have_count(1)
    now = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", before[0])
    assert abs(now - before[1]) <= 1
    assert page.evaluate(SHIFTED) <= 0.02


def test_the_why_of_a_change_comes_with_the_focus_and_goes_with_escape(compared: Page) -> None:
    why = compared.locator(".change.moved .why")
    expect(why).to_be_hidden()
    compared.locator(".change.moved .permalink").first.focus()
    compared.keyboard.press("Shift+Tab")
    compared.keyboard.press("Tab")
    expect(why).to_be_visible()
    compared.keyboard.press("Escape")
    expect(why).to_be_hidden()


def test_unchanged_paragraphs_fold_in_one_text(compared: Page) -> None:
    compared.keyboard.press("f")
    expect(compared.locator(".fold > summary").first).to_have_text("1 unchanged paragraph, Enacting words")
    expect(compared.locator(".fold .para:visible")).to_have_count(0)
    expect(compared.locator(".change:visible")).to_have_count(3)
    button = compared.get_by_role("button", name="Fold what is unchanged")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(compared.locator(".fold:not([open])")).to_have_count(0)
    expect(compared.locator(".fold > summary:visible")).to_have_count(0)


def test_enlarged_to_320_pixels_everything_is_there_in_the_readers_language(
    windows: Windows, furnished: Furnished
) -> None:
    with window(windows, furnished, "demo", locale="fr") as page:
        page.set_viewport_size({"width": 320, "height": 256})  # 1280 × 1024 at 400 % (WCAG 1.4.10)
        page.goto(f"/drafts/{furnished.places['training']}/compare/1/2/")
        edited = page.locator("[data-filter=edited][aria-pressed]")
        edited.press(" ")
        expect(page.get_by_role("status").filter(has_text="5 modifications affichées")).to_have_count(1)
        edited.press("a")
        expect(page.locator(".passed")).to_have_count(0)
        for mode in ("sides", "inline"):
            page.locator(f".switch > [data-mode={mode}]").press("Enter")
            expect(page.locator(f".mode-{mode}")).to_have_count(1)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            assert page.evaluate(LABELS) == [[True, True]] * 2
            expect(page.locator(f".switch > [data-mode={mode}]")).to_be_focused()
        linked = {link.removeprefix("#") for link in page.eval_on_selector_all(".rail a", HASHES)}
        assert linked >= set(page.eval_on_selector_all("[data-stop]:not([data-stop=no])", IDS))
        assert page.locator(".ghost a").count() == page.locator(".change.moved").count()
