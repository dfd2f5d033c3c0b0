"""Discussing the live text: threads beside their words, followed while people write, heard by all at once."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from drafts.models import Draft, User
from tests.browser.conftest import PHONE
from tests.browser.writing import SAVED, Opened, drafter, write

WORDS = "report"


def select(page: Page, number: int, words: str) -> None:
    """Select words of a paragraph (from 0) with the mouse, as anybody may who reads."""
    page.locator(".ProseMirror .para").nth(number).scroll_into_view_if_needed()
    box = page.evaluate(
        """([number, words]) => {
          const para = document.querySelectorAll(".ProseMirror .para")[number];
          const walker = document.createTreeWalker(para, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); ) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            const { left, right, top, height } = range.getBoundingClientRect();
            return { left, right, y: top + height / 2 };
          }
        }""",
        [number, words],
    )
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["y"], steps=4)
    page.mouse.up()


def begin(page: Page, number: int, words: str, said: str) -> None:
    select(page, number, words)
    page.get_by_role("button", name="Discuss").click()
    page.get_by_label("Your remark").fill(said)
    page.get_by_role("button", name="Begin").click()


def test_a_delegate_discusses_words_and_all_see_it_beside_them_and_answer(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    anna, dora = opened(facilitator), opened(drafter(draft, "dora", "delegate"))
    begin(dora, 3, WORDS, "Which one?")
    for page in (anna, dora):
        card = page.locator(".live-threads .thread")
        expect(card).to_contain_text("Which one?")
        expect(card.locator("[data-go]")).to_have_text("OP 1")
        expect(page.locator(".discussed")).to_have_text(WORDS)
    words, card = anna.locator(".discussed").bounding_box(), anna.locator(".thread").bounding_box()
    assert words
    assert card
    assert abs(words["y"] - card["y"]) < 60
    dora.get_by_label("Answer").fill("still typing")
    write(anna, 3, "Again ", "Home")
    anna.get_by_label("Answer").fill("The last.")
    anna.get_by_role("button", name="Answer").click()
    expect(dora.locator(".thread")).to_contain_text("The last.")
    expect(dora.get_by_label("Answer")).to_have_value("still typing")
    expect(dora.locator(".discussed")).to_have_text(WORDS)
    anna.get_by_role("button", name="Resolve").click()
    for page in (anna, dora):
        expect(page.locator(".thread")).to_have_count(0)
        expect(page.locator(".discussed")).to_have_count(0)
    expect(dora.locator("[data-threads-foot]")).to_contain_text("1 resolved")


def test_words_taken_out_leave_their_thread_which_says_so_and_goes_into_the_next_version(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    page = opened(facilitator)
    begin(page, 3, WORDS, "Which one?")
    expect(page.locator(".discussed")).to_have_text(WORDS)
    select(page, 3, WORDS)
    page.keyboard.press("Delete")
    expect(page.locator(".thread")).to_contain_text("gone from the text")
    expect(page.locator(".thread q")).to_have_text(WORDS)
    page.keyboard.press("Control+z")
    write(page, 4, " gladly")
    expect(page.locator("#standing")).to_have_text(SAVED)
    page.goto(f"/drafts/{draft.pk}/discussion/")
    expect(page.locator("main")).to_contain_text("In the live text")
    page.get_by_role("link", name="OP 1").click()
    page.get_by_role("button", name="Issue it as a version").click()
    page.get_by_label("Symbol").fill("A/C.3/61/L.8")
    page.get_by_role("button", name="Keep as version 2").click()
    expect(page.get_by_role("status").first).to_contain_text("is kept as version 2")
    expect(page.locator(".discussion .thread")).to_contain_text("Which one?")


def test_on_a_phone_the_threads_are_a_list_from_below(opened: Opened, facilitator: User) -> None:
    page = opened(facilitator)
    page.set_viewport_size(PHONE)
    begin(page, 3, WORDS, "Which one?")
    listed = page.locator("#live-threads")
    expect(listed).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(listed).to_be_hidden()
    page.locator(".discussed").click()
    expect(listed).to_be_visible()
    page.get_by_role("button", name="OP 1").click()
    expect(listed).to_be_hidden()
    expect(page.locator(".discussed-here")).to_be_in_viewport()
