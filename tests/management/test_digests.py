from __future__ import annotations

import datetime
import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from drafts import actions
from drafts.models import Deed, Draft, Person, User
from tests.builders import op, resolution

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail_is_set_up(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    settings.SITE_ADDRESS = "https://drafts.example.org"


@pytest.fixture
def italy() -> User:
    return User.objects.create_user("italy", name="Ada Rossi", delegation="Italy")


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(resolution(op("Decides."), symbol="A/C.3/61/L.8", title="A title"), by=italy)


@pytest.fixture
def morocco(draft: Draft) -> User:
    """Wants a digest each day, and has seen all so far."""
    user = User.objects.create_user("morocco", email="morocco@example.org", digest="daily")
    last = Deed.objects.filter(draft=draft).latest("pk")
    Person.objects.create(draft=draft, user=user, role="facilitator", seen=last.pk)
    return user


def sent() -> str:
    mail.outbox.clear()
    told = StringIO()
    call_command("send_digests", stdout=told)
    return told.getvalue().strip()


def test_a_digest_tells_what_others_did_once(draft: Draft, italy: User, morocco: User) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    actions.move_draft(draft, "issued", by=morocco, seen="negotiation", why="Agreed.")
    assert sent() == "1 sent, 0 failed."
    [told] = mail.outbox
    assert told.to == ["morocco@example.org"]
    assert told.subject == "1 new on your draft"
    assert "A title\nA/C.3/61/L.8, issued" in told.body
    assert "Ada Rossi (Italy) recorded that the draft is under negotiation" in told.body
    assert f"https://drafts.example.org/drafts/{draft.pk}/" in told.body
    User.objects.update(digest_sent_at=timezone.now() - datetime.timedelta(days=9))
    assert sent() == "0 sent, 0 failed."


def test_nobody_is_told_who_did_not_ask_or_has_no_address(draft: Draft, italy: User, morocco: User) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    for change in ({"digest": ""}, {"email": ""}, {"is_active": False}):
        User.objects.filter(pk=morocco.pk).update(
            **{"digest": "daily", "email": "a@example.org", "is_active": True, **change}
        )
        assert sent() == "0 sent, 0 failed."


def test_it_comes_as_often_as_was_asked(draft: Draft, italy: User, morocco: User) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    for digest, hours, told in (("daily", 20, 0), ("daily", 24, 1), ("weekly", 100, 0), ("weekly", 168, 1)):
        Person.objects.update(mailed=0)
        ago = timezone.now() - datetime.timedelta(hours=hours)
        User.objects.filter(pk=morocco.pk).update(digest=digest, digest_sent_at=ago)
        assert sent() == f"{told} sent, 0 failed."


def test_a_clock_that_is_put_back_keeps_nobody_without_news(draft: Draft, italy: User, morocco: User) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    ahead = timezone.now() + datetime.timedelta(days=300)
    User.objects.filter(pk=morocco.pk).update(digest_sent_at=ahead)
    assert [sent(), sent()] == ["1 sent, 0 failed.", "0 sent, 0 failed."]


def test_what_could_not_be_sent_is_sent_the_next_time(
    draft: Draft, italy: User, morocco: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")

    def refuse(*sent: object, **more: object) -> None:
        raise ConnectionRefusedError("nobody there")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", refuse)
        with pytest.raises(SystemExit):
            call_command("send_digests", stdout=StringIO(), stderr=StringIO())
    assert sent() == "1 sent, 0 failed."


def test_a_long_list_is_cut_and_says_so(draft: Draft, italy: User, morocco: User) -> None:
    for _ in range(30):
        actions.move_draft(draft, "negotiation", by=italy, seen="issued")
        actions.move_draft(draft, "issued", by=italy, seen="negotiation", why="Agreed.")
    sent()
    [told] = mail.outbox
    assert told.subject == "60 new on your draft"
    assert told.body.count("\n- ") == 51
    assert "and 10 more on its timeline" in told.body
    User.objects.update(digest_sent_at=None)
    assert sent() == "0 sent, 0 failed."


def test_one_click_stops_it_without_signing_in(draft: Draft, italy: User, morocco: User) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    sent()
    [told] = mail.outbox
    assert told.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<https://drafts\.example\.org(/.+)>", told.extra_headers["List-Unsubscribe"])
    assert address
    browser = Client(enforce_csrf_checks=True)
    assert "Stop it" in browser.get(address[1]).content.decode()  # looking stops nothing: programs look too
    morocco.refresh_from_db()
    assert morocco.digest == "daily"
    assert "Stopped" in browser.post(address[1], {"List-Unsubscribe": "One-Click"}).content.decode()
    morocco.refresh_from_db()
    assert morocco.digest == ""
    assert browser.get(address[1][:-2] + "x/").status_code == 404


def test_without_a_mail_server_it_says_what_to_set(settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    with pytest.raises(CommandError, match="RAPPORTEUR_EMAIL_HOST"):
        call_command("send_digests")
