"""Finding words while writing, and finding people: where they are, and staying with them."""

from __future__ import annotations

from playwright.sync_api import expect

from drafts.models import Draft, User
from tests.browser.writing import Opened, drafter, write


def test_words_are_found_while_writing_and_the_caret_is_where_it_was(
    opened: Opened, facilitator: User
) -> None:
    page = opened(facilitator)
    write(page, 3, "")
    page.keyboard.press("Control+f")
    page.get_by_label("Find", exact=True).fill("THE")
    lit = page.locator(".found")
    count = page.locator("#find output")
    expect(count).to_contain_text("of")
    many = lit.count()
    assert many > 1
    page.keyboard.press("Enter")
    expect(page.locator(".found-here")).to_have_count(1)
    page.get_by_label("Find", exact=True).fill("no such words")
    expect(count).to_have_text("Not in this text")
    page.keyboard.press("Escape")
    expect(lit).to_have_count(0)
    page.keyboard.type(" in full")
    expect(page.locator(".ProseMirror .para").nth(3)).to_contain_text("in full")


def test_one_goes_where_somebody_is_and_follows_them_until_one_writes(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    write(ben, 2, "")
    anna.get_by_role("button", name="Ben (Benin)").click()
    expect(anna.locator("#following")).to_contain_text("Following Ben")
    expect(anna.get_by_role("button", name="Ben (Benin)")).to_have_attribute("aria-pressed", "true")
    anna.set_viewport_size({"width": 1280, "height": 300})
    write(ben, 5, "")
    expect(anna.locator(".caret")).to_be_in_viewport()
    anna.locator(".ProseMirror .para").nth(5).click()
    anna.keyboard.type("x")
    expect(anna.locator("#following")).to_contain_text("follow nobody")
    expect(anna.get_by_role("button", name="Ben (Benin)")).to_have_attribute("aria-pressed", "false")


def test_keys_are_told_by_a_button(opened: Opened, facilitator: User) -> None:
    page = opened(facilitator)
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog")).to_contain_text("a new paragraph")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
