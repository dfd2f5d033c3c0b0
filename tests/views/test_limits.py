"""Whoever is over a limit is told so calmly, with when again, and keeps what they typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from drafts import actions
from drafts.actions.deeds import Origin, coming_from
from drafts.core.errors import TooManyError
from drafts.core.limits import LIMITS, Rate
from drafts.formats.text import read_text
from drafts.models import Batch, Draft, Invitation, Reading, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

TYPED = "words that somebody typed with care"


@pytest.fixture
def draft(italy: User) -> Draft:
    draft = actions.start_draft(read_text(OLD), by=italy, source=OLD)
    actions.add_version(draft, read_text(NEW), by=italy, source=NEW)
    return draft


def used_up(monkeypatch: pytest.MonkeyPatch, kind: str, by: User | None) -> None:
    """Nothing is left of it."""
    limit = LIMITS[kind]  # type: ignore[index]
    rate = Rate(1, 600)
    monkeypatch.setitem(LIMITS, kind, limit._replace(person=limit.person and rate, address=rate))  # type: ignore[arg-type]
    with coming_from(Origin("127.0.0.1")), suppress(TooManyError):
        actions.spend(kind, by=by)  # type: ignore[arg-type]


def posted(name: str, **fields: object) -> Callable[[Client, Draft], HttpResponse]:
    return lambda client, draft: client.post(reverse(name), fields)


def of_draft(name: str, *args: object, **fields: object) -> Callable[[Client, Draft], HttpResponse]:
    def ask(client: Client, draft: Draft) -> HttpResponse:
        address = reverse(name, args=[draft.pk, *args])
        return client.get(address) if args else client.post(address, fields)

    return ask


def file(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"A text.")


INVITED = {"role": "reader", "places": "1", "hours": "24", "delegation": TYPED}
ACCOUNT = {
    "username": "sweden",
    "password1": "corect horse",
    "password2": "corect horse",
    "delegation": TYPED,
}
# By what is done: which limit it meets, how it is asked for, and what must still be on the page.
SENT: dict[str, tuple[str, Callable[[Client, Draft], HttpResponse], str]] = {
    "two texts": ("two texts", posted("compare-texts", **{"old-text": TYPED, "new-text": NEW}), TYPED),
    "two files": ("two texts", posted("compare-texts", pair=[file("a.txt"), file("b.txt")]), ""),
    "a reading": ("reading", posted("readings", text=TYPED), TYPED),
    "a batch": ("batch", posted("batches", words=TYPED, chosen=["csv"], show="all", labels="en"), TYPED),
    "an archive": ("archive in", posted("import-draft", archive=file("a.zip")), ""),
    "a search": ("search", lambda client, _: client.get(reverse("find"), {"words": TYPED}), TYPED),
    "an invitation": ("invitation", of_draft("invitations", **INVITED), TYPED),
    "a mail": ("mail", of_draft("invitations", email="a@example.org", **INVITED), TYPED),
    "an account": ("account", posted("sign-up", **ACCOUNT), TYPED),
    "a link": ("password link", posted("forgotten-password", email="a@typed.example"), "a@typed.example"),
    "a code": ("code", posted("join", code="K7QM-2RXD", delegation=TYPED), TYPED),
    "a comparison": ("comparison", of_draft("comparison", 1, 2), "Try again"),
    "a report": ("report", of_draft("report", 1, 2), "Try again"),
    "taking out": ("archive out", of_draft("export-draft"), "Nothing that you typed is lost"),
}


@pytest.mark.parametrize("sent", SENT)
def test_over_a_limit_what_why_and_when_is_said_and_what_was_typed_is_there(
    signed_in: Client,
    draft: Draft,
    italy: User,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    sent: str,
) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    kind, ask, kept = SENT[sent]
    used_up(monkeypatch, kind, None if kind == "account" else italy)
    response = ask(signed_in, draft)
    page = response.content.decode()
    assert (response.status_code, 590 < int(response["Retry-After"]) <= 600) == (429, True)
    assert str(LIMITS[kind].said) in page  # type: ignore[index]
    assert "so that the site stays quick for everybody. Go on in 10 minutes." in page
    assert kept in page
    assert [kind.objects.count() for kind in (Reading, Batch, Invitation)] == [0, 0, 0]
    assert not User.objects.filter(username="sweden").exists()


def test_every_limit_is_tried() -> None:
    assert {kind for kind, _, _ in SENT.values()} == set(LIMITS)


def test_a_part_of_a_page_that_is_refused_leaves_its_form_alone(
    signed_in: Client, draft: Draft, italy: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    used_up(monkeypatch, "search", italy)
    response = signed_in.get(reverse("find"), {"words": TYPED}, headers={"HX-Request": "true"})
    assert response.status_code == 429
    assert response.content.decode().lstrip().startswith('<div class="wide" id="found">')
    assert "HX-Retarget" not in response


def test_a_comparison_that_is_remembered_costs_nothing(
    signed_in: Client, draft: Draft, italy: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = reverse("comparison", args=[draft.pk, 1, 2])
    assert signed_in.get(address).status_code == 200
    used_up(monkeypatch, "comparison", italy)
    assert signed_in.get(address).status_code == 200
    assert signed_in.get(address, {"mode": "sides"}).status_code == 429


def test_nobody_is_another_by_saying_that_they_come_from_elsewhere(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, "two texts", LIMITS["two texts"]._replace(address=Rate(2, 600)))  # type: ignore[arg-type]
    posted = {"old-text": "", "new-text": ""}
    statuses = [
        client.post(
            reverse("compare-texts"),
            posted,
            headers={"X-Forwarded-For": f"192.0.2.{n}", "Forwarded": f"for=192.0.2.{n}"},
        ).status_code
        for n in range(3)
    ]
    assert statuses == [400, 400, 429]
