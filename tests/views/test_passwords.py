"""New passwords: by the old one, by a mailed link, by one that an operator hands over."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.management import CommandError, call_command
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from drafts.actions import passwords
from drafts.models import User

pytestmark = pytest.mark.django_db

OLD, NEW = "Geneva-1998", "New-York-2026"


@pytest.fixture(autouse=True)
def quickly(settings: Settings) -> None:
    """How long it takes to look at a password is not what these are about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ada() -> User:
    return User.objects.create_user("ada", "ada@italy.example", OLD)


@pytest.fixture
def mailing(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example"


def signed_in(user: User) -> Client:
    client = Client()
    assert client.post(reverse("sign-in"), {"username": user.username, "password": OLD}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    request = HttpRequest()
    request.session = client.session
    return get_user(request).is_authenticated


def change(client: Client, password: str = OLD, **more: str) -> tuple[int, str]:
    sent = {"password": password, "new_password1": NEW, "new_password2": NEW}
    answer = client.post(reverse("change-password"), {**sent, **more}, follow=True)
    return answer.status_code, answer.content.decode()


def asked(client: Client, email: str) -> str:
    """What is answered to who forgot it; then the tasks that wait are done."""
    answer = client.post(reverse("forgotten-password"), {"email": email})
    assert answer.status_code == 200
    for task in DBTaskResult.objects.all():
        passwords.mail_reset.call(*task.args_kwargs["args"])
        task.delete()
    return answer.content.decode()


def link_in(words: str) -> str:
    [link] = re.findall(r"http://\S+(/password/reset/[^\s<]+)", words)
    return link


def choose(client: Client, link: str, password: str = NEW) -> int:
    landed = client.get(link, follow=True)
    if landed.status_code != 200:
        return landed.status_code
    [(address, _)] = landed.redirect_chain
    return client.post(address, {"new_password1": password, "new_password2": password}).status_code


def test_a_new_password_signs_out_everywhere_else_and_says_so(ada: User) -> None:
    here, there, away = signed_in(ada), signed_in(ada), signed_in(ada)
    begun = [here.get(reverse("account")).context["sign_ins"] for _ in range(2)][-1]
    status, page = change(here)
    assert status == 200
    assert "You are signed out in 2 other places; here you stay signed in." in page
    assert [is_in(each) for each in (here, there, away)] == [True, False, False]
    [left] = here.get(reverse("account")).context["sign_ins"]
    assert left.begun_at == min(each.begun_at for each in begun)
    ada.refresh_from_db()
    assert ada.check_password(NEW)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"password": "guessed"}, "This is not your password."),
        ({"new_password2": "another"}, "didn’t match"),
        ({"new_password1": "ada", "new_password2": "ada"}, "too similar to the username"),
    ],
)
def test_a_new_password_is_refused_with_the_reason(ada: User, sent: dict[str, str], said: str) -> None:
    status, page = change(signed_in(ada), **sent)
    assert status == 400
    assert said in page
    ada.refresh_from_db()
    assert ada.check_password(OLD)


def test_who_guesses_the_old_password_at_anothers_screen_waits(ada: User, settings: Settings) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    client = signed_in(ada)
    assert [change(client, "guessed")[0] for _ in range(3)] == [400, 400, 429]
    assert change(client)[0] == 429


@pytest.mark.usefixtures("mailing")
def test_the_answer_is_the_same_whether_somebody_has_the_address_or_not(ada: User, client: Client) -> None:
    known, unknown = asked(client, ada.email), asked(client, "who@italy.example")
    token = re.compile(r"[A-Za-z0-9]{64}")
    assert token.sub("", known) == token.sub("", unknown.replace("who@", "ada@"))
    assert [each.to for each in mail.outbox] == [[ada.email]]


@pytest.mark.usefixtures("mailing")
def test_a_mailed_link_gives_a_new_password_once_and_says_that_the_address_is_theirs(
    ada: User, client: Client
) -> None:
    elsewhere = signed_in(ada)
    asked(client, ada.email.upper())
    link = link_in(mail.outbox[0].body)
    assert choose(client, link) == 302
    ada.refresh_from_db()
    assert (ada.check_password(NEW), ada.confirmed_email) == (True, ada.email)
    assert not is_in(elsewhere)
    assert not is_in(client)
    assert choose(Client(), link, OLD) == 410


@pytest.mark.usefixtures("mailing")
def test_a_link_is_too_old_after_an_hour(ada: User, client: Client, settings: Settings) -> None:
    asked(client, ada.email)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert choose(client, link_in(mail.outbox[0].body)) == 410


@pytest.mark.usefixtures("mailing")
def test_one_address_is_not_flooded_and_neither_is_the_page(ada: User, client: Client) -> None:
    for _ in range(3):
        asked(client, ada.email)
    assert len(mail.outbox) == 1
    User.objects.update(
        reset_mailed_at=timezone.now() + timezone.timedelta(hours=1)
    )  # before the clock was put back
    asked(client, ada.email)
    assert len(mail.outbox) == 2
    statuses = [
        client.post(reverse("forgotten-password"), {"email": f"{n}@x.example"}).status_code for n in range(31)
    ]
    assert statuses[-1] == 429


@pytest.mark.usefixtures("mailing")
@pytest.mark.parametrize("closed", ["inactive", "without a password"])
def test_no_link_goes_to_who_may_not_come_in_by_one(ada: User, client: Client, closed: str) -> None:
    if closed == "inactive":
        ada.is_active = False
    else:
        ada.set_unusable_password()
    ada.save()
    asked(client, ada.email)
    assert mail.outbox == []


def test_where_no_mail_goes_out_the_page_says_whom_to_ask(client: Client) -> None:
    page = client.get(reverse("forgotten-password")).content.decode()
    assert "Ask whoever runs this site" in page
    assert "<form method" not in page.split("<main")[1].split("</main")[0]


def test_an_operator_hands_over_a_link_that_proves_no_address(ada: User, client: Client) -> None:
    printed = StringIO()
    call_command("password_link", "ada", stdout=printed, stderr=StringIO())
    assert choose(client, link_in(printed.getvalue())) == 302
    ada.refresh_from_db()
    assert (ada.check_password(NEW), ada.confirmed_email) == (True, "")
    with pytest.raises(CommandError, match="No open account is called eve"):
        call_command("password_link", "eve")


def test_an_operator_finds_a_link_in_the_list_of_accounts(ada: User) -> None:
    operator = Client()
    operator.force_login(User.objects.create_superuser("operator"))
    told = operator.post(
        reverse("admin:drafts_user_changelist"),
        {"action": "give_link", "_selected_action": [ada.pk]},
        follow=True,
    ).content.decode()
    assert choose(Client(), link_in(told)) == 302


@pytest.mark.usefixtures("mailing")
def test_a_new_password_by_a_link_lets_in_who_was_kept_out_for_wrong_ones(
    ada: User, client: Client, settings: Settings
) -> None:
    settings.AXES_FAILURE_LIMIT = 1
    wrong = {"username": "ada", "password": "guessed"}
    assert client.post(reverse("sign-in"), wrong).status_code == 429
    asked(client, ada.email)
    choose(client, link_in(mail.outbox[0].body))
    assert client.post(reverse("sign-in"), {**wrong, "password": NEW}).status_code == 302
