"""Updates come to minutes, minutes to sittings, and a long life to few stops."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from drafts.core.sittings import Minute, Sitting, joined, minutes_of, sittings_of, thinned

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def at(minute: float) -> datetime.datetime:
    return NOON + datetime.timedelta(minutes=minute)


def test_updates_of_one_minute_are_one_and_what_came_whole_has_no_writer():
    updates = [(1, at(0), None), (2, at(0.1), 7), (3, at(0.9), 8), (4, at(0.95), 7), (5, at(1), 7)]
    assert list(minutes_of(updates)) == [Minute(4, at(0.95), {7: 2, 8: 1}), Minute(5, at(1), {7: 1})]


def test_half_an_hour_of_nobody_writing_ends_a_sitting():
    minutes = [Minute(3, at(0), {7: 3}), Minute(5, at(30), {8: 2}), Minute(6, at(61), {7: 1})]
    assert sittings_of(minutes) == (
        Sitting(0, 5, at(0), at(30), {7: 3, 8: 2}),
        Sitting(5, 6, at(61), at(61), {7: 1}),
    )


def test_a_clock_that_is_put_back_ends_a_sitting_only_where_it_jumps_far_and_none_ends_before_it_began():
    minutes = [Minute(3, at(50), {7: 3}), Minute(5, at(40), {7: 2}), Minute(6, at(-600), {8: 1})]
    assert sittings_of(minutes) == (
        Sitting(0, 5, at(40), at(50), {7: 5}),
        Sitting(5, 6, at(-600), at(-600), {8: 1}),
    )


def test_minute_cut_in_two_is_one_again():
    assert list(joined([Minute(3, at(0.2), {7: 3}), Minute(5, at(0.8), {7: 2})])) == [
        Minute(5, at(0.8), {7: 5})
    ]


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=60).map(sorted), st.integers(2, 20))
def test_few_stops_keep_the_last_moment_and_their_order(offsets, most):
    minutes = list(minutes_of((seq, at(offset), 7) for seq, offset in enumerate(offsets, 1)))
    stops = thinned(minutes, most)
    assert len(stops) <= most + 1
    assert stops[-1].seq == len(offsets)
    assert [stop.seq for stop in stops] == sorted({stop.seq for stop in stops})


@given(st.lists(st.integers(0, 5000), max_size=60).map(sorted))
def test_sittings_hold_every_update_once(offsets):
    sittings = sittings_of(minutes_of((seq, at(offset), 7) for seq, offset in enumerate(offsets, 1)))
    assert sum(sitting.updates for sitting in sittings) == len(offsets)
    assert [each.after for each in sittings] == [0, *(each.seq for each in sittings)][: len(sittings)]
