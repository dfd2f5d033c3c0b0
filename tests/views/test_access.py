"""A draft is visible to its people only: every address with a draft or a reading in it, for others."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

PUBLIC = {"home", "compare-texts", "sign-in", "sign-out", "sign-up"}
NEEDS_ACCOUNT = {"new-draft", "readings"}
OF_A_DRAFT = {
    "draft": ["draft"],
    "new-version": ["draft"],
    "version": ["draft", 1],
    "choose-comparison": ["draft"],
    "comparison": ["draft", 1, 2],
    "concordance": ["draft"],
    "new-pairing": ["draft", 1, 2],
    "pairings": ["draft", 1, 2],
    "take-back-pairing": ["draft", 1, 2, 1],
    "sponsors": ["draft"],
    "join-sponsor": ["draft"],
    "read-sponsors": ["draft"],
    "join-listed-sponsors": ["draft"],
    "withdraw-sponsor": ["draft"],
    "change-sponsor": ["draft"],
    "sponsor-names": ["draft"],
    "additional-sponsors": ["draft", 1],
}
OF_A_READING = {
    "reading": ["reading"],
    "correct-head": ["reading"],
    "correct-paragraph": ["reading", "p1"],
    "add-note": ["reading"],
    "correct-note": ["reading", "n1"],
    "settle-doubt": ["reading"],
    "undo-correction": ["reading"],
    "keep-reading": ["reading"],
    "put-reading-aside": ["reading"],
}
POSTED = {
    "pairings",
    "take-back-pairing",
    "join-sponsor",
    "read-sponsors",
    "join-listed-sponsors",
    "withdraw-sponsor",
    "change-sponsor",
    *OF_A_READING,
} - {"reading"}
GOT = [name for name in [*OF_A_DRAFT, "reading"] if name not in POSTED]


@pytest.fixture
def ids(italy: User) -> dict[str, uuid.UUID]:
    draft = actions.start_draft(read_text(OLD), by=italy)
    actions.add_version(draft, read_text(NEW), by=italy)
    return {"draft": draft.pk, "reading": actions.start_reading(OLD, by=italy, draft=draft).pk}


def asked(client: Client, name: str, ids: dict[str, uuid.UUID]) -> int:
    args = [ids.get(str(each), each) for each in {**OF_A_DRAFT, **OF_A_READING}[name]]
    return (client.post if name in POSTED else client.get)(
        reverse(name, args=args), {"old": 1, "new": 2}
    ).status_code


def test_every_address_is_in_a_table_here() -> None:
    names = {str(pattern.name) for pattern in get_resolver().url_patterns if getattr(pattern, "name", None)}
    assert names == PUBLIC | NEEDS_ACCOUNT | set(OF_A_DRAFT) | set(OF_A_READING)


@pytest.mark.parametrize("name", [*OF_A_DRAFT, *OF_A_READING])
def test_a_stranger_finds_nothing(stranger: Client, ids: dict[str, uuid.UUID], name: str) -> None:
    assert asked(stranger, name, ids) == (302 if name == "choose-comparison" else 404)


@pytest.mark.parametrize("name", [*OF_A_DRAFT, *OF_A_READING])
def test_nobody_gets_in_without_signing_in(client: Client, ids: dict[str, uuid.UUID], name: str) -> None:
    assert asked(client, name, ids) in (302, 404)


@pytest.mark.parametrize("name", GOT)
def test_its_people_get_in(signed_in: Client, ids: dict[str, uuid.UUID], name: str) -> None:
    assert asked(signed_in, name, ids) == {
        "choose-comparison": 302,
        "new-pairing": 404,
    }.get(name, 200)


def test_a_text_cannot_be_brought_to_anothers_draft(stranger: Client, ids: dict[str, uuid.UUID]) -> None:
    assert stranger.post(reverse("readings"), {"text": OLD, "draft": ids["draft"]}).status_code == 404
    assert stranger.post(reverse("readings"), {"text": OLD, "draft": "no uuid"}).status_code == 404


def test_signing_up_can_be_closed(client: Client, settings: object) -> None:
    assert client.get(reverse("sign-up")).status_code == 200
    settings.SIGN_UP_OPEN = False  # type: ignore[attr-defined]
    assert client.get(reverse("sign-up")).status_code == 404
    assert reverse("sign-up") not in client.get(reverse("sign-in")).content.decode()
