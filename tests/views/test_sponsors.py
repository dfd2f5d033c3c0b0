"""The page of a draft's sponsors: who joins, how a list is understood, who withdraws."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from drafts import actions
from drafts.core.ledger import Proposer, standing
from drafts.core.members import codes
from drafts.formats.text import read_text
from drafts.models import Draft, Reading, Sponsorship, User
from drafts.queries.sponsors import entries_of
from tests.texts import OLD

pytestmark = pytest.mark.django_db

ITALIAN = OLD.replace("Andorra and Italy", "Italy")


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(replace(read_text(ITALIAN), symbol="A/C.3/61/L.8"), by=italy)


def page(client: Client, draft: Draft, **query: str) -> str:
    return client.get(reverse("sponsors", args=[draft.pk]), query).content.decode()


def send(client: Client, draft: Draft, to: str, **sent: object) -> tuple[int, str]:
    response = client.post(reverse(to, args=[draft.pk]), sent)
    text = response.content.decode()
    return response.status_code, re.sub(r"\s+", " ", re.sub("<[^>]+>", "", text))


def named(draft: Draft) -> list[str]:
    return [each.proposer.named() for each in standing(entries_of(draft))]


TODAY = {"date": "2026-11-20"}


def test_a_state_joins_by_any_of_its_names_and_is_printed_in_every_language(
    signed_in: Client, draft: Draft
) -> None:
    assert send(signed_in, draft, "join-sponsor", name="Швеция", kind="state", **TODAY)[0] == 302
    assert named(draft) == ["Italy", "Sweden"]
    for language, line in {
        "fr": "Italie et Suède : projet de résolution",
        "en": "Italy and Sweden: draft resolution",
        "es": "Italia y Suecia: proyecto de resolución",
        "ru": "Италия и Швеция: проект резолюции",
        "zh": "意大利和瑞典：决议草案",
        "ar": "إيطاليا، والسويد: مشروع قرار",
    }.items():
        assert line in page(signed_in, draft, **{"in": language})


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        ({"name": "Kirgistan", "kind": "state"}, 400, "Is it Kyrgyzstan or Pakistan?"),
        ({"name": "Xyzzy", "kind": "state"}, 400, "not the name of a State known here. If it is a group"),
        ({"name": "", "kind": "state"}, 400, "This field is required"),
        ({"name": "Italie", "kind": "state"}, 409, "Italy is a sponsor already"),
        ({"name": "Sweden", "kind": "state", "date": "2199-01-01"}, 409, "still to come"),
        ({"name": "Sweden", "kind": "state", "date": "1206-01-01"}, 409, "Check the year"),
        ({"name": "Sweden", "kind": "state", "date": "yesterday"}, 400, "Enter a valid date"),
    ],
)
def test_who_cannot_join_is_told_why_and_what_was_typed_stays(
    signed_in: Client, draft: Draft, sent: dict[str, str], status: int, words: str
) -> None:
    assert send(signed_in, draft, "join-sponsor", **{**TODAY, **sent})[0] == status
    response = signed_in.post(reverse("join-sponsor", args=[draft.pk]), {**TODAY, **sent})
    assert words in response.content.decode().replace("&#x27;", "'")
    assert f'value="{sent["name"]}"' in response.content.decode()
    assert named(draft) == ["Italy"]


def test_a_group_joins_if_it_is_said_to_be_one(signed_in: Client, draft: Draft) -> None:
    sent = {"name": "European Union", "kind": "group", **TODAY}
    assert send(signed_in, draft, "join-sponsor", **sent)[0] == 302
    assert "Italy and European Union: draft resolution" in page(signed_in, draft)


def test_a_pasted_list_is_shown_as_understood_before_anybody_joins(signed_in: Client, draft: Draft) -> None:
    pasted = "Suède, Italie, Ruritanie, Suecia et Gabon (au nom du Groupe des États d’Afrique)"
    status, told = send(signed_in, draft, "read-sponsors", pasted=pasted, **TODAY)
    assert status == 200
    assert "5 names, 4 known" in told
    assert "a sponsor already" in told
    assert "named above already" in told
    assert "no State known here has this name" in told
    assert "on behalf of le Groupe des États d’Afrique" in told
    assert named(draft) == ["Italy"]
    chosen = {"sponsor": ["SE", "-", "group:Ruritanie", "-", "GA"], "behalf": ["", "", "", "", "le Groupe"]}
    assert send(signed_in, draft, "join-listed-sponsors", pasted=pasted, **TODAY, **chosen)[0] == 302
    assert named(draft) == ["Italy", "Sweden", "Ruritanie", "Gabon"]
    assert standing(entries_of(draft))[-1].proposer.behalf == "le Groupe"


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (["SE", "IT"], "Italy is a sponsor already"),
        (["SE", "XX"], "Say for each name which State it is"),
        (["SE", ""], "Say for each name which State it is"),
        (["-", "-"], "nobody in this list"),
    ],
)
def test_a_list_that_cannot_join_comes_back_whole(
    signed_in: Client, draft: Draft, chosen: list[str], words: str
) -> None:
    sent = {"pasted": "Suède, Autrishe", "sponsor": chosen, "behalf": ["", ""], **TODAY}
    status, told = send(signed_in, draft, "join-listed-sponsors", **sent)
    assert (status, words in told, "Autrishe" in told) == (409, True, True)
    assert named(draft) == ["Italy"]


@pytest.mark.parametrize(
    ("pasted", "words"),
    [("", "required"), (" , \n", "no name in this"), ("Chad," * 9000, "far longer than any list")],
)
def test_what_is_no_list_is_refused_in_words(
    signed_in: Client, draft: Draft, pasted: str, words: str
) -> None:
    status, told = send(signed_in, draft, "read-sponsors", pasted=pasted, **TODAY)
    assert (status, words in told) == (400, True)


def test_a_sponsor_withdraws_once_and_the_ledger_remembers(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    actions.join_sponsors(draft, [Proposer("state", "KG")], by=italy)
    today = str(Sponsorship.objects.latest("pk").date)
    assert send(signed_in, draft, "withdraw-sponsor", key="KG", date=today)[0] == 302
    status, told = send(signed_in, draft, "withdraw-sponsor", key="KG", date=today)
    assert (status, "not on the list any more" in told) == (409, True)
    assert "Kyrgyzstan" not in re.findall(r'<p class="line".*?</p>', page(signed_in, draft), re.DOTALL)[0]
    assert [row.act for row in Sponsorship.objects.filter(code="KG")] == ["joined", "withdrew"]


def test_a_capacity_changes(signed_in: Client, draft: Draft) -> None:
    assert send(signed_in, draft, "change-sponsor", key="IT", behalf="the Group of 77")[0] == 302
    assert "Italy on behalf of the Group of 77: draft resolution" in page(signed_in, draft)


def test_an_addendum_lists_who_joined_since(signed_in: Client, draft: Draft, italy: User) -> None:
    address = reverse("additional-sponsors", args=[draft.pk, 1])
    assert signed_in.get(address).status_code == 404
    actions.join_sponsors(draft, [Proposer("state", "SE"), Proposer("state", "AT")], by=italy)
    assert address in page(signed_in, draft)
    text = signed_in.get(address, {"as": "text"}).content.decode()
    assert "A/C.3/61/L.8/Add.1" in text
    assert "Austria and Sweden." in text


def test_names_are_offered_as_one_types(signed_in: Client, draft: Draft) -> None:
    address = reverse("sponsor-names", args=[draft.pk])
    offered = signed_in.get(address, {"name": "Swaz"}).content.decode()
    assert offered.strip() == '<option value="Eswatini">Swaziland</option>'
    assert signed_in.get(address).content.decode().strip() == ""


def test_the_page_asks_as_often_for_two_hundred_sponsors_as_for_one(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    page(signed_in, draft)  # that they are there is noted once
    with CaptureQueriesContext(connection) as for_one:
        page(signed_in, draft)
    actions.join_sponsors(draft, [Proposer("state", code) for code in codes() if code != "IT"], by=italy)
    with CaptureQueriesContext(connection) as for_many:
        page(signed_in, draft)
    assert len(for_many) == len(for_one)


def test_a_revision_that_does_not_know_who_joined_since_bears_the_ledgers_list(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    actions.join_sponsors(draft, [Proposer("state", "SE")], by=italy)
    signed_in.post(reverse("readings"), {"text": ITALIAN.replace("fund", "purse"), "draft": draft.pk})
    reading = Reading.objects.get()
    review = signed_in.get(reverse("reading", args=[reading.pk])).content.decode()
    assert 'By it <span lang="en">Sweden</span> withdraws' in review
    assert 'value="ledger" id="sponsors-ledger" checked' in review
    sent = {"symbol": "A/C.3/61/L.8/Rev.1", "date": str(draft.issued[0].date), "sponsors": "ledger"}
    assert signed_in.post(reverse("keep-reading", args=[reading.pk]), sent).status_code == 302
    assert [each.name for each in draft.versions.get(number=2).sponsors.all()] == ["Italy", "Sweden"]
    assert named(draft) == ["Italy", "Sweden"]
