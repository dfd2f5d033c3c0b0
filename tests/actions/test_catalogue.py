"""Drafts are found by their words, on either database, by those who may see them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drafts import actions
from drafts.actions.catalogue import MOST_BYTES, catalogue, catalogue_missing
from drafts.core.document import Note, Resolution
from drafts.core.ledger import Proposer
from drafts.models import CatalogueEntry, Draft, User
from drafts.queries.finding import PAGE, Search, choices_for, find
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db


def text(*words: str, symbol: str = "", **more: object) -> Resolution:
    return resolution(pp("Rappelant sa résolution 60/175,"), *map(op, words), symbol=symbol, **more)


@pytest.fixture
def crime(italy: User) -> Draft:
    return actions.start_draft(
        text(
            "Prie l’Office d’étendre la prévention du crime aux États Membres;",
            "Décide de rester saisie de la question.",
            symbol="A/C.3/61/L.8",
            language="fr",
            title="Renforcement du Programme",
            sponsors=["Italie"],
            notes=[Note("n1", "1", "Voir A/61/96.")],
        ),
        by=italy,
        date=datetime.date(2006, 10, 6),
    )


@pytest.fixture
def outer_space(italy: User) -> Draft:
    return actions.start_draft(
        text("Prevents crime in outer space.", symbol="A/C.4/80/L.12", title="Peaceful uses"),
        by=italy,
        date=datetime.date(2025, 10, 6),
    )


def symbols(user: User, words: str = "", **more: str) -> list[str]:
    return [hit.entry.version.symbol for hit in find(user, Search(words, **more)).hits]


@pytest.mark.parametrize(
    "words",
    [
        "prevention du crime", "PRÉVENTION", "etats membres", '"rester saisie"', "l’Office",
        "A/C.3/61/L.8", "L.8", "61/L.8", "60/175", "Italy", "Италия", "意大利", "renforcement", "A/61/96",
    ],
)  # fmt: skip
def test_a_draft_is_found_by_text_title_sponsors_symbol_and_notes(
    crime: Draft, outer_space: Draft, italy: User, words: str
) -> None:
    assert "A/C.3/61/L.8" in symbols(italy, words)
    assert symbols(italy, f"{words} zanzibar") == []


@pytest.mark.parametrize(
    "words", ['"saisie rester"', "L.80", "60/17", "preventing", '"', "OR", "NOT crime*("]
)
def test_what_is_not_there_is_not_found(crime: Draft, italy: User, words: str) -> None:
    assert symbols(italy, words) == []


def test_a_word_on_top_goes_before_one_in_the_text_and_then_the_newest(
    crime: Draft, outer_space: Draft, italy: User
) -> None:
    assert symbols(italy, "crime") == ["A/C.4/80/L.12", "A/C.3/61/L.8"]
    actions.start_draft(
        text("Decides.", symbol="A/60/L.1", title="Crime"), by=italy, date=datetime.date(2005, 1, 1)
    )
    assert symbols(italy, "crime") == ["A/60/L.1", "A/C.4/80/L.12", "A/C.3/61/L.8"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"body": "A/C.3"}, ["A/C.3/61/L.8"]),
        ({"session": "80"}, ["A/C.4/80/L.12"]),
        ({"language": "fr"}, ["A/C.3/61/L.8"]),
        ({"sponsor": "意大利"}, ["A/C.3/61/L.8"]),
        ({"sponsor": "Sweden"}, []),
        ({"sponsor": "Ruritania"}, []),
        ({"state": "issued"}, ["A/C.4/80/L.12", "A/C.3/61/L.8"]),
        ({"state": "adopted"}, []),
        ({"words": "crime", "body": "A/C.4"}, ["A/C.4/80/L.12"]),
    ],
)
def test_drafts_are_found_by_where_they_belong(
    crime: Draft, outer_space: Draft, italy: User, asked: dict[str, str], expected: list[str]
) -> None:
    assert symbols(italy, **asked) == expected
    assert choices_for(italy) == (["A/C.3", "A/C.4"], ["80", "61"])


def test_found_words_are_shown_in_their_paragraph(crime: Draft, italy: User) -> None:
    (hit,) = find(italy, Search("crime membres")).hits
    (passage,) = hit.passages
    assert passage.name == "OP 1"
    assert passage.key == crime.versions.get().paragraphs.get(label="1.").key
    assert [run for run, found in passage.runs if found] == ["crime", "Membres"]
    (hit,) = find(italy, Search("A/61/96")).hits
    assert [(passage.key, passage.name) for passage in hit.passages] == [(hit.passages[0].key, "Note 1")]


def test_a_long_paragraph_is_shown_around_what_was_found(italy: User) -> None:
    long = "mot " * 300 + "aiguille " + "mot " * 300
    actions.start_draft(text(long), by=italy)
    (hit,) = find(italy, Search("aiguille")).hits
    runs = hit.passages[0].runs
    assert sum(len(run) for run, _ in runs) < 600
    assert (runs[0][0][:1], runs[-1][0][-1:]) == ("…", "…")
    assert ("aiguille", True) in runs


def test_what_changes_is_found_as_it_is_now(crime: Draft, italy: User) -> None:
    actions.join_sponsors(crime, [Proposer("state", "SE")], by=italy)
    assert symbols(italy, sponsor="Suède") == symbols(italy, "瑞典") == ["A/C.3/61/L.8"]
    actions.withdraw_sponsor(crime, "SE", by=italy)
    assert symbols(italy, sponsor="Suède") == []
    revised = text("Décide autre chose.", symbol="A/C.3/61/L.8/Rev.1", language="fr")
    actions.add_version(crime, revised, by=italy)
    assert symbols(italy, "prévention") == []
    assert symbols(italy, "A/C.3/61/L.8") == symbols(italy, "autre chose") == ["A/C.3/61/L.8/Rev.1"]
    actions.move_draft(crime, "adopted", by=italy, seen="issued", symbol="A/RES/61/181")
    assert symbols(italy, "A/RES/61/181") == symbols(italy, state="adopted") == ["A/C.3/61/L.8/Rev.1"]


def test_nobody_finds_what_they_may_not_see(crime: Draft, django_user_model: type[User]) -> None:
    stranger = django_user_model.objects.create_user("stranger")
    assert symbols(stranger, "crime") == symbols(stranger, session="61") == []
    assert choices_for(stranger) == ([], [])


def test_as_many_questions_for_a_page_of_finds_as_for_one(crime: Draft, italy: User) -> None:
    with CaptureQueriesContext(connection) as for_one:
        assert find(italy, Search("crime")).total == 1
    for _ in range(PAGE + 3):
        actions.start_draft(text("Plus de crime."), by=italy)
    with CaptureQueriesContext(connection) as for_many:
        found = find(italy, Search("crime"))
    assert (found.total, len(found.hits)) == (PAGE + 4, PAGE)
    assert len(find(italy, Search("crime"), page=2).hits) == 4
    assert len(for_many) == len(for_one)


def test_a_text_of_any_size_can_be_catalogued(italy: User) -> None:
    words = "ж" * 3000 + " " + " ".join(f"m{number:x}ж{number * 7919 % 99991:x}" for number in range(60_000))
    entry = CatalogueEntry.objects.get(draft=actions.start_draft(text(words), by=italy))
    assert MOST_BYTES - 20 < len(entry.text.encode()) <= MOST_BYTES
    assert find(italy, Search("m1ж1eef")).total == 1


def test_a_draft_from_before_the_catalogue_is_entered(crime: Draft, italy: User) -> None:
    CatalogueEntry.objects.all().delete()
    assert symbols(italy, "crime") == []
    assert catalogue_missing() == 1
    assert symbols(italy, "crime") == ["A/C.3/61/L.8"]
    assert catalogue_missing() == 0


@pytest.fixture
def oceans(italy: User) -> Draft:
    return actions.start_writing("Oceans and the law of the sea", "en", by=italy)


def test_a_draft_without_a_version_is_found_by_its_title_and_its_live_text(
    oceans: Draft, italy: User
) -> None:
    (hit,) = find(italy, Search("oceans")).hits
    assert (hit.entry.draft, hit.title[0]) == (oceans, ("Oceans", True))
    words = replace(op("Urges States to spare whales;"), id="p2")
    actions.edit_live_text(
        oceans, lambda text: replace(text, title="The sea", paragraphs=(*text.paragraphs, words)), by=italy
    )
    assert find(italy, Search("oceans")).total == 0
    (hit,) = find(italy, Search("sea whales", state="drafting", language="en")).hits
    (passage,) = hit.passages
    assert (passage.key, passage.name) == ("p2", "OP 1")
    assert passage.runs == (("Urges States to spare ", False), ("whales", True), (";", False))
    assert Draft.objects.get().known_by.title == "The sea"


def test_a_draft_goes_by_its_version_once_there_is_one(oceans: Draft, italy: User) -> None:
    actions.add_version(oceans, text("Decides.", title="Oceans", symbol="A/80/L.1"), by=italy)
    assert symbols(italy, "oceans") == ["A/80/L.1"]
    actions.edit_live_text(oceans, lambda now: replace(now, title="Rivers"), by=italy)
    assert find(italy, Search("rivers")).total == 0
    assert symbols(italy, "oceans") == ["A/80/L.1"]


def test_an_unissued_draft_from_before_it_could_be_found_is_entered(oceans: Draft, italy: User) -> None:
    CatalogueEntry.objects.all().delete()
    assert catalogue_missing() == 1
    assert find(italy, Search("oceans")).total == 1


def test_cataloguing_again_changes_nothing(crime: Draft, italy: User) -> None:
    before = CatalogueEntry.objects.values().get()
    catalogue(crime)
    assert CatalogueEntry.objects.values().get() == before
    assert symbols(italy, "crime") == ["A/C.3/61/L.8"]


def test_a_text_without_a_symbol_belongs_where_its_masthead_says(italy: User) -> None:
    bare = text("Décide.")
    head = replace(bare.masthead, organ="Assemblée des élèves", session="Douzième session")
    actions.start_draft(replace(bare, masthead=head), by=italy)
    assert choices_for(italy) == (["Assemblée des élèves"], ["Douzième session"])
