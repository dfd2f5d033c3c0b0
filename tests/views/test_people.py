from __future__ import annotations

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from drafts import actions
from drafts.core.limits import LIMITS
from drafts.formats.text import read_text
from drafts.models import Draft, Invitation, LimitUse, Person, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    draft = actions.start_draft(read_text(OLD), by=italy)
    actions.add_version(draft, read_text(NEW), by=italy)
    return draft


assert LIMITS["code"].person
WRONG_TRIES = LIMITS["code"].person.most
INVITATION = {"role": "delegate", "places": "1", "hours": "24"}


def invited(client: Client, draft: Draft, **more: str) -> str:
    return client.post(
        reverse("invitations", args=[draft.pk]), {**INVITATION, **more}, follow=True
    ).content.decode()


def test_a_code_is_shown_with_its_link_and_lets_somebody_in(
    signed_in: Client, stranger: Client, draft: Draft
) -> None:
    page = invited(signed_in, draft)
    code = Invitation.objects.get().shown_code
    assert f"The code is {code}." in page
    assert f"http://testserver/join/?code={code}" in page
    seen = stranger.get(reverse("join"), {"code": code}).content.decode()
    assert "italy invites you to take part as <b>delegate</b>" in seen
    sent = {"code": code.lower(), "delegation": "Кот-д'Ивуар"}
    page = stranger.post(reverse("join"), sent, follow=True).content.decode()
    assert "You take part in this draft as delegate." in page
    assert draft.persons.get(role="delegate").delegation == "Côte d’Ivoire"


def test_who_has_no_account_is_led_by_sign_up_to_where_they_were_going(
    client: Client, signed_in: Client, draft: Draft
) -> None:
    invited(signed_in, draft, delegation="Marruecos")
    address = f"/join/?code={Invitation.objects.get().shown_code}"
    page = client.get(address, follow=True).content.decode()
    sign_up = re.search(r'href="(/sign-up/\?next=[^"]+)"', page)
    assert sign_up
    shown = client.get(sign_up[1]).content.decode()
    hidden = re.search(r'name="next" value="([^"]+)"', shown)
    assert hidden
    assert hidden[1] == address
    account = {"username": "new", "password1": "Rapporteur-2026", "password2": "Rapporteur-2026"}
    response = client.post(reverse("sign-up"), {**account, "next": hidden[1]})
    assert response.headers["Location"] == address
    assert "for <b>Morocco</b>" in client.get(address).content.decode()


def test_nobody_is_led_to_another_site(client: Client) -> None:
    account = {"username": "new", "password1": "Rapporteur-2026", "password2": "Rapporteur-2026"}
    response = client.post(reverse("sign-up"), {**account, "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/"


def test_an_invitation_is_sent_where_mail_is_set_up(
    signed_in: Client, draft: Draft, settings: Settings
) -> None:
    assert "No mail is set up here" in invited(signed_in, draft, email="mission@example.org")
    assert mail.outbox == []
    settings.EMAIL_HOST = "mail.example.org"
    assert "Sent to mission@example.org" in invited(signed_in, draft, email="mission@example.org")
    [sent] = mail.outbox
    assert sent.to == ["mission@example.org"]
    assert f"http://testserver/join/?code={Invitation.objects.first()}" in sent.body


def test_a_mail_that_cannot_be_sent_loses_no_invitation(
    signed_in: Client, draft: Draft, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*sent: object, **more: object) -> None:
        raise ConnectionRefusedError("nobody there")

    settings.EMAIL_HOST = "mail.example.org"
    monkeypatch.setattr("drafts.views.mails.send_mail", refuse)
    page = invited(signed_in, draft, email="mission@example.org")
    assert "could not be sent (nobody there)" in page
    assert Invitation.objects.get().state == "open"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"role": "emperor"}, "emperor is not one of the available choices"),
        ({"places": "0"}, "greater than or equal to 1"),
        ({"email": "nobody"}, "Enter a valid email address"),
        ({"hours": "-3"}, "is not one of the available choices"),
        ({"role": "facilitator", "places": "2"}, "A code that makes a facilitator is for one person"),
    ],
)
def test_what_cannot_be_an_invitation_says_why(
    signed_in: Client, draft: Draft, sent: dict[str, str], said: str
) -> None:
    response = signed_in.post(reverse("invitations", args=[draft.pk]), {**INVITATION, **sent})
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not Invitation.objects.exists()


def test_a_code_cannot_be_found_by_trying(signed_in: Client, stranger: Client, draft: Draft) -> None:
    invited(signed_in, draft)
    code = Invitation.objects.get().code
    statuses = [stranger.post(reverse("join"), {"code": "AAAA-AAAA"}).status_code for _ in range(WRONG_TRIES)]
    assert set(statuses) == {409}
    response = stranger.post(reverse("join"), {"code": code})
    assert response.status_code == 429
    assert "Too many wrong codes" in response.content.decode()
    LimitUse.objects.all().delete()  # as after a while
    assert stranger.post(reverse("join"), {"code": code}).status_code == 302


def test_a_code_cannot_be_found_by_looking_either(signed_in: Client, stranger: Client, draft: Draft) -> None:
    invited(signed_in, draft)
    address = reverse("join", query={"code": Invitation.objects.get().code})
    for _ in range(WRONG_TRIES + 1):  # a right one costs no try
        assert "invites you" in stranger.get(address).content.decode()
    for _ in range(WRONG_TRIES):
        stranger.get(reverse("join", query={"code": "AAAA-AAAA"}))
    assert "invites you" not in stranger.get(address).content.decode()


