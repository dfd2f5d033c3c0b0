"""Where one writes stays where one writes, whatever others do around it, and while signs are composed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Page, expect

from drafts.models import Draft, User
from tests.browser.writing import WORDS, Opened, agreed, back, drafter, settle, write

INVITES = "Invites Member States to contribute to the trust fund;"


@pytest.fixture
def anna(opened: Opened, facilitator: User) -> Page:
    """Anna, with her caret behind the word "Invites"."""
    page = opened(facilitator)
    put(page, 7)
    return page


@pytest.fixture
def ben(opened: Opened, draft: Draft) -> Page:
    return opened(drafter(draft, "ben"))


def put(page: Page, offset: int) -> None:
    write(page, 4, "", "Home")
    for _ in range(offset):
        page.keyboard.press("ArrowRight")
        settle(page)


def seen(page: Page, words: str) -> None:
    page.wait_for_function(f"words => ({WORDS})().join('\\n').includes(words)", arg=words)


def test_caret_stays_between_its_words(anna: Page, ben: Page) -> None:
    write(ben, 4, "Also ", "Home")
    seen(anna, "Also Invites")
    anna.keyboard.type(" all")
    write(ben, 4, " gladly")
    seen(anna, "fund; gladly")
    anna.keyboard.type(" the")
    write(ben, 2, "Also ", "Home")
    seen(anna, "Also Bearing")
    anna.keyboard.type(" good")
    assert agreed(anna, ben)[4] == "Also Invites all the good" + INVITES.removeprefix("Invites") + " gladly"


def test_caret_goes_with_its_paragraph(anna: Page, ben: Page) -> None:
    write(ben, 4, "", "Home")
    ben.keyboard.press("Alt+ArrowUp")
    seen(anna, f"countries,\n{INVITES}")
    anna.keyboard.type(" all")
    ben.keyboard.press("Alt+ArrowUp")
    seen(anna, "2005,\nInvites all Member")
    anna.keyboard.type(" the")
    ben.keyboard.press("Tab")
    expect(anna.locator(".ProseMirror .para").nth(2)).to_have_class("para operative level-2")
    anna.keyboard.type(" good")
    assert agreed(anna, ben)[2] == "Invites all the good" + INVITES.removeprefix("Invites")


def test_caret_of_another_is_where_they_write(anna: Page, ben: Page) -> None:
    put(ben, 14)
    caret = anna.locator(".caret")
    before = "node => { const all = document.createRange(); all.selectNodeContents(node.parentNode); " + (
        "all.setEndBefore(node); return all.toString() }"
    )
    expect(caret).to_have_text("Ben")
    assert caret.evaluate(before) == "Invites Member"
    ben.keyboard.type(" and other")
    seen(anna, "Member and other States")
    assert caret.evaluate(before) == "Invites Member and other"


class TestComposition:
    """Signs put together by an input method, as Chinese and accents are, while another writes beside them."""

    @pytest.fixture
    def method(self, anna: Page) -> Iterator[CDPSession]:
        devtools = anna.context.new_cdp_session(anna)
        yield devtools
        devtools.detach()

    def compose(self, method: CDPSession, signs: str) -> None:
        method.send(
            "Input.imeSetComposition",
            {"text": signs, "selectionStart": len(signs), "selectionEnd": len(signs)},
        )

    @pytest.mark.parametrize("key", ["Home", "End"])
    def test_outlasts_what_another_writes_in_the_paragraph(
        self, key: str, anna: Page, ben: Page, method: CDPSession
    ) -> None:
        self.compose(method, "に")
        write(ben, 4, "xyz", key)
        self.compose(method, "にほ")
        ben.keyboard.type("abc")
        seen(anna, "xyzabc")
        self.compose(method, "にほん")
        method.send("Input.insertText", {"text": "日本"})
        back(anna, ben)
        text = "Invites日本" + INVITES.removeprefix("Invites")
        assert agreed(anna, ben)[4] == ("xyzabc" + text if key == "Home" else text + "xyzabc")

    def test_outlasts_that_the_paragraph_moves(self, anna: Page, ben: Page, method: CDPSession) -> None:
        self.compose(method, "に")
        write(ben, 4, "", "Home")
        ben.keyboard.press("Alt+ArrowUp")
        seen(ben, "countries,\nInvites")
        method.send("Input.insertText", {"text": "日本"})
        back(anna, ben)
        assert "日本" in "".join(agreed(anna, ben)[3:5])

    def test_outlasts_what_another_writes_elsewhere(self, anna: Page, ben: Page, method: CDPSession) -> None:
        self.compose(method, "に")
        write(ben, 1, "xyz ", "Home")
        seen(anna, "xyz Recalling")
        self.compose(method, "にほん")
        method.send("Input.insertText", {"text": "日本"})
        back(anna, ben)
        assert agreed(anna, ben)[4] == "Invites日本" + INVITES.removeprefix("Invites")
