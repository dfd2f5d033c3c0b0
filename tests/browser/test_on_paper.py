"""Every page prints as a document: what it says, in dark ink, without anything to press."""

from __future__ import annotations

import io

import pypdfium2
from playwright.sync_api import expect

from tests.browser.pages import PAGES, go, window
from tests.browser.windows import Windows
from tests.furnished import Furnished

PRINTED = {
    "draft": "The General Assembly",
    "comparison in one text": "5 edited · 2 added",
    "comparison side by side": "The General Assembly",
    "comparison, changes only": "3 unchanged paragraphs",
    "timeline": "issued",
    "people": "rita",
    "sponsors": "Sweden",
    "history": "General Assembly",
    "reading with doubts": "The General Assembly",
}
UNCHANGED = "prevention of crime rests in the first place with each State"
TO_PRESS = "button, input:not([type=hidden], [readonly]), select, textarea, .bar, .foot, .rail, .switch"


def test_pages_print_what_they_say_and_nothing_to_press(windows: Windows, furnished: Furnished) -> None:
    told = []
    assert PRINTED.keys() <= {shown.name for shown in PAGES}
    with window(windows, furnished, "demo") as page:
        for shown in PAGES:
            if shown.name not in PRINTED:
                continue
            page.emulate_media(color_scheme="dark", media="screen")
            go(page, shown, furnished)
            page.emulate_media(color_scheme="dark", media="print")
            pressed = page.locator(TO_PRESS).evaluate_all(
                "all => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))"
            )
            told += [f"{shown}: {each}" for each in pressed]
            ink = page.evaluate("getComputedStyle(document.querySelector('main')).color")
            told += [] if ink == "rgb(27, 28, 31)" else [f"{shown}: ink is {ink}"]
            if PRINTED[shown.name] not in _words(page.pdf()):
                told.append(f"{shown}: does not say {PRINTED[shown.name]}")
    assert not told, "\n".join(told)


def test_what_was_folded_by_hand_is_printed_and_what_changes_only_leaves_out_is_not(
    windows: Windows, furnished: Furnished
) -> None:
    with window(windows, furnished, "demo") as page:
        page.goto(f"/drafts/{furnished.places['training']}/compare/1/2/")
        page.wait_for_selector("[data-by-script][data-ready]")
        page.keyboard.press("f")
        expect(page.locator(".fold[open]")).to_have_count(0)
        printed = _words(page.pdf())
        assert UNCHANGED in printed
        assert "unchanged paragraph" not in printed
        expect(page.locator(".fold[open]")).to_have_count(0)
        page.keyboard.press("3")
        printed = _words(page.pdf())
        assert UNCHANGED not in printed
        assert "3 unchanged paragraphs" in printed


def _words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join("".join(each.get_textpage().get_text_bounded() for each in document).split())
