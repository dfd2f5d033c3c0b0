"""The language of the interface is one thing, that of a document on its page another."""

from __future__ import annotations

import asyncio

import pytest
from django.core import mail
from django.template import engines
from django.test import Client
from django.utils.translation import override
from pytest_django.fixtures import Settings

from drafts import actions
from drafts.live.socket import LONGEST_REASON, live
from drafts.models import User
from drafts.queries.languages import language_for, script_words
from drafts.translating import asked_language
from tests.builders import op, resolution


def test_the_interfaces_language_leaves_that_of_the_document_alone() -> None:
    page = engines["django"].from_string(
        '{% extends "base.html" %}{% block main %}[{{ language }}]{% endblock %}'
    )
    assert "[ar]" in page.render({"language": "ar"})


@pytest.mark.django_db
def test_a_language_once_chosen_is_spoken_on_another_machine() -> None:
    User.objects.create_user("ada", password="a long pass phrase")
    here, there = Client(), Client()
    signing_in = {"username": "ada", "password": "a long pass phrase"}
    here.post("/sign-in/", signing_in)
    here.post("/language/", {"language": "fr", "next": "/"})
    there.post("/sign-in/", signing_in)
    assert there.get("/").headers["Content-Language"] == "fr"
    assert Client().get("/").headers["Content-Language"] == "en"


@pytest.mark.django_db
def test_a_new_account_speaks_the_language_it_was_made_in() -> None:
    asked = {"username": "bea", "password1": "a long pass phrase", "password2": "a long pass phrase"}
    Client(headers={"Accept-Language": "es"}).post("/sign-up/", asked)
    assert User.objects.get().language == "es"


@pytest.mark.django_db
def test_the_address_of_the_scripts_words_is_kept_for_ever_and_changes_with_them() -> None:
    address = f"/words/fr/{script_words('fr').digest}/"
    assert f'<script src="{address}" defer>' in Client(headers={"Accept-Language": "fr"}).get("/").text
    kept = Client().get(address)
    assert (kept.content, kept.headers["Cache-Control"]) == (
        script_words("fr").script,
        "public, max-age=31536000, immutable",
    )
    old = Client().get("/words/fr/0123456789abcdef/")
    assert (old.status_code, old.headers["Location"]) == (302, address)
    assert Client().get("/words/tlh/0123456789abcdef/").status_code == 404
    assert script_words("en").digest != script_words("fr").digest


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "sender", "subject"),
    [
        ("fr", "en", "Ada Rossi vous invite à un projet de résolution"),
        ("", "fr", "Ada Rossi vous invite à un projet de résolution"),
        ("en", "fr", "An invitation from Ada Rossi to a draft resolution"),
    ],
)
def test_an_invitation_is_in_the_language_of_its_reader_else_of_its_sender(
    settings: Settings, language: str, sender: str, subject: str
) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    User.objects.create_user("bea", email="Bea@example.org", language=language)
    ada = User.objects.create_user("ada", name="Ada Rossi")
    draft = actions.start_draft(resolution(op("Decides to act;")), by=ada)
    client = Client(headers={"Accept-Language": sender})
    client.force_login(ada)
    sent = {"role": "reader", "email": "bea@example.org", "places": 1, "hours": 24}
    client.post(f"/drafts/{draft.pk}/invitations/", sent)
    assert [each.subject for each in mail.outbox] == [subject]


@pytest.mark.django_db
def test_nobody_known_is_written_to_in_the_language_of_the_page() -> None:
    with override("fr"):
        assert language_for("nobody@example.org") == "fr"


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ([(b"cookie", b"django_language=fr"), (b"accept-language", b"es")], "fr"),
        ([(b"cookie", b"\xff=;;="), (b"accept-language", b"es-MX, en;q=0.5")], "es"),
        ([], "en"),
    ],
)
def test_who_opens_a_socket_is_told_in_the_language_of_their_page(
    headers: list[tuple[bytes, bytes]], language: str
) -> None:
    assert asked_language(headers) == language


def test_a_socket_is_closed_in_french_within_the_bytes_there_are_for_it() -> None:
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(live({"path": "/live/", "headers": [(b"cookie", b"django_language=fr")]}, receive, send))
    assert sent[-1] == {"type": "websocket.close", "code": 4403, "reason": "Cette page n’est pas la nôtre."}
    assert len(str(sent[-1]["reason"]).encode()) <= LONGEST_REASON
