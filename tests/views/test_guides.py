"""The guided path on the samples: there alone, done by what happened, left and taken up again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.management.demo import load_samples
from drafts.models import Draft, User
from drafts.queries.guides import SAMPLE
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return load_samples()


@pytest.fixture
def client(client: Client, person: User) -> Client:
    client.force_login(person)
    return client


@pytest.fixture
def draft(person: User) -> Draft:
    return Draft.objects.get(versions__symbol=SAMPLE)


def guide(client: Client) -> dict[str, object] | None:
    return client.get(reverse("home")).context["guide"]


def done(client: Client) -> list[str]:
    return [step.name for step in guide(client)["steps"] if step.done]  # type: ignore[index, attr-defined]


def press(client: Client, deed: str, step: str = "") -> str:
    return client.post(reverse("guide"), {"deed": deed, "step": step}).headers["Location"]


def test_who_keeps_no_samples_sees_no_path(person: User) -> None:
    other = Client()
    other.force_login(User.objects.create_user("italy"))
    assert guide(other) is None
    assert other.post(reverse("guide"), {"deed": "go", "step": "compare"}).status_code == 404


def test_opening_the_comparison_is_its_step_and_going_to_write_is_not(client: Client, draft: Draft) -> None:
    assert done(client) == []
    assert press(client, "go", "compare") == reverse("comparison", args=[draft.pk, 1, 2])
    assert press(client, "go", "write") == reverse("live-text", args=[draft.pk])
    assert done(client) == ["compare"]


def test_what_really_happened_is_done_whoever_pressed_nothing(
    client: Client, draft: Draft, person: User
) -> None:
    client.get(reverse("live-text", args=[draft.pk]))
    assert done(client) == []
    actions.edit_live_text(draft, lambda text: replace(text, title="Another"), by=person)
    assert done(client) == ["write"]
    actions.add_version(draft, read_text(OLD), by=person)
    assert done(client) == ["write", "issue"]


def test_path_is_left_and_taken_up_where_it_was(client: Client) -> None:
    press(client, "done", "step")
    press(client, "skip")
    left = client.get(reverse("home")).content.decode()
    assert "1 of 5 steps done" in left
    assert "Skip it" not in left
    press(client, "resume")
    assert done(client) == ["step"]
    assert "Skip it" in client.get(reverse("home")).content.decode()


def test_path_is_where_it_was_for_who_signs_in_again(client: Client, person: User) -> None:
    press(client, "done", "step")
    press(client, "skip")
    returned = Client()
    returned.cookies["guide"] = client.cookies["guide"].value
    returned.force_login(person)
    assert done(returned) == ["step"]
    assert guide(returned)["left"]  # type: ignore[index]


def test_path_ends_when_all_is_done(client: Client) -> None:
    for step in ("compare", "step", "write", "issue", "report"):
        press(client, "done", step)
    assert "all done" in client.get(reverse("home")).content.decode()
    press(client, "again")
    assert done(client) == []
