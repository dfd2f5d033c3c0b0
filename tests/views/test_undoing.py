"""Undo in the message that says what was done: all is as it was, and only for those who may."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Deed, Draft, Invitation, Person, PublicLink, Reading, User
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(read_text(OLD), by=italy)


@pytest.fixture
def morocco(draft: Draft) -> Person:
    user = User.objects.create_user("morocco")
    return Person.objects.create(
        draft=draft, user=user, role="drafter", delegation="Morocco", seen=3, mailed=2
    )


def did(client: Client, address: str, *args: object) -> str:
    """Press a button; what the message offers to undo it with."""
    page = client.post(reverse(address, args=args), follow=True).content.decode()
    return re.findall(r'name="sealed" value="([^"]+)"', page)[0]


def undo(client: Client, sealed: str) -> int:
    return client.post(reverse("undo"), {"sealed": sealed}, follow=True).status_code


def signed_in_as(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def stands(person: Person) -> list[tuple[object, ...]]:
    found = Person.objects.filter(draft=person.draft, user=person.user)
    return list(found.values_list("role", "delegation", "seen", "mailed"))


AS_BEFORE = [("drafter", "Morocco", 3, 2)]


def test_who_was_removed_takes_part_as_before(signed_in: Client, draft: Draft, morocco: Person) -> None:
    sealed = did(signed_in, "remove-person", draft.pk, morocco.pk)
    assert stands(morocco) == []
    assert undo(signed_in, sealed) == 200
    assert stands(morocco) == AS_BEFORE
    assert draft.deeds.first().words == "took morocco back into this draft as drafter"
    assert undo(signed_in, sealed) == 200  # pressed twice
    assert Deed.objects.filter(draft=draft, kind="person-joined", details__user=morocco.user_id).count() == 1


def test_who_left_comes_back_until_somebody_else_decided(
    signed_in: Client, draft: Draft, morocco: Person
) -> None:
    own = signed_in_as(morocco.user)
    sealed = did(own, "leave-draft", draft.pk)
    assert undo(own, sealed) == 200
    assert stands(morocco) == AS_BEFORE
    did(signed_in, "remove-person", draft.pk, draft.persons.get(user=morocco.user).pk)
    assert undo(own, sealed) == 403
    assert stands(morocco) == []


def test_an_old_button_gives_nobody_an_old_role(signed_in: Client, draft: Draft, morocco: Person) -> None:
    own = signed_in_as(morocco.user)
    sealed = did(own, "leave-draft", draft.pk)
    undo(own, sealed)
    draft.persons.filter(user=morocco.user).update(role="reader")
    newer = did(own, "leave-draft", draft.pk)
    assert undo(own, sealed) == 403
    assert stands(morocco) == []
    assert undo(own, newer) == 200
    assert stands(morocco) == [("reader", *AS_BEFORE[0][1:])]


def test_code_holds_again(signed_in: Client, draft: Draft, italy: User) -> None:
    code = actions.invite(draft, by=italy, role="reader", expires_at=timezone.now() + timedelta(days=1))
    sealed = did(signed_in, "take-back-invitation", draft.pk, code.pk)
    assert Invitation.objects.get().state == "taken back"
    assert undo(signed_in, sealed) == 200
    assert Invitation.objects.get().state == "open"


def test_undo_is_not_offered_for_what_somebody_else_did(signed_in: Client, draft: Draft, italy: User) -> None:
    code = actions.invite(draft, by=italy, role="reader", expires_at=timezone.now() + timedelta(days=1))
    actions.take_back_invitation(code, by=italy)
    actions.open_public_link(draft, by=italy)
    actions.close_public_link(draft, by=italy)
    for name, *args in (("take-back-invitation", code.pk), ("close-public-link",)):
        page = signed_in.post(reverse(name, args=[draft.pk, *args]), follow=True).text
        assert reverse("undo") not in page


def test_public_link_opens_again_at_its_old_address_unless_there_is_another(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    token = actions.open_public_link(draft, by=italy).token
    sealed = did(signed_in, "close-public-link", draft.pk)
    assert undo(signed_in, sealed) == 200
    assert PublicLink.objects.get(closed_at=None).token == token
    sealed = did(signed_in, "close-public-link", draft.pk)
    other = actions.open_public_link(draft, by=italy)
    assert undo(signed_in, sealed) == 400
    assert PublicLink.objects.get(closed_at=None) == other


def test_reading_waits_on_the_front_page_again(signed_in: Client, draft: Draft, italy: User) -> None:
    reading = actions.take_up_version(draft.versions.get(), by=italy)
    sealed = did(signed_in, "put-reading-aside", reading.pk)
    assert Reading.objects.get().put_aside_at
    assert undo(signed_in, sealed) == 200
    assert Reading.objects.get().put_aside_at is None


def test_undo_is_for_whom_it_was_offered_as_long_as_they_may(
    signed_in: Client, draft: Draft, morocco: Person, italy: User
) -> None:
    spain = Person.objects.create(draft=draft, user=User.objects.create_user("spain"), role="facilitator")
    sealed = did(signed_in, "remove-person", draft.pk, morocco.pk)
    assert undo(signed_in_as(spain.user), sealed) == 404
    draft.persons.filter(user=italy).update(role="reader")
    assert undo(signed_in, sealed) == 403
    assert stands(morocco) == []


def test_undo_is_for_an_hour_and_says_so(
    signed_in: Client, draft: Draft, morocco: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = did(signed_in, "remove-person", draft.pk, morocco.pk)
    later = time.time() + 3601
    monkeypatch.setattr(time, "time", lambda: later)
    answer = signed_in.post(reverse("undo"), {"sealed": sealed})
    assert answer.status_code == 400
    assert "more than an hour ago" in answer.content.decode()
    assert stands(morocco) == []
