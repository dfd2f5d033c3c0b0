"""The editor by ear, by keyboard, by touch and enlarged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from drafts.models import Draft, User
from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.writing import Opened, agreed, back, cut_off, drafter, settle, write

ENLARGED: ViewportSize = {"width": 320, "height": 256}  # 1280 × 1024 at 400 % (WCAG 1.4.10)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def anna(opened: Opened, facilitator: User) -> Page:
    return opened(facilitator)


def heard(page: Page) -> Callable[[], list[str]]:
    """What is said aloud from now on."""
    page.evaluate(
        """() => {
          window.heard = [];
          const note = () => heard.push(document.getElementById("spoken").textContent);
          new MutationObserver(note).observe(document.getElementById("spoken"), {childList: true});
        }"""
    )
    return lambda: page.evaluate("heard")


def test_says_where_the_caret_is_and_what_became_of_the_paragraph(anna: Page) -> None:
    said = heard(anna)
    write(anna, 3, " and so on")
    anna.keyboard.press("ArrowDown")
    settle(anna)
    anna.keyboard.press("Tab")
    settle(anna)
    anna.keyboard.press("Alt+ArrowUp")
    settle(anna)
    assert said() == ["OP 1", "OP 2", "Now OP 1 (a)", "Now PP 2 (a)"]


def test_says_what_a_person_must_know_and_not_every_word_that_is_saved(anna: Page) -> None:
    write(anna, 3, "")
    said = heard(anna)
    anna.keyboard.type(" and so on")
    back(anna)
    assert said() == []
    cut_off(anna)
    anna.keyboard.type(" at sea")
    back(anna)
    assert [each.split(":")[0] for each in said()] == [
        "Offline",
        "Connected again after less than a minute. Sent of yours",
    ]


def test_says_who_comes_and_goes(anna: Page, opened: Opened, draft: Draft) -> None:
    said = heard(anna)
    ben = opened(drafter(draft, "ben"))
    expect(anna.locator("#spoken")).to_have_text("Also here: Ben (Benin)")
    carla = opened(drafter(draft, "carla"))
    expect(anna.locator("#spoken")).to_have_text("Carla (Benin) came")
    ben.close()
    carla.reload()
    expect(anna.locator("#spoken")).to_have_text("Ben (Benin) left")
    assert said() == ["Also here: Ben (Benin)", "Carla (Benin) came", "Ben (Benin) left"]


def test_tools_are_one_stop_for_the_tab_key(anna: Page) -> None:
    anna.get_by_role("button", name="Undo").focus()
    anna.keyboard.press("ArrowRight")
    expect(anna.get_by_role("button", name="Redo")).to_be_focused()
    anna.keyboard.press("End")
    expect(anna.get_by_role("button", name="Keys")).to_be_focused()
    assert anna.locator("#tools button[tabindex='0']").count() == 1


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["on a desk", "on a phone"])
def test_page_keeps_the_rules_of_accessibility(size: ViewportSize, anna: Page) -> None:
    anna.set_viewport_size(size)
    write(anna, 3, " and so on")
    assert violations(anna, rules=RULES) == []


@pytest.mark.parametrize("size", [PHONE, ENLARGED], ids=["on a phone", "enlarged"])
def test_text_has_the_small_screen_and_every_tool_can_be_reached(size: ViewportSize, anna: Page) -> None:
    anna.set_viewport_size(size)
    anna.locator(".para").nth(4).scroll_into_view_if_needed()
    write(anna, 4, " gladly")
    sheet, window = anna.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert sheet <= window
    covered = anna.locator(".live-bar").bounding_box()
    assert covered
    assert covered["y"] >= 0
    assert covered["height"] <= size["height"] * 0.5
    deeper = anna.get_by_role("button", name="One level down")
    deeper.scroll_into_view_if_needed()
    deeper.click()
    expect(anna.locator(".para").nth(4)).to_have_class("para operative level-2")
    place = anna.locator(".para").nth(4).bounding_box()
    assert place
    assert place["y"] + place["height"] > covered["y"] + covered["height"]


def test_fingers_write_as_keys_do(anna: Page, opened: Opened, draft: Draft) -> None:
    ben = opened(drafter(draft, "ben"))
    anna.set_viewport_size(PHONE)
    write(anna, 4, "")
    for button in ("Note", "Undo", "PP"):
        anna.get_by_role("button", name=button, exact=True).click()
    expect(anna.locator(".ProseMirror")).to_be_focused()
    anna.keyboard.type(" gladly")
    assert (
        agreed(anna, ben)[4].replace(" gladly", "")
        == "Invites Member States to contribute to the trust fund;"
    )
    expect(ben.locator(".ProseMirror")).to_contain_text("gladly")
