"""Two people apart: whatever one does to a paragraph, the words that the other writes in it stay, and in it.

The rows of the table in drafts/decisions/025-apart.md, in real browsers: each with the one who does the
deed offline, and with the one who writes. The popular binding loses or misplaces words in each of the first
five.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from drafts.models import Draft, User
from tests.browser.writing import Opened, agreed, back, cut_off, drafter, settle, write

NOTED = "Takes note of the report of the Secretary-General;"
INVITES = "Invites Member States to contribute to the trust fund;"
REQUESTS = "Requests the Secretary-General to report to it at its next session."
WRITTEN = INVITES + " gladly"
SECOND = 4  # the place of the second operative paragraph, after the enacting words and two preambular ones


def keys(*pressed: str) -> Callable[[Page], None]:
    """What somebody does with the keyboard at the beginning of the second operative paragraph."""

    def do(page: Page) -> None:
        write(page, SECOND, "", "Home")
        for key in pressed:
            page.keyboard.press(key)
            settle(page)

    return do


def take_back(page: Page) -> None:
    """Part the paragraph in two, and take that back."""
    keys(*["ArrowRight"] * 7, "Enter", "Control+z")(page)


ROWS = [
    pytest.param(keys("Tab"), [NOTED, WRITTEN, REQUESTS], id="indents it"),
    pytest.param(keys("Alt+ArrowUp"), [WRITTEN, NOTED, REQUESTS], id="moves it"),
    pytest.param(
        keys("Backspace"), [f"{NOTED} {INVITES}", WRITTEN, REQUESTS], id="joins it to the one before"
    ),
    pytest.param(keys("Shift+ArrowDown", "Delete"), [NOTED, WRITTEN, REQUESTS], id="deletes it"),
    pytest.param(keys("Control+Alt+p"), [NOTED, WRITTEN, REQUESTS], id="makes it preambular"),
    pytest.param(
        keys(*["ArrowRight"] * 7, "Enter"),
        [NOTED, "Invites gladly", INVITES.removeprefix("Invites"), REQUESTS],
        id="parts it in two",
    ),
    pytest.param(
        keys(*["Shift+ArrowRight"] * 7, "Control+i"), [NOTED, WRITTEN, REQUESTS], id="sets words in italics"
    ),
    pytest.param(take_back, [NOTED, WRITTEN, REQUESTS], id="parts it and takes that back"),
]


@pytest.mark.parametrize(("deed", "expected"), ROWS)
@pytest.mark.parametrize("offline", ["who does it", "who writes"])
def test_words_written_while_another(
    deed: Callable[[Page], None],
    expected: list[str],
    offline: str,
    opened: Opened,
    draft: Draft,
    facilitator: User,
) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    apart = anna if offline == "who does it" else ben
    cut_off(apart)
    deed(anna)
    write(ben, SECOND, " gladly")
    back(apart)
    assert agreed(anna, ben)[3:] == expected


def test_four_people_at_two_carets_leave_words_whole(opened: Opened, draft: Draft, facilitator: User) -> None:
    people = [facilitator, *(drafter(draft, name) for name in ("ben", "carla", "dora"))]
    pages = [opened(each) for each in people]
    for at, page in enumerate(pages):
        write(page, 3 + at % 2, " ")
    words = [[f"{sign}{number:02}{sign}" for number in range(15)] for sign in "pqrs"]
    for signs in zip(*(" ".join(each) + " " for each in words), strict=True):
        for page, sign in zip(pages, signs, strict=True):
            page.keyboard.type(sign)
    back(*pages)
    found = " ".join(agreed(*pages)).split()
    whole = [word for each in words for word in each if found.count(word) == 1]
    assert len(whole) >= 59
