"""The page where drafts are found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, User
from drafts.views.home import SHOWN
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(replace(read_text(OLD), symbol="A/C.3/61/L.8"), by=italy)


def page(client: Client, **asked: str) -> str:
    response = client.get(reverse("find"), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_found_words_are_marked_and_lead_to_their_paragraph(signed_in: Client, draft: Draft) -> None:
    told = page(signed_in, words="trust fund")
    key = draft.versions.get().paragraphs.get(text__contains="trust").key
    assert f'<a href="/drafts/{draft.pk}/versions/1/#{key}">OP 2</a>' in told
    assert "<mark>trust</mark> <mark>fund</mark>" in told
    assert "1 draft" in told
    assert 'class="list hits"' in told  # "found" is what the editor lights


def test_nothing_asked_lists_all_and_nothing_found_says_so(signed_in: Client, draft: Draft) -> None:
    assert "1 draft" in page(signed_in)
    assert "No draft that you may see has all these words" in page(signed_in, words="zanzibar")
    assert "not the name of a State known here" in page(signed_in, sponsor="Ruritania")


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "x" * 9999},
        {"words": '"((*) AND NEAR/0 {'},
        {"words": "a\x00b"},
        {"page": "99999999999"},
        {"page": "-1"},
        {"page": "²"},
        {"session": "<script>"},
        {"words": "<script>alert(1)</script> trust"},
    ],
)
def test_whatever_is_asked_gets_an_answer(signed_in: Client, draft: Draft, asked: dict[str, str]) -> None:
    assert "<script>alert" not in page(signed_in, **asked)


def test_pages_follow_one_another(signed_in: Client, italy: User) -> None:
    for number in range(12):
        actions.start_draft(replace(read_text(OLD), symbol=f"A/C.3/61/L.{number + 1}"), by=italy)
    first = page(signed_in, words="trust")
    assert "12 drafts" in first
    assert "?words=trust&amp;page=2" in first
    assert "Next page" not in page(signed_in, words="trust", page="2")


def test_htmx_gets_the_finds_alone(signed_in: Client, draft: Draft) -> None:
    part = signed_in.get(reverse("find"), {"words": "trust"}, headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith('<div class="wide" id="found">')


def test_the_front_page_shows_the_last_begun_and_leads_to_all(signed_in: Client, italy: User) -> None:
    for number in range(SHOWN + 1):
        actions.start_draft(replace(read_text(OLD), symbol=f"A/C.3/61/L.{number + 1}"), by=italy)
        home = signed_in.get(reverse("home")).content.decode()
        assert ("All your drafts" in home) == (number == SHOWN)
    assert home.count('class="name"') == SHOWN


def test_a_draft_that_was_not_issued_is_found_and_leads_to_its_words(signed_in: Client, italy: User) -> None:
    draft = actions.start_writing("Oceans and the law of the sea", "en", by=italy)
    told = page(signed_in, words="general assembly")
    assert f'<a href="/drafts/{draft.pk}/#p1">' in told
    assert "Not issued yet · begun" in told
    assert 'id="p1"' in signed_in.get(reverse("draft", args=[draft.pk])).content.decode()
