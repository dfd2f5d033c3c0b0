"""Every page, in every state of the samples, by day and night, wide and narrow, from the left and the right.

One load of a page answers for all of it: the colours and the width change under it, and of the rules only
those are asked again that colours or width can break. All rules in all looks, which takes four times as
long: ``RAPPORTEUR_LOOKS=all pytest tests/browser/test_every_page.py``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, product
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import ConsoleMessage, Error, Page

from tests.browser.axe import violations
from tests.browser.pages import PAGES, Shown, go, session, window
from tests.browser.windows import Windows
from tests.furnished import Furnished

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
OF_WIDTH = ["target-size", "scrollable-region-focusable"]
NARROWEST = 320  # pixels: 1280 at 400 % (WCAG 1.4.10)


class Spoken(NamedTuple):
    locale: str
    direction: str


LANGUAGES = {"en": Spoken("en-GB", "ltr"), "ar": Spoken("ar", "rtl")}
PARTS = 8  # so that several processes share the way


class Look(NamedTuple):
    """How a page is looked at: its colours, its width, what is asked."""

    colours: str
    width: int
    rules: list[str]


# The first look, at all rules, is by day in one language and by night in the other. Colours are asked once
# more, at the narrowest: they are the same in both languages, and what lies over what is a matter of width.
LOOKS = {
    "en": (
        Look("light", 1280, RULES),
        Look("dark", 390, [*OF_COLOUR, *OF_WIDTH]),
        Look("dark", 768, OF_WIDTH),
    ),
    "ar": (Look("dark", 1280, RULES), Look("dark", 390, OF_WIDTH), Look("dark", 768, OF_WIDTH)),
}
if os.environ.get("RAPPORTEUR_LOOKS") == "all":
    EVERY = tuple(Look(*each, RULES) for each in product(("light", "dark"), (1280, 768, 390)))
    LOOKS = dict.fromkeys(LANGUAGES, EVERY)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_can_be_used_by_all(
    language: str, part: int, windows: Windows, furnished: Furnished, settings: Any
) -> None:
    settings.PATIENCE = 0  # what is not made yet is shown as it is being made
    told: list[str] = []
    share = sorted(PAGES, key=lambda shown: shown.who)[part::PARTS]
    with (
        window(windows, furnished, "nobody", locale=LANGUAGES[language].locale) as page,
        listening(page) as heard,
    ):
        for who, pages in groupby(share, key=lambda shown: shown.who):
            windows.sign_in(page, session(furnished, who))
            for shown in pages:
                found = _looked_at(page, shown, furnished, language)
                found += [said for said in heard if f"status of {shown.status} " not in said]
                heard.clear()
                told += [f"{shown}: {each}" for each in found]
    assert not told, "\n".join(told)


@contextmanager
def listening(page: Page) -> Iterator[list[str]]:
    """What the browser's console will say: of a refusal that a page is, too."""
    heard: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if said.type != "verbose":  # advice that the console shows to nobody who does not ask for it
            heard.append(f"console: {said.type}: {said.text} ({said.location['url']})")

    def stumble(error: Error) -> None:
        heard.append(f"script: {error}")

    page.on("console", hear)
    page.on("pageerror", stumble)
    yield heard
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", stumble)


def _looked_at(page: Page, shown: Shown, furnished: Furnished, language: str) -> list[str]:
    """What is wrong with a page."""
    _turn(page, LOOKS[language][0])
    status = go(page, shown, furnished)
    told = [f"answered {status}"] if status != shown.status else []
    spoken = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    if spoken != [language, LANGUAGES[language].direction]:
        told.append(f"is in {spoken}")
    for look in LOOKS[language]:
        _turn(page, look)
        page.evaluate("scrollTo(0, 0)")  # where the bar above lies over nothing
        told += [f"{look.colours} at {look.width}: {each}" for each in violations(page, rules=look.rules)]
    return told + _too_wide(page)


def _turn(page: Page, look: Look) -> None:
    page.emulate_media(color_scheme=look.colours)
    page.set_viewport_size({"width": look.width, "height": 900})


def _too_wide(page: Page) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide <= NARROWEST:
        return []
    widest = page.evaluate(
        """(most) => [...document.querySelectorAll("body *")]
          .map((each) => [each, each.getBoundingClientRect()])
          .filter(([each, place]) => place.right > most || place.left < 0)
          .slice(0, 4).map(([each]) => each.outerHTML.slice(0, 120))""",
        NARROWEST,
    )
    return [f"scrolls sideways at {NARROWEST}: {wide} wide: {widest}"]
