"""What is pasted into the live text comes back as paragraphs and notes: no number typed, nothing kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats import read
from drafts.models import Draft, LiveUpdate, User
from tests.texts import OLD

pytestmark = pytest.mark.django_db

WORD = (
    "<p class=MsoNormal>3. <i>Urges</i> all States<sup>1</sup> to act;</p><p>(a) By this;</p>"
    "<p>4. <i>Decides</i> to rest.</p><hr><p><sup>1</sup> See A/80/1.</p>"
)


@pytest.fixture
def draft(django_user_model: type[User]) -> Draft:
    by = django_user_model.objects.create_user("italy")
    return actions.start_draft(read(OLD.encode(), "-"), by=by, source=OLD)


def pasted(client: Client, draft: Draft, **sent: str) -> Any:
    client.force_login(draft.created_by)
    return client.post(reverse("read-pasted", args=[draft.pk]), sent).json()


def test_html_of_a_clipboard_becomes_paragraphs_with_levels_italics_and_notes(
    client: Client, draft: Draft
) -> None:
    told = pasted(client, draft, html=WORD, text="3. Urges all States1 to act;")
    assert [(each["kind"], each["level"], each["labelled"]) for each in told["paragraphs"]] == [
        ("operative", 1, True),
        ("operative", 2, True),
        ("operative", 1, True),
    ]
    [note] = told["notes"]
    assert told["paragraphs"][0]["runs"] == [
        {"text": "Urges", "italic": True},
        {"text": " all States", "italic": False},
        {"note": note["id"]},
        {"text": " to act;", "italic": False},
    ]
    assert note["runs"] == [{"text": "See A/80/1.", "italic": False}]
    assert not LiveUpdate.objects.exists()


def test_plain_lines_become_paragraphs(client: Client, draft: Draft) -> None:
    told = pasted(client, draft, html="", text="Urges all;\nDecides to rest.\n")
    assert ["".join(run["text"] for run in each["runs"]) for each in told["paragraphs"]] == [
        "Urges all;",
        "Decides to rest.",
    ]


def test_what_stands_above_the_text_is_told_and_is_no_paragraph(client: Client, draft: Draft) -> None:
    told = pasted(client, draft, text=OLD)
    assert (told["title"], told["head"]) == ("Strengthening the crime prevention programme", True)
    assert told["paragraphs"][0]["kind"] == "enacting"
