"""Who sponsors is what the ledger's entries come to."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.errors import LedgerError
from drafts.core.ledger import (
    Act,
    Entry,
    Moment,
    Proposer,
    check_entry,
    joined_between,
    standing,
    withdrew_between,
)

TODAY = datetime.date(2006, 10, 20)


def entry(
    act: Act, code: str, version: int = 1, *, after: bool = False, day: int = 10, **more: object
) -> Entry:
    proposer = Proposer("state", code, **more)  # type: ignore[arg-type]
    return Entry(act, proposer, datetime.date(2006, 10, day), Moment(version, after))


LEDGER = [
    entry("joined", "IT", main=True),
    entry("joined", "AD", after=True, day=12),
    entry("joined", "KG", after=True, day=12),
    entry("joined", "SE", 2, day=16),
    entry("withdrew", "KG", 2, after=True, day=18),
]


def codes(found: object) -> list[str]:
    return [each.proposer.code for each in found]  # type: ignore[attr-defined]


def test_who_sponsors_now_and_at_any_moment() -> None:
    assert codes(standing(LEDGER)) == ["IT", "AD", "SE"]
    assert codes(standing(LEDGER, Moment(1))) == ["IT"]
    assert codes(standing(LEDGER, Moment(1, after=True))) == ["IT", "AD", "KG"]
    assert codes(standing(LEDGER, Moment(2))) == ["IT", "AD", "KG", "SE"]


def test_who_joined_and_withdrew_between_two_versions() -> None:
    assert codes(joined_between(LEDGER, Moment(1), Moment(2))) == ["AD", "KG", "SE"]
    assert codes(withdrew_between(LEDGER, Moment(1), Moment(2))) == []
    assert codes(withdrew_between(LEDGER, Moment(2), Moment(2, after=True))) == ["KG"]


def test_joining_again_and_changing_capacity() -> None:
    again = [*LEDGER, entry("joined", "KG", 2, after=True, day=19, main=True)]
    assert codes(standing(again)) == ["IT", "AD", "SE", "KG"]
    changed = [*again, entry("changed", "KG", 2, after=True, day=19)]
    assert [each.proposer.main for each in standing(changed)] == [True, False, False, False]
    assert standing(changed)[-1].joined == again[-1]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (entry("joined", "AD", 2, day=19), "Andorra is a sponsor already, since 12 October 2006"),
        (entry("withdrew", "FR", 2, day=19), "France is not a sponsor"),
        (entry("withdrew", "KG", 2, day=19), "Kyrgyzstan is not a sponsor"),
        (entry("changed", "AD", 2, day=19), "stands so already"),
        (entry("withdrew", "AD", 2, day=11), "Andorra joined on 12 October 2006; what came after cannot"),
        (entry("joined", "FR", 2, day=21), "still to come"),
        (Entry("joined", Proposer("state", "FR"), datetime.date(1206, 1, 1), Moment(1)), "Check the year"),
        (Entry("joined", Proposer("group", name=" "), TODAY, Moment(1)), "Say who it is"),
        (Entry("joined", Proposer("group", "Group of 77"), TODAY, Moment(1)), "Say who it is"),
    ],
)
def test_what_cannot_stand_is_refused_in_words(wrong: Entry, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        check_entry(LEDGER, wrong, TODAY)


def test_a_group_is_itself_in_any_spelling() -> None:
    entries = [Entry("joined", Proposer("group", name="The Group of 77"), TODAY, Moment(1))]
    with pytest.raises(LedgerError, match="already"):
        check_entry(entries, Entry("joined", Proposer("group", name="group of 77"), TODAY, Moment(1)), TODAY)


@given(st.lists(st.tuples(st.sampled_from(["joined", "withdrew", "changed"]), st.sampled_from("ABC"))))
def test_a_checked_ledger_tells_everyones_comings_and_goings(acts: list[tuple[Act, str]]) -> None:
    ledger: list[Entry] = []
    inside: set[str] = set()
    for number, (act, who) in enumerate(acts, 1):
        new = Entry(act, Proposer("group", name=who, main=bool(number % 2)), TODAY, Moment(number))
        try:
            check_entry(ledger, new, TODAY)
        except LedgerError:
            continue
        ledger.append(new)
        inside = inside | {who} if act != "withdrew" else inside - {who}
    assert {each.proposer.name for each in standing(ledger)} == inside
    for middle in range(len(acts)):
        gained = {each.proposer.name for each in joined_between(ledger, Moment(middle), Moment(len(acts)))}
        lost = {each.proposer.name for each in withdrew_between(ledger, Moment(middle), Moment(len(acts)))}
        before = {each.proposer.name for each in standing(ledger, Moment(middle))}
        assert (before | gained) - lost == inside
