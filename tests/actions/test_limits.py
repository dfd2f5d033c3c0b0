"""How much of what costs much one person and one address may ask for, and that nobody gets more at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytest_django.fixtures import Settings

from drafts import actions
from drafts.actions import limits, reports
from drafts.actions.deeds import Origin, coming_from
from drafts.core.errors import TooManyError
from drafts.core.limits import LIMITS, Limit, Rate
from drafts.core.options import Options
from drafts.models import LimitUse, MadeReport, User
from drafts.queries import limits as under_way
from drafts.queries.reports import Asked
from tests.actions.test_races import at_once
from tests.builders import op, resolution
from tests.views.test_trouble import read_only


class Clock:
    """The time as the limits read it."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(limits, "time", made)
    return made


@contextmanager
def limited(monkeypatch: pytest.MonkeyPatch, person: Rate | None, address: Rate) -> Iterator[None]:
    monkeypatch.setitem(LIMITS, "search", Limit(LIMITS["search"].said, person, address))  # type: ignore[arg-type]
    with coming_from(Origin("192.0.2.7")):
        yield


def had(by: User | None, times: int) -> list[int]:
    """For each time how many seconds are to be waited; 0 where it was to be had."""
    waits = []
    for _ in range(times):
        try:
            actions.spend("search", by=by)
        except TooManyError as error:
            waits.append(error.seconds)
        else:
            waits.append(0)
    return waits


@pytest.mark.django_db
def test_a_bucket_is_had_at_once_and_fills_again_bit_by_bit(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with limited(monkeypatch, Rate(3, 60), Rate(100, 60)):
        assert had(italy, 5) == [0, 0, 0, 20, 20]
        clock.now += 19
        assert had(italy, 1) == [1]
        clock.now += 1
        assert had(italy, 2) == [0, 20]
        clock.now += 60
        assert had(italy, 4) == [0, 0, 0, 20]


@pytest.mark.django_db
def test_what_is_refused_is_said_with_when_again(italy: User, monkeypatch: pytest.MonkeyPatch) -> None:
    with limited(monkeypatch, Rate(1, 600), Rate(100, 60)):
        actions.spend("search", by=italy)
        with pytest.raises(TooManyError) as refused:
            actions.spend("search", by=italy)
    assert str(refused.value) == (
        "You searched many times within a short time. There is a limit, so that the site stays quick for "
        "everybody. Go on in 10 minutes."
    )


@pytest.mark.django_db
def test_an_address_is_counted_whoever_asks_from_it_and_what_it_refuses_costs_nobody_anything(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    france = User.objects.create_user("france")
    with limited(monkeypatch, Rate(2, 60), Rate(2, 60)):
        assert [*had(italy, 1), *had(None, 1), *had(france, 1)] == [0, 0, 30]
        with coming_from(Origin("192.0.2.8")):
            assert had(france, 3) == [0, 0, 30]


@pytest.mark.django_db
def test_a_network_of_version_6_is_one_address(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    with limited(monkeypatch, None, Rate(1, 60)):
        for address, waits in {
            "2001:db8::1": [0],
            "2001:db8::ffff:2": [60],
            "2001:db8:0:1::1": [0],
            "192.0.2.7": [0],
            "::ffff:192.0.2.7": [60],
            "": [0, 0],  # a command's
        }.items():
            with coming_from(Origin(address)):
                assert had(None, len(waits)) == waits, address


@pytest.mark.django_db
def test_who_brings_many_at_once_pays_for_each_and_never_more_than_there_is(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with limited(monkeypatch, Rate(10, 100), Rate(1000, 60)):
        actions.spend("search", by=italy, cost=8)
        with pytest.raises(TooManyError):
            actions.spend("search", by=italy, cost=3)
        actions.spend("search", by=italy, cost=2)
        clock.now += 100
        actions.spend("search", by=italy, cost=50)


@pytest.mark.django_db
def test_what_was_given_back_can_be_had_again(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with limited(monkeypatch, Rate(1, 60), Rate(1, 60)):
        had(italy, 1)
        actions.give_back("search", by=italy)
        assert had(italy, 2) == [0, 60]


@pytest.mark.django_db
def test_a_clock_put_back_by_an_hour_lets_nobody_wait_an_hour(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with limited(monkeypatch, Rate(2, 60), Rate(100, 60)):
        had(italy, 2)
        clock.now -= 3600
        assert had(italy, 3) == [0, 0, 30]


@pytest.mark.django_db
def test_clocks_of_two_machines_that_differ_by_a_second_give_no_more(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with limited(monkeypatch, Rate(2, 60), Rate(100, 60)):
        had(italy, 2)
        clock.now -= 1
        assert had(italy, 2) == [31, 31]


@pytest.mark.django_db
def test_the_setting_makes_all_of_them_wider_or_none(
    italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    with limited(monkeypatch, Rate(1, 60), Rate(1, 60)):
        settings.LIMITS = 300
        assert had(italy, 4) == [0, 0, 0, 20]
        settings.LIMITS = 0
        assert had(italy, 9) == [0] * 9


@pytest.mark.django_db
def test_what_is_full_again_is_forgotten(italy: User, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    with limited(monkeypatch, Rate(1, 60), Rate(1, 600)):
        had(italy, 1)
        clock.now += 61
        assert actions.forget_uses() == 1
    assert [each.key for each in LimitUse.objects.all()] == ["search from 192.0.2.7"]


@pytest.mark.usefixtures("real_transactions")
def test_where_nothing_can_be_kept_nobody_is_kept_from_reading(italy: User) -> None:
    with read_only():
        assert had(italy, 2) == [0, 0]


@pytest.mark.usefixtures("real_transactions")
def test_of_many_at_the_same_moment_as_many_pass_as_may(italy: User, monkeypatch: pytest.MonkeyPatch) -> None:
    with limited(monkeypatch, Rate(3, 600), Rate(100, 600)):
        refused = at_once(*[lambda: actions.spend("search", by=italy)] * 8)
    assert [type(each) for each in refused] == [TooManyError] * 5


@pytest.mark.usefixtures("real_transactions")
@pytest.mark.parametrize("signed_in", [True, False])
def test_of_reports_asked_for_at_the_same_moment_no_more_are_begun_than_may_be_under_way(
    italy: User, monkeypatch: pytest.MonkeyPatch, signed_in: bool
) -> None:
    monkeypatch.setattr(reports, "make_promptly", lambda *_: None)  # each waits for its turn
    monkeypatch.setattr(under_way, "REPORTS_UNDER_WAY", 2)
    draft = actions.start_draft(resolution(op("Decides.")), by=italy)
    new = actions.add_version(draft, resolution(op("Decides so.")), by=italy)
    old = draft.versions.get(number=1)
    by = italy if signed_in else None
    refused = at_once(
        *(
            lambda form=form: actions.have_report(old, new, Asked(form, Options()), by=by)  # type: ignore[misc]
            for form in ("csv", "json", "text", "html", "akn")
        )
    )
    assert [type(each) for each in refused] == [TooManyError] * 3
    assert MadeReport.objects.count() == 2
