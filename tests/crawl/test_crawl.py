"""No question, however hostile, breaks a page, comes back as markup, or opens a draft to others."""

from __future__ import annotations

import os

import pytest

from tests.crawl.addresses import addresses
from tests.crawl.crawling import Crawl

TIMES = int(os.environ.get("RAPPORTEUR_CRAWL", "2"))  # questions for each address, by anybody


@pytest.mark.django_db
def test_whatever_is_asked_is_answered_and_nothing_is_given_away() -> None:
    # Always the same questions, unless others are asked for: who changes something else is not to meet them.
    crawl = Crawl(os.environ.get("RAPPORTEUR_SEED", "1"))
    found = [fault for _ in range(TIMES) for address in addresses() for fault in crawl.faults(address)]
    assert found == []
    assert crawl.asked == TIMES * len(addresses())
