from __future__ import annotations

from dataclasses import replace

from drafts.core.amendments import amended_symbol
from tests.builders import op, resolution

AMENDING = resolution(
    op("In paragraph 3 of A/80/L.99, delete “all”."),
    symbol="A/80/L.19",
    submitted="Italy: amendment (A/80/L.19) to draft resolution A/80/L.18.",
    proposal="amendment",
)


def test_an_amendment_names_the_symbol_it_amends() -> None:
    assert amended_symbol(AMENDING) == "A/80/L.18"


def test_its_head_goes_before_its_instructions() -> None:
    assert amended_symbol(replace(AMENDING, submitted="")) == "A/80/L.99"


def test_other_texts_amend_nothing() -> None:
    assert amended_symbol(replace(AMENDING, proposal="draft")) == ""
