"""Writing by forms into a text that others write too: nobody's words are overwritten unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats import read
from drafts.models import Draft, User
from drafts.queries.live import live_resolution
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(django_user_model: type[User]) -> Draft:
    by = django_user_model.objects.create_user("italy")
    return actions.start_draft(read(OLD.encode(), "-"), by=by, source=OLD)


@pytest.fixture
def signed_in(draft: Draft, client: Client) -> Client:
    client.force_login(draft.created_by)
    return client


def paragraphs(draft: Draft) -> dict[str, str]:
    text = live_resolution(draft, actions.open_live_text(draft.pk).doc)
    return {each.id: each.text for each in text.paragraphs}


def rewritten_by_another(draft: Draft, key: str, words: str | None) -> None:
    def change(text):
        kept = [each for each in text.paragraphs if each.id != key or words is not None]
        return replace(
            text,
            paragraphs=tuple(
                replace(each, text=words, marks=()) if each.id == key else each for each in kept
            ),
        )

    actions.edit_live_text(draft, change, by=draft.created_by)


def send(client: Client, draft: Draft, key: str, seen: str, text: str):
    data = {"kind": "operative", "level": "1", "text": text, "seen": seen, "deed": "save"}
    return client.post(reverse("edit-live-paragraph", args=[draft.pk, key]), data)


def shown(client: Client, draft: Draft, key: str) -> str:
    page = client.get(reverse("live-by-forms", args=[draft.pk]), {"edit": key})
    return page.context["seen"]


def test_paragraph_is_saved_as_typed(signed_in: Client, draft: Draft) -> None:
    key = list(paragraphs(draft))[3]
    answer = send(signed_in, draft, key, shown(signed_in, draft, key), "*Takes note* of it;")
    assert (answer.status_code, paragraphs(draft)[key]) == (302, "Takes note of it;")


def test_words_of_another_are_not_overwritten_and_both_are_shown(signed_in: Client, draft: Draft) -> None:
    key = list(paragraphs(draft))[3]
    seen = shown(signed_in, draft, key)
    rewritten_by_another(draft, key, "Welcomes the report;")
    answer = send(signed_in, draft, key, seen, "*Takes note* of mine;")
    page = answer.content.decode()
    assert (answer.status_code, paragraphs(draft)[key]) == (409, "Welcomes the report;")
    assert "Welcomes the report;" in page
    assert "*Takes note* of mine;" in page
    again = send(signed_in, draft, key, answer.context["seen"], "Welcomes and takes note;")
    assert (again.status_code, paragraphs(draft)[key]) == (302, "Welcomes and takes note;")


def test_what_was_typed_into_a_paragraph_that_is_gone_is_handed_back(signed_in: Client, draft: Draft) -> None:
    key = list(paragraphs(draft))[3]
    seen = shown(signed_in, draft, key)
    rewritten_by_another(draft, key, None)
    answer = send(signed_in, draft, key, seen, "My words;")
    assert answer.status_code == 409
    assert "My words;" in answer.content.decode()


def test_title_is_saved_as_typed_and_anothers_is_not_overwritten_unseen(
    signed_in: Client, draft: Draft
) -> None:
    address = reverse("edit-live-title", args=[draft.pk])
    seen = shown(signed_in, draft, "title")
    assert seen == "Strengthening the crime prevention programme"
    answer = signed_in.post(address, {"text": " Crime\r\nprevention ", "seen": seen})
    assert answer.headers["Location"].endswith("/writing/by-forms/#title")
    assert shown(signed_in, draft, "title") == "Crime prevention"
    late = signed_in.post(address, {"text": "Mine", "seen": seen})
    page = late.content.decode()
    assert (late.status_code, shown(signed_in, draft, "title")) == (409, "Crime prevention")
    assert "It now reads: “Crime prevention”" in page
    assert ">\nMine</textarea>" in page


def test_title_can_be_written_where_there_is_none(signed_in: Client, draft: Draft) -> None:
    address = reverse("edit-live-title", args=[draft.pk])
    signed_in.post(address, {"text": ""})
    page = signed_in.get(reverse("live-by-forms", args=[draft.pk])).content.decode()
    assert 'href="?edit=title#title"' in page
    signed_in.post(address, {"text": "Crime prevention", "seen": ""})
    assert shown(signed_in, draft, "title") == "Crime prevention"
