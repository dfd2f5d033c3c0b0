"""The sponsors' ledger: what people write into it, and what versions say."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from drafts import actions
from drafts.core.document import Resolution
from drafts.core.errors import ClosedDraftError, LedgerError, NotAllowedError
from drafts.core.ledger import Proposer, standing
from drafts.core.sponsor_list import understand
from drafts.models import Deed, Draft, Sponsorship, User
from drafts.queries.sponsors import entries_of
from tests.actions.conftest import Join
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db

THEN = datetime.date(2006, 10, 6)


def text(*sponsors: str, symbol: str = "", **more: object) -> Resolution:
    words = f"Decides on {symbol or 'nothing'}."
    return resolution(
        pp("Recalling its resolution 60/175,"), op(words), sponsors=sponsors, symbol=symbol, **more
    )


@pytest.fixture
def draft(italy: User) -> Draft:
    """Issued in French by Italy alone."""
    return actions.start_draft(text("Italie", symbol="A/C.3/61/L.8", language="fr"), by=italy, date=THEN)


def named(draft: Draft) -> list[str]:
    return [each.proposer.named() for each in standing(entries_of(draft))]


def listed(names: str) -> list[Proposer]:
    return [each.proposer for each in understand(names)]


def test_the_first_version_opens_the_ledger_and_a_lone_sponsor_is_the_main_one(draft: Draft) -> None:
    (row,) = Sponsorship.objects.all()
    assert (row.code, row.main, row.date, row.with_version, row.version) == (
        "IT", True, THEN, True, draft.versions.get(),
    )  # fmt: skip


def test_who_joins_is_recorded_with_the_version_it_came_after(draft: Draft, italy: User) -> None:
    rows = actions.join_sponsors(draft, listed("Suède, Andorre"), by=italy)
    assert named(draft) == ["Italy", "Sweden", "Andorra"]
    assert {(row.version, row.with_version, row.date) for row in rows} == {
        (draft.versions.get(), False, timezone.localdate())
    }
    deed = Deed.objects.first()
    assert deed
    assert (deed.kind, deed.words) == (
        "sponsors-joined",
        "recorded that Sweden and Andorra joined the sponsors",
    )


def test_a_list_with_a_fault_leaves_nothing_behind(draft: Draft, italy: User) -> None:
    deeds = Deed.objects.count()
    with pytest.raises(LedgerError, match="Italy is a sponsor already"):
        actions.join_sponsors(draft, listed("Sweden, Italie"), by=italy)
    with pytest.raises(LedgerError, match="nobody"):
        actions.join_sponsors(draft, [], by=italy)
    assert named(draft) == ["Italy"]
    assert Deed.objects.count() == deeds


def test_withdrawing_is_an_entry_and_joining_again_another(draft: Draft, italy: User) -> None:
    actions.join_sponsors(draft, listed("Kirghizistan"), by=italy)
    actions.withdraw_sponsor(draft, "KG", by=italy)
    assert named(draft) == ["Italy"]
    with pytest.raises(LedgerError, match="not on the list any more"):
        actions.withdraw_sponsor(draft, "KG", by=italy)
    actions.join_sponsors(draft, listed("Kyrgyzstan"), by=italy)
    assert named(draft) == ["Italy", "Kyrgyzstan"]
    assert [row.act for row in Sponsorship.objects.filter(code="KG")] == ["joined", "withdrew", "joined"]


@pytest.mark.parametrize("days", [1, 400])
def test_a_day_to_come_is_refused(draft: Draft, italy: User, days: int) -> None:
    with pytest.raises(LedgerError, match="still to come"):
        actions.join_sponsors(
            draft,
            listed("Sweden"),
            by=italy,
            date=timezone.localdate() + datetime.timedelta(days=days),
        )


def test_a_capacity_can_change(draft: Draft, italy: User) -> None:
    actions.change_sponsor(draft, "IT", by=italy, main=False, behalf="the Group of 77")
    assert standing(entries_of(draft))[0].proposer == Proposer("state", "IT", behalf="the Group of 77")
    deed = Deed.objects.first()
    assert deed
    assert deed.words == "recorded that Italy sponsors as a co-sponsor on behalf of the Group of 77"


def test_the_ledger_follows_what_a_version_says(draft: Draft, italy: User) -> None:
    actions.join_sponsors(draft, listed("Kirghizistan"), by=italy, date=THEN)
    revised = text("Bénin", "Italie", symbol="A/C.3/61/L.8/Rev.1", language="fr")
    second = actions.add_version(draft, revised, by=italy, date=THEN)
    assert named(draft) == ["Italy", "Benin"]
    assert [(row.code, row.act, row.version) for row in Sponsorship.objects.filter(with_version=True)][
        1:
    ] == [
        ("BJ", "joined", second),
        ("KG", "withdrew", second),
    ]


def test_a_version_can_print_the_ledger_in_the_order_of_its_language(draft: Draft, italy: User) -> None:
    actions.join_sponsors(draft, listed("Suède, Pays-Bas, Espagne, Équateur"), by=italy)
    revised = text("Italie", symbol="A/C.3/61/L.8/Rev.1", language="fr")
    second = actions.add_version(draft, revised, by=italy, date=THEN, sponsors="ledger")
    printed = [(each.name, each.code) for each in second.resolution().sponsors]
    assert printed == [
        ("Équateur", "EC"), ("Espagne", "ES"), ("Italie", "IT"), ("Pays-Bas", "NL"), ("Suède", "SE"),
    ]  # fmt: skip
    assert len(named(draft)) == 5


def test_a_text_that_names_nobody_leaves_the_ledger_as_it_is(draft: Draft, italy: User) -> None:
    actions.add_version(draft, text(symbol="A/C.3/61/L.8/Rev.1"), by=italy)
    assert named(draft) == ["Italy"]


def test_a_chairs_text_is_in_the_ledger_as_its_chairs(italy: User) -> None:
    line = "Draft resolution submitted by the Vice-Chair of the Committee, Ada Roe, after talks"
    draft = actions.start_draft(replace(text(), submitted=line), by=italy)
    assert named(draft) == ["the Vice-Chair of the Committee"]


def test_only_drafters_keep_the_ledger_and_only_while_the_draft_is_open(
    draft: Draft, italy: User, join: Join
) -> None:
    with pytest.raises(NotAllowedError):
        actions.join_sponsors(draft, listed("Sweden"), by=join(draft, "sweden", "delegate"))
    actions.move_draft(draft, "adopted", by=italy, seen="issued", symbol="A/RES/61/181")
    with pytest.raises(ClosedDraftError, match="adopted"):
        actions.join_sponsors(draft, listed("Sweden"), by=italy)
