"""What axe, which knows the rules by which pages can be used by all, holds against a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "static" / "src" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, *, within: str = "html") -> list[str]:
    """Each rule that something on the page breaks, and where; empty if none. Rules of best practice count.

    ``within`` is a selector, for a part of a page.
    """
    page.evaluate(
        _source()
    )  # as the browser's own tools would: the page's own rules for scripts do not count
    found = page.evaluate("within => axe.run(within, {resultTypes: ['violations']})", within)
    return [
        f"{rule['id']}: {rule['help']}: {node['target'][0]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")