def test_a_code_of_the_wrong_length_is_told_so_and_costs_no_try(stranger: Client) -> None:
    page = stranger.post(reverse("join"), {"code": "K7Q"}).content.decode()
    assert "A code has 8 letters and digits; this has 3." in page


def test_a_form_sent_twice_lets_in_once(signed_in: Client, stranger: Client, draft: Draft) -> None:
    invited(signed_in, draft)
    code = Invitation.objects.get().code
    for _ in "12":
        assert stranger.post(reverse("join"), {"code": code}).status_code == 302
    assert draft.persons.count() == 2


def test_an_old_form_for_somebody_who_is_gone_finds_nobody(signed_in: Client, draft: Draft) -> None:
    person = Person.objects.create(draft=draft, user=User.objects.create_user("morocco"), role="reader")
    change, remove = (
        reverse(name, args=[draft.pk, person.pk]) for name in ("change-person", "remove-person")
    )
    sent = {"role": "drafter", "seen_role": "reader"}
    assert [signed_in.post(address, sent).status_code for address in (change, remove)] == [302, 302]
    assert [signed_in.post(address, sent).status_code for address in (change, remove)] == [404, 404]


def test_of_two_tabs_the_one_that_shows_the_past_changes_nothing(signed_in: Client, draft: Draft) -> None:
    person = Person.objects.create(draft=draft, user=User.objects.create_user("morocco"), role="reader")
    address = reverse("change-person", args=[draft.pk, person.pk])
    assert signed_in.post(address, {"role": "drafter", "seen_role": "reader"}).status_code == 302
    response = signed_in.post(address, {"role": "delegate", "seen_role": "reader"})
    assert response.status_code == 409
    assert "morocco is drafter by now" in response.content.decode()
    person.refresh_from_db()
    assert person.role == "drafter"


def test_the_open_page_of_somebody_removed_says_what_happened(
    signed_in: Client, stranger: Client, draft: Draft
) -> None:
    user = User.objects.get(username="stranger")
    person = Person.objects.create(draft=draft, user=user, role="drafter")
    assert stranger.get(reverse("draft", args=[draft.pk])).status_code == 200
    signed_in.post(reverse("remove-person", args=[draft.pk, person.pk]))
    for response in (
        stranger.get(reverse("draft", args=[draft.pk])),
        stranger.post(reverse("readings"), {"text": NEW, "draft": draft.pk}),
    ):
        assert response.status_code == 403
        assert "italy took you off this draft on" in response.content.decode()


def test_the_last_facilitator_is_not_removed(signed_in: Client, draft: Draft, italy: User) -> None:
    person = draft.persons.get()
    response = signed_in.post(reverse("remove-person", args=[draft.pk, person.pk]))
    assert response.status_code == 400
    assert "italy is the only facilitator" in response.content.decode()
    response = signed_in.post(
        reverse("change-person", args=[draft.pk, person.pk]), {"role": "reader", "seen_role": "facilitator"}
    )
    assert response.status_code == 409
    assert draft.persons.get().role == "facilitator"


def test_the_public_link_opens_the_draft_until_it_is_closed(
    client: Client, signed_in: Client, draft: Draft, italy: User
) -> None:
    link = actions.open_public_link(draft, by=italy)
    address = reverse("public-page", args=[link.token, "compare/1/2/"])
    response = client.get(address)
    assert response.headers["Location"] == reverse("comparison", args=[draft.pk, 1, 2])
    page = client.get(response.headers["Location"]).content.decode()
    assert f"http://testserver{address}" in page  # to pass on
    assert "Timeline" not in page
    signed_in.post(reverse("close-public-link", args=[draft.pk]))
    assert client.get(reverse("comparison", args=[draft.pk, 1, 2])).status_code == 404
    closed = client.get(address)
    assert closed.status_code == 410
    assert "This public link leads nowhere" in closed.content.decode()


def test_by_the_public_link_nobody_learns_who_takes_part(client: Client, draft: Draft, italy: User) -> None:
    User.objects.filter(pk=italy.pk).update(username="secret-name")
    client.get(reverse("public", args=[actions.open_public_link(draft, by=italy).token]))
    for address in (
        reverse("draft", args=[draft.pk]),
        reverse("version", args=[draft.pk, 1]),
        reverse("comparison", args=[draft.pk, 1, 2]),
        reverse("concordance", args=[draft.pk]),
        reverse("sponsors", args=[draft.pk]),
    ):
        response = client.get(address)
        assert response.status_code == 200
        assert "secret-name" not in response.content.decode()


def test_the_page_asks_as_much_for_many_people_as_for_one(signed_in: Client, draft: Draft) -> None:
    asked = []
    for number in (1, 29):
        for _ in range(number):
            user = User.objects.create_user(f"delegate-{User.objects.count()}")
            Person.objects.create(draft=draft, user=user, role="delegate")
            invited(signed_in, draft)
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(reverse("people", args=[draft.pk]))
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_what_is_wrong_with_a_field_stands_beside_it_and_is_told_with_it(
    signed_in: Client, draft: Draft
) -> None:
    sent = {"role": "reader", "places": "0", "hours": "24"}
    page = signed_in.post(reverse("invitations", args=[draft.pk]), sent).content.decode()
    told = {name for names in re.findall(r'aria-describedby="([^"]+)"', page) for name in names.split()}
    assert told == {"id_delegation_helptext", "id_email_helptext", "id_places_error"}
    assert told <= set(re.findall(r' id="([^"]+)"', page))
