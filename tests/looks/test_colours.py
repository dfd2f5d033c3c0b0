"""That everybody can read what is on the page, and tell one kind of change from another."""

from __future__ import annotations

import itertools

import pytest

from tests.looks.colours import SIGHTS, THEMES, contrast, distance, tokens

TEXT, LINES = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
MORE_TEXT = 7.0  # 1.4.6, for those who ask for more contrast
APART = 10.0  # five times what can just be told apart side by side

INKS = ("ink", "quiet", "accent", "alarm", "doubt", "added", "removed", "moved")
GROUNDS = (
    "paper",
    "desk",
    "accent-soft",
    "alarm-soft",
    "doubt-soft",
    "added-soft",
    "removed-soft",
    "moved-soft",
)
LIT = ("ink", "added", "removed")  # what stands in a text, where words of it are lit
KINDS = ("added", "removed", "moved")


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_every_ground(theme: str) -> None:
    colours = tokens(theme)
    pairs = [*itertools.product(INKS, GROUNDS), *((ink, "lit-words") for ink in LIT)]
    pairs += [
        ("on-accent", "accent"),
        *(("on-person", name) for name in colours if name.startswith("person-")),
    ]
    pairs += [("doubt-on-picture", "picture")]
    told = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in told.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_what_bounds_a_field_can_be_seen(theme: str) -> None:
    colours = tokens(theme)
    told = {
        (line, ground): round(contrast(colours[line], colours[ground]), 2)
        for line, ground in itertools.product(("line-strong", "accent", *KINDS), ("paper", "desk"))
    }
    assert {pair: ratio for pair, ratio in told.items() if ratio < LINES} == {}


@pytest.mark.parametrize("theme", THEMES[2:])
def test_who_asks_for_more_contrast_gets_it(theme: str) -> None:
    colours = tokens(theme)
    told = {ink: round(contrast(colours[ink], colours["paper"]), 2) for ink in INKS}
    assert {ink: ratio for ink, ratio in told.items() if ratio < MORE_TEXT} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_kinds_of_change_are_told_apart_by_their_colour_whatever_ones_eyes(theme: str, sight: str) -> None:
    colours = tokens(theme)
    told = {
        (one, other): round(distance(colours[one], colours[other], sight), 1)
        for one, other in itertools.combinations(KINDS, 2)
    }
    assert {pair: apart for pair, apart in told.items() if apart < APART} == {}


def test_the_measure_knows_what_is_confused() -> None:
    """Blue and purple of one lightness are one colour to eyes without green."""
    assert distance("#0b5299", "#63369a", "deuteranopia") < 1 < 10 < distance("#0b5299", "#63369a", "full")
    assert (contrast("#000000", "#ffffff"), contrast("#777777", "#777777")) == (21.0, 1.0)
