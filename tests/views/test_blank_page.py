"""A draft from a blank page: all of it reads well before anything was issued, and its first version."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.core.document import Paragraph
from drafts.core.errors import DeedError
from drafts.formats.text import read_text
from drafts.models import Draft, Person, User
from drafts.queries.live import live_resolution
from tests.texts import NEW

pytestmark = pytest.mark.django_db

PAGES = (
    *(
        "draft",
        "live-text",
        "live-by-forms",
        "live-changes",
        "live-history",
        "discussion",
        "sponsors",
        "timeline",
    ),
    *("record", "people", "new-version", "timeline-csv"),
)


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_writing("Oceans and the law of the sea", "en", by=italy)


def added(draft: Draft, words: str, *, by: User) -> None:
    fresh = Paragraph("p9", "operative", words)
    actions.edit_live_text(draft, lambda text: replace(text, paragraphs=(*text.paragraphs, fresh)), by=by)


def live(draft: Draft) -> list[str]:
    return [each.text for each in live_resolution(draft, actions.open_live_text(draft.pk).doc).paragraphs]


def test_writing_is_begun_by_a_form_with_the_enacting_words_there(signed_in: Client) -> None:
    page = signed_in.get(reverse("new-draft")).content.decode()
    assert f'action="{reverse("drafts")}"' in page
    answer = signed_in.post(reverse("drafts"), {"title": " Les océans ", "language": "fr"})
    draft = Draft.objects.get()
    assert answer.headers["Location"] == reverse("live-text", args=[draft.pk])
    assert (draft.title, draft.language, draft.in_force) == ("Les océans", "fr", None)
    assert live(draft) == ["L’Assemblée générale,"]


@pytest.mark.parametrize(("title", "language"), [("x" * 1001, "en"), ("Oceans", "de"), ("Oceans", "")])
def test_what_cannot_be_begun_is_said_on_the_form(signed_in: Client, title: str, language: str) -> None:
    answer = signed_in.post(reverse("drafts"), {"title": title, "language": language})
    assert (answer.status_code, Draft.objects.count()) == (400, 0)
    assert "aria-invalid" in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_looked_at_before_anything_was_issued(
    signed_in: Client, draft: Draft, italy: User, page: str
) -> None:
    added(draft, "Decides to remain seized of the matter.", by=italy)
    response = signed_in.get(reverse(page, args=[draft.pk]), follow=True)
    assert response.status_code == 200
    if page != "timeline-csv":
        told = re.sub(r"<[^>]+>", "", response.content.decode())
        assert "New draft" in told
        assert not re.search(r"\bNone\b(?! yet|\.)", told)


def test_draft_and_home_show_that_nothing_was_issued(signed_in: Client, draft: Draft, italy: User) -> None:
    added(draft, "Decides to remain seized of the matter.", by=italy)
    page = signed_in.get(reverse("draft", args=[draft.pk])).content.decode()
    assert "Decides to remain seized of the matter." in page
    assert "Not issued yet" in page
    home = signed_in.get(reverse("home")).content.decode()
    assert "Oceans and the law of the sea" in home
    assert "not issued yet" in home


def test_public_link_shows_nothing_of_what_is_being_written(draft: Draft, italy: User) -> None:
    added(draft, "Decides to remain seized of the matter.", by=italy)
    token = actions.open_public_link(draft, by=italy).token
    page = Client().get(reverse("public", args=[token]), follow=True)
    assert page.status_code == 200
    assert "Decides to remain" not in page.content.decode()
    assert "Nothing of this draft was issued yet" in page.content.decode()


def test_first_version_is_issued_from_the_live_text_and_keeps_its_keys(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    added(draft, "Decides to remain seized of the matter.", by=italy)
    page = signed_in.post(reverse("take-up-live-text", args=[draft.pk]), follow=True)
    assert page.status_code == 200
    keep = reverse("keep-reading", args=[page.context["reading"].pk])
    answer = signed_in.post(keep, {"symbol": "A/81/L.1", "date": "2026-11-25", "sponsors": "text"})
    assert answer.headers["Location"] == reverse("version", args=[draft.pk, 1])
    version = Draft.objects.get().in_force
    assert version is not None
    assert [each.id for each in version.resolution().paragraphs] == ["p1", "p9"]
    assert live(draft) == ["The General Assembly,", "Decides to remain seized of the matter."]
    added_later = signed_in.get(reverse("live-history", args=[draft.pk]))
    assert [mark.words for mark in added_later.context["life"].marks] == ["A/81/L.1 was issued from here"]


def test_text_brought_in_first_enters_beside_what_was_written(draft: Draft, italy: User) -> None:
    added(draft, "Decides to remain seized of the matter.", by=italy)
    actions.add_version(draft, read_text(NEW), by=italy)
    text = live_resolution(draft, actions.open_live_text(draft.pk).doc)
    assert text.title == "Strengthening the crime prevention programme"
    assert "Decides to remain seized of the matter." in [each.text for each in text.paragraphs]
    assert sum(each.kind == "enacting" for each in text.paragraphs) == 1


def test_nobody_says_that_it_was_issued_before_it_was(signed_in: Client, draft: Draft, italy: User) -> None:
    page = signed_in.get(reverse("draft", args=[draft.pk])).content.decode()
    assert reverse("new-state", args=[draft.pk, "issued"]) not in page
    with pytest.raises(DeedError, match="Nothing of this draft was issued yet"):
        actions.move_draft(draft, "issued", by=italy, seen="drafting")


def test_sponsors_join_before_the_first_version(signed_in: Client, draft: Draft) -> None:
    joined = {"name": "Sweden", "kind": "state", "date": draft.created_at.date().isoformat()}
    assert signed_in.post(reverse("join-sponsor", args=[draft.pk]), joined).status_code == 302
    assert "Sweden" in signed_in.get(reverse("sponsors", args=[draft.pk])).content.decode()


def test_reader_sees_what_is_being_written(draft: Draft, django_user_model: type[User]) -> None:
    rita = django_user_model.objects.create_user("rita")
    Person.objects.create(draft=draft, user=rita, role="reader")
    client = Client()
    client.force_login(rita)
    assert "The General Assembly" in client.get(reverse("draft", args=[draft.pk])).content.decode()
