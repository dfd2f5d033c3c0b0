"""That the walks over all pages miss none."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.browser.pages import PAGES
from tests.views.test_access import ASKED, SIMPLE, World, rows

pytestmark = pytest.mark.django_db

# What stands within another page: names while one types, threads, a report (tests/browser/test_handed_out).
PARTS = {"sponsor-names", "live-threads", "report-page"}


def test_every_page_is_on_the_list_of_pages() -> None:
    """An address that gives a page and is not in ``tests/browser/pages.py`` is looked at by nobody."""
    world = World()
    world.make_reports()
    missing = {row.address for row in rows()} - {shown.address for shown in PAGES} - PARTS
    assert {name for name in missing if _is_page(world, name)} == set()


def test_names_of_pages_are_told_apart() -> None:
    names = [shown.name for shown in PAGES]
    assert sorted(set(names)) == sorted(names)


def _is_page(world: World, name: str) -> bool:
    """Whether it gives a facilitator something to look at, not a file, a way on or a refusal."""
    asked = ASKED.get(name, SIMPLE)
    args = asked.args(world, "facilitator", "drafting")
    answer = world.client("facilitator").get(reverse(name, args=args), world.query)
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
