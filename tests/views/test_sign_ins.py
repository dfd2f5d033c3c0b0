"""Where one is signed in: seen, and ended."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from drafts.models import SignIn, User
from drafts.views import seen

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
IPAD = "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"


def signed_in(user: User, agent: str = FIREFOX, address: str = "192.0.2.7") -> Client:
    client = Client(headers={"user-agent": agent}, REMOTE_ADDR=address)
    client.force_login(user)
    client.get(reverse("home"))
    return client


def seen_by(client: Client) -> list[tuple[str, str]]:
    return [(each.agent, each.address) for each in client.get(reverse("account")).context["sign_ins"]]


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_a_person_sees_where_they_are_signed_in_and_nobody_elses(italy: User) -> None:
    here = signed_in(italy)
    signed_in(italy, IPAD, "198.51.100.4")
    signed_in(User.objects.create_user("kenya"))
    assert seen_by(here) == [("Safari 18, iPad", "198.51.100.4"), ("Firefox 140, Windows", "192.0.2.7")]
    assert here.get(reverse("account")).content.decode().count("this one") == 1


def test_one_place_is_ended_and_the_others_stay(italy: User) -> None:
    here, there, third = (signed_in(italy) for _ in range(3))
    ended = SignIn.objects.get(session_key=there.session.session_key)
    assert here.post(reverse("end-sign-in", args=[ended.pk])).status_code == 302
    assert [is_in(each) for each in (here, there, third)] == [True, False, True]
    assert here.post(reverse("end-sign-in", args=[ended.pk])).status_code == 404


def test_nobody_ends_anothers(italy: User) -> None:
    here = signed_in(italy)
    sign_in = SignIn.objects.get()
    assert (
        signed_in(User.objects.create_user("kenya"))
        .post(reverse("end-sign-in", args=[sign_in.pk]))
        .status_code
        == 404
    )
    assert is_in(here)


def test_ending_the_place_one_is_at_signs_out(italy: User) -> None:
    here = signed_in(italy)
    sign_in = SignIn.objects.get()
    assert here.post(reverse("end-sign-in", args=[sign_in.pk])).headers["Location"] == reverse("home")
    assert not is_in(here)


def test_all_others_are_ended_also_those_that_nobody_noted(italy: User) -> None:
    here, there = signed_in(italy), signed_in(italy)
    unnoted = Client()
    unnoted.force_login(italy)  # as a session from before they were noted
    answer = here.post(reverse("end-other-sign-ins"), follow=True).content.decode()
    assert "Signed out in 2 other places." in answer
    assert [is_in(each) for each in (here, there, unnoted)] == [True, False, False]
    assert (
        "You were signed in nowhere else."
        in here.post(reverse("end-other-sign-ins"), follow=True).content.decode()
    )


def test_a_session_that_ran_out_is_not_shown(italy: User) -> None:
    here, there = signed_in(italy), signed_in(italy, IPAD)
    Session.objects.filter(pk=there.session.session_key).update(
        expire_date=timezone.now() - datetime.timedelta(seconds=1)
    )
    assert seen_by(here) == [("Firefox 140, Windows", "192.0.2.7")]


def test_when_somebody_was_last_there_is_kept_to_five_minutes(italy: User) -> None:
    here = signed_in(italy)
    [first] = SignIn.objects.values_list("seen_at", flat=True)
    long_ago = timezone.now() - datetime.timedelta(hours=2)
    for kept in (first, long_ago):
        SignIn.objects.update(seen_at=kept)
        fresh = Client(headers={"user-agent": FIREFOX})  # of a process that has not seen them yet
        fresh.cookies = here.cookies
        fresh.get(reverse("home"))
    assert SignIn.objects.get().seen_at > first


def test_a_page_can_be_read_though_it_cannot_be_noted(
    italy: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(seen, "note_seen", refuse)
    client = Client()
    client.force_login(italy)
    assert client.get(reverse("home")).status_code == 200
    assert "could not be noted" in caplog.text


def test_a_page_that_looks_at_nobody_may_still_be_kept_by_caches(italy: User) -> None:
    assert "Cookie" not in signed_in(italy).get(reverse("phrases", args=["en"])).headers.get("Vary", "")
