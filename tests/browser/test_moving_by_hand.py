"""By hand: dragging a paragraph by its name; choosing an opening phrase while typing one."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from drafts.models import User
from tests.browser.writing import Opened, paragraphs, write


def carry(page: Page, number: int, to: int) -> None:
    """Take a paragraph (from 0) by its name and hold it over another."""
    page.locator(".ProseMirror .para").nth(number).hover()
    handle = page.locator(".drag-handle").bounding_box()
    target = page.locator(".ProseMirror .para").nth(to).bounding_box()
    assert handle
    assert target
    page.mouse.move(handle["x"] + 10, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(handle["x"] + 12, target["y"] + 2, steps=6)


def test_paragraph_is_dragged_by_its_name_and_escape_leaves_it(opened: Opened, facilitator: User) -> None:
    page = opened(facilitator)
    before = paragraphs(page)
    carry(page, 5, 3)
    expect(page.locator(".drop-line")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".drop-line")).to_be_hidden()
    page.mouse.up()
    assert paragraphs(page) == before
    carry(page, 5, 3)
    page.mouse.up()
    expect(page.locator(".ProseMirror .para").nth(3)).to_contain_text("Requests")
    expect(page.locator(".ProseMirror .para").nth(3)).to_have_attribute("data-label", "1.")
    assert sorted(paragraphs(page)) == sorted(before)


def test_opening_phrase_is_chosen_with_keys_and_tab_keeps_its_meaning(
    opened: Opened, facilitator: User
) -> None:
    page = opened(facilitator)
    write(page, 3, "")
    page.wait_for_timeout(50)  # a browser tells of a caret that moved a moment later
    page.keyboard.press("Enter")
    page.keyboard.type("Enc")
    offered = page.get_by_role("listbox", name="Opening phrases")
    expect(offered).to_contain_text("Encourages")
    added = page.locator(".ProseMirror .para").nth(4)
    page.keyboard.press("ArrowDown")
    expect(offered.get_by_role("option", selected=True)).to_have_text("Encourages")
    expect(page.locator(".ProseMirror")).to_have_attribute("aria-activedescendant", "opener-suggestions-0")
    page.keyboard.press("Tab")
    expect(offered).to_be_hidden()
    page.keyboard.type("all;")
    expect(added).to_have_text("Encourages all;")
    expect(added.locator("i")).to_have_text("Encourages")
    expect(added).to_have_attribute("data-level", "1")
    page.keyboard.press("Enter")
    page.keyboard.type("Req")
    expect(offered).to_be_visible()
    page.keyboard.press("Tab")  # nothing is chosen: a level deeper, as ever
    expect(page.locator(".ProseMirror .para").nth(5)).to_have_attribute("data-level", "2")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("u")
    page.keyboard.press("Escape")
    expect(offered).to_be_hidden()
    page.keyboard.type("e")
    expect(offered).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror .para").nth(5)).to_have_text("Reque")


def test_finger_drags_a_paragraph_by_its_name_and_scrolls_elsewhere(
    opened: Opened, facilitator: User
) -> None:
    page = opened(facilitator)
    before = paragraphs(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    screen = {"width": 390, "height": 500, "deviceScaleFactor": 1, "mobile": True}
    devtools.send("Emulation.setDeviceMetricsOverride", screen)

    def finger(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in places]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def stroke(x: float, start: float, end: float) -> None:
        finger("touchStart", (x, start))
        for step in range(1, 9):
            finger("touchMove", (x, start + (end - start) * step / 8))
            page.wait_for_timeout(20)
        finger("touchEnd")

    fifth = page.locator(".ProseMirror .para").nth(4)
    fifth.scroll_into_view_if_needed()
    place = fifth.bounding_box()
    assert place
    finger("touchStart", (place["x"] + 80, place["y"] + 10))
    finger("touchEnd")
    handle = page.locator(".drag-handle")
    expect(handle).to_be_visible()
    name, target = handle.bounding_box(), page.locator(".ProseMirror .para").nth(3).bounding_box()
    assert name
    assert target
    stroke(name["x"] + name["width"] / 2, name["y"] + 10, target["y"] + 2)
    expect(page.locator(".ProseMirror .para").nth(3)).to_have_text(before[4])
    assert sorted(paragraphs(page)) == sorted(before)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    stroke(300, 400, 150)
    page.wait_for_function("scrollY > 100")
    assert sorted(paragraphs(page)) == sorted(before)
    page.context.close()  # nobody else gets that screen
