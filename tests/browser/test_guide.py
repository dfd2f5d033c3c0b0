"""The guided path as somebody goes it who sees the samples for the first time."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.pages import window
from tests.browser.windows import Windows
from tests.furnished import Furnished


def test_path_leads_from_step_to_step_and_is_skipped(windows: Windows, furnished: Furnished) -> None:
    with window(windows, furnished, "demo") as page:
        page.goto("/")
        path = page.get_by_role("region", name="Two minutes on the samples")
        now = path.locator("[aria-current=step]")
        expect(now).to_contain_text("Read a comparison")
        now.get_by_role("button", name="Open the comparison").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("What changed from A/C.3/81/L.901")
        page.goto("/")
        expect(now).to_contain_text("Step through the changes")
        now.get_by_role("button", name="Done").click()
        expect(path.locator(".done")).to_have_count(4)  # written and reported, the sample has been already
        path.get_by_role("button", name="Skip it").click()
        expect(path).to_have_count(0)
        expect(page.locator("#guide")).to_contain_text("4 of 5 steps done")
        page.get_by_role("button", name="Take it up again").click()
        expect(path.locator(".done")).to_have_count(4)
