"""What axe, which knows the rules by which pages can be used by all, holds against a page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

PATIENCE = 60_000  # milliseconds; it takes less than one in a hundred of that
_RUN = """([within, options, patience]) => Promise.race([
  axe.run(within, options),
  new Promise((_, refuse) => setTimeout(() => refuse(new Error("axe did not come to an end")), patience)),
])"""
AXE = Path(__file__).parents[2] / "static" / "src" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, *, within: str = "html", rules: Sequence[str] = ()) -> list[str]:
    """Each rule that something on the page breaks, and where; empty if none. Rules of best practice count.

    ``within`` is a selector, for a part of a page; ``rules`` are those that count, or their tags, if not all.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(
            _source()
        )  # as the browser's own tools would: the page's rules for scripts do not count
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = page.evaluate(_RUN, [within, options, PATIENCE])
    return [
        f"{rule['id']}: {rule['help']}: {node['target'][0]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@cache
def _source() -> str:
    """Where it is not, the test is skipped; on CI it fails."""
    if not AXE.is_file():
        absent = "axe is not here: manage.py test installs it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(absent)
    return AXE.read_text(encoding="utf-8")
