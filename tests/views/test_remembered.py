"""What one person was shown is shown to the next only as far as it is theirs, and as it now is."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, Pairing, Person, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    draft = actions.start_draft(read_text(OLD), by=italy)
    actions.add_version(draft, read_text(NEW), by=italy)
    return draft


@pytest.fixture
def paired(draft: Draft, signed_in: Client) -> Draft:
    same = [draft.versions.get(number=n).paragraphs.get(text__startswith="Takes note").key for n in (1, 2)]
    address = reverse("pairings", args=[draft.pk, 1, 2])
    assert signed_in.post(address, {"old": same[0], "new": same[1], "together": "no"}).status_code == 302
    return draft


def comparison(client: Client, draft: Draft) -> str:
    return client.get(reverse("comparison", args=[draft.pk, 1, 2])).content.decode()


def test_a_reader_is_not_offered_what_the_facilitator_was(paired: Draft, signed_in: Client) -> None:
    Person.objects.create(draft=paired, user=User.objects.create_user("reader"), role="reader")
    reader = Client()
    reader.force_login(User.objects.get(username="reader"))
    assert "Take it back" in comparison(signed_in, paired)
    assert "Take it back" not in comparison(reader, paired)
    assert "Take it back" in comparison(signed_in, paired)


def test_a_form_on_a_remembered_part_is_taken_from_each_who_sees_it(paired: Draft, italy: User) -> None:
    for _ in range(2):
        client = Client(enforce_csrf_checks=True)
        client.force_login(italy)
        page = comparison(client, paired)
    (form,) = re.findall(r"<form[^>]*pairings/.*?</form>", page, re.DOTALL)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token
    take_back = reverse("take-back-pairing", args=[paired.pk, 1, 2, Pairing.objects.get().pk])
    assert client.post(take_back, {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert client.post(take_back, {"csrfmiddlewaretoken": token[1]}).status_code == 302


def test_each_is_shown_it_in_their_own_language(paired: Draft, signed_in: Client) -> None:
    shown = []
    for language in ("en", "fr", "en"):
        signed_in.cookies["django_language"] = language
        page = comparison(signed_in, paired)
        shown.append(("Take it back" in page, "Annuler cette décision" in page))
    assert shown == [(True, False), (False, True), (True, False)]


def test_a_later_deed_shows(paired: Draft, signed_in: Client, italy: User) -> None:
    assert "Take it back" in comparison(signed_in, paired)
    actions.take_back_pairing(Pairing.objects.get(), by=italy)
    assert "Take it back" not in comparison(signed_in, paired)


def test_by_the_public_link_nobody_is_offered_what_its_people_are(
    paired: Draft, signed_in: Client, italy: User
) -> None:
    comparison(signed_in, paired)
    link = actions.open_public_link(paired, by=italy)
    stranger = Client()
    stranger.get(reverse("public", args=[link.token]))
    page = comparison(stranger, paired)
    assert ("Takes note" in page, "Take it back" in page) == (True, False)


def test_who_left_a_draft_is_not_shown_what_is_remembered_of_it(draft: Draft, signed_in: Client) -> None:
    comparison(signed_in, draft)
    Person.objects.filter(draft=draft).delete()
    assert signed_in.get(reverse("comparison", args=[draft.pk, 1, 2])).status_code == 404
