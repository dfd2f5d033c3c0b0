"""Comparisons that are kept beside their versions, and never taken where something else went into them."""

from collections.abc import Iterator

import pytest

from drafts import actions
from drafts.core import compare
from drafts.core.comparison import Comparison
from drafts.models import Draft, KeptComparison, User, Version
from drafts.queries import comparisons
from drafts.queries.comparisons import pairings_between, report_of
from tests.builders import op, resolution

pytestmark = pytest.mark.django_db

Pair = tuple[Version, Version]

RIVERS = "Urges riparian States to publish the levels of their rivers within the hour;"


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    """As a server that was started anew: it remembers nothing."""
    comparisons._between.cache_clear()
    yield
    comparisons._between.cache_clear()


@pytest.fixture
def pair(draft: Draft, italy: User) -> Pair:
    actions.add_version(draft, resolution(op(RIVERS), op("Decides.")), by=italy)
    actions.add_version(draft, resolution(op(RIVERS.replace("hour", "day")), op("Decides.")), by=italy)
    _, old, new = Version.objects.filter(draft=draft).order_by("number")
    comparisons._between.cache_clear()
    return old, new


def asked(pair: Pair) -> Comparison:
    return report_of(*pair, list(pairings_between(*pair))).comparison


def test_a_version_that_was_issued_is_compared_with_the_one_before_already(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = pair
    monkeypatch.setattr(comparisons, "compare", None)  # whoever compares from now on, fails
    assert asked(pair) == compare(old.resolution(), new.resolution())


def test_a_decision_by_hand_is_obeyed_and_kept_until_it_is_taken_back(
    pair: Pair, italy: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = pair
    first, last = old.resolution(), new.resolution()
    before = asked(pair)
    keys = {"old_keys": [first.paragraphs[0].id], "new_keys": [last.paragraphs[0].id]}
    decision = actions.make_pairing(old, new, by=italy, together=False, **keys)
    comparisons._between.cache_clear()
    with monkeypatch.context() as idle:
        idle.setattr(comparisons, "compare", None)
        assert [change.kind for change in asked(pair).changes] == ["removed", "added", "unchanged"]
    actions.take_back_pairing(decision, by=italy)
    comparisons._between.cache_clear()
    monkeypatch.setattr(comparisons, "compare", None)
    assert asked(pair) == before


def test_what_another_program_made_is_not_taken(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    KeptComparison.objects.update(packed=b"of another program")
    monkeypatch.setattr(comparisons, "program", lambda: "Rapporteur 99 (0)")
    assert asked(pair) == compare(pair[0].resolution(), pair[1].resolution())


def test_a_damaged_one_is_worked_out_anew(pair: Pair) -> None:
    KeptComparison.objects.update(packed=b"damaged")
    assert asked(pair) == compare(pair[0].resolution(), pair[1].resolution())


def test_two_versions_have_one_kept_comparison_however_often_they_are_paired(pair: Pair, italy: User) -> None:
    keys = {"old_keys": [pair[0].resolution().paragraphs[0].id], "new_keys": []}
    actions.take_back_pairing(actions.make_pairing(*pair, by=italy, together=True, **keys), by=italy)
    assert KeptComparison.objects.filter(old=pair[0], new=pair[1]).count() == 1
