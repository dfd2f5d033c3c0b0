import datetime

import pytest

from drafts import actions
from drafts.core.errors import ClosedDraftError, DeedError
from drafts.models import Draft, User
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db


def test_a_withdrawn_version_stays_and_is_no_longer_in_force(draft: Draft, italy: User) -> None:
    second = actions.add_version(draft, resolution(op("Decides all."), symbol="A/C.3/61/L.8/Rev.1"), by=italy)
    actions.withdraw_version(second, by=italy, reason="Issued too early.")
    assert [(each.number, each.is_withdrawn) for each in draft.issued] == [(2, True), (1, False)]
    assert draft.in_force.number == 1


def test_it_is_withdrawn_once_and_not_before_its_own_day(draft: Draft, italy: User) -> None:
    version = draft.versions.get()
    with pytest.raises(DeedError, match="cannot be withdrawn before"):
        actions.withdraw_version(version, by=italy, reason="x", date=datetime.date(1999, 1, 1))
    actions.withdraw_version(version, by=italy, reason="Overtaken.")
    with pytest.raises(DeedError, match="withdrawn already: italy recorded it"):
        actions.withdraw_version(version, by=italy, reason="Again.")


def test_its_text_is_taken_up_again_under_another_symbol_and_keeps_its_keys(
    draft: Draft, italy: User
) -> None:
    first = draft.versions.get()
    revised = resolution(pp("Recalling its resolution 60/175,"), op("Decides otherwise altogether."))
    actions.add_version(draft, revised, by=italy)
    reading = actions.take_up_version(first, by=italy)
    third = actions.keep_reading(
        reading, by=italy, symbol="A/C.3/61/L.8/Rev.1", date=datetime.date(2006, 11, 1)
    )
    texts = [[each.text for each in version.resolution().paragraphs] for version in (first, third)]
    assert texts[0] == texts[1]
    assert third.resolution().paragraphs[0].id == first.resolution().paragraphs[0].id
    assert (third.number, third.symbol) == (3, "A/C.3/61/L.8/Rev.1")


def test_nothing_of_an_adopted_draft_is_withdrawn_or_taken_up(draft: Draft, italy: User) -> None:
    actions.move_draft(draft, "adopted", by=italy, seen="issued", symbol="A/RES/61/181")
    version = draft.versions.get()
    with pytest.raises(ClosedDraftError):
        actions.withdraw_version(version, by=italy, reason="x")
    with pytest.raises(ClosedDraftError):
        actions.take_up_version(version, by=italy)
