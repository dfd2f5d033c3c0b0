"""No question, however hostile, breaks a page, comes back as markup, or opens a draft to others."""

from __future__ import annotations

import os
import time

import pytest

from tests.crawl.crawling import Crawl, addresses
from tests.views.test_access import VIEWERS

pytestmark = pytest.mark.django_db

TIMES = int(os.environ.get("RAPPORTEUR_CRAWL", "1"))  # questions for each address by each viewer


@pytest.mark.parametrize("viewer", VIEWERS)
def test_whatever_is_asked_is_answered_and_nothing_is_given_away(viewer: str) -> None:
    seed = os.environ.get("RAPPORTEUR_SEED") or str(time.time_ns())
    print(f"RAPPORTEUR_SEED={seed}")
    crawl = Crawl(f"{seed} {viewer}")
    found = [
        fault for _ in range(TIMES) for address in addresses() for fault in crawl.faults(address, viewer)
    ]
    assert found == []
    assert crawl.asked == TIMES * len(addresses())
