"""Signing in by two steps: turned on by a first code, passed by one, and no way around it."""

from __future__ import annotations

import datetime
import re

import pyotp
import pytest
from django.contrib.auth import get_user
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from drafts.actions import second_steps
from drafts.models import RecoveryCode, SecondStep, User

pytestmark = pytest.mark.django_db

PASSWORD = "Geneva-1998"
NOW = datetime.datetime.now(datetime.UTC).replace(second=10, microsecond=0)


class Clock:
    """The time that the server goes by; ``half_minutes`` are added to it."""

    def __init__(self) -> None:
        self.half_minutes = 0

    def __call__(self) -> datetime.datetime:
        return NOW + datetime.timedelta(seconds=30 * self.half_minutes)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(second_steps.timezone, "now", made)
    return made


@pytest.fixture(autouse=True)
def quickly(settings: Settings) -> None:
    """How long it takes to look at a password is not what these are about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ada() -> User:
    return User.objects.create_user("ada", "ada@italy.example", PASSWORD)


def code_at(clock: Clock, secret: str, half_minutes: int = 0) -> str:
    """What the app shows so many half minutes after the server's time."""
    return pyotp.TOTP(secret).at(clock() + datetime.timedelta(seconds=30 * half_minutes))


def turned_on(user: User, clock: Clock) -> tuple[str, list[str]]:
    """The secret and the recovery codes; half a minute has gone by since."""
    secret = second_steps.fresh_secret()
    shown = second_steps.turn_on(user, secret, code_at(clock, secret))
    clock.half_minutes += 1
    return secret, shown


def password_of(client: Client, after: str = "", password: str = PASSWORD) -> HttpResponse:
    sent = {"username": "ada", "password": password, "next": after}
    return client.post(reverse("sign-in"), sent)


def passed(client: Client, code: str) -> HttpResponse:
    return client.post(reverse("pass-second-step"), {"code": code})


def is_in(client: Client) -> bool:
    request = HttpRequest()
    request.session = client.session
    return get_user(request).is_authenticated


def test_a_code_is_asked_for_after_the_password_and_leads_where_one_was_going(
    ada: User, client: Client, clock: Clock
) -> None:
    secret, _ = turned_on(ada, clock)
    assert password_of(client, reverse("find")).headers["Location"] == reverse("pass-second-step")
    assert not is_in(client)
    assert client.get(reverse("account")).status_code == 302
    assert passed(client, code_at(clock, secret)).headers["Location"] == reverse("find")
    assert is_in(client)


@pytest.mark.parametrize(("early", "status"), [(-2, 400), (-1, 302), (0, 302), (1, 302), (2, 400)])
def test_the_clock_of_a_phone_may_be_off_by_half_a_minute(
    ada: User, client: Client, clock: Clock, early: int, status: int
) -> None:
    secret, _ = turned_on(ada, clock)
    clock.half_minutes += 5
    password_of(client)
    assert passed(client, code_at(clock, secret, early)).status_code == status


def test_no_code_is_taken_twice_nor_one_from_before_it(ada: User, clock: Clock) -> None:
    secret, _ = turned_on(ada, clock)
    code, earlier = code_at(clock, secret), code_at(clock, secret, -1)
    statuses = []
    for each in (code, code, earlier, code_at(clock, secret, 1)):
        client = Client()
        password_of(client)
        statuses.append(passed(client, each).status_code)
    assert statuses == [302, 400, 400, 302]


def test_a_clock_that_was_put_back_keeps_nobody_out(ada: User, client: Client, clock: Clock) -> None:
    secret, _ = turned_on(ada, clock)
    clock.half_minutes -= 1000
    password_of(client)
    assert passed(client, code_at(clock, secret)).status_code == 302


def test_a_code_is_taken_as_people_type_it(ada: User, client: Client, clock: Clock) -> None:
    secret, _ = turned_on(ada, clock)
    code = code_at(clock, secret)
    password_of(client)
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert passed(client, f" {arabic[:3]} {arabic[3:]} ").status_code == 302


def test_who_guesses_codes_waits_wherever_they_guess_from(
    ada: User, clock: Clock, settings: Settings
) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    secret, _ = turned_on(ada, clock)
    clients = [Client(REMOTE_ADDR=f"192.0.2.{n}") for n in range(5)]
    for each in clients:
        password_of(each)
    assert [passed(each, "000000").status_code for each in clients[:4]] == [400, 400, 400, 429]
    assert passed(clients[4], code_at(clock, secret)).status_code == 429
    clock.half_minutes += 30
    assert passed(clients[4], code_at(clock, secret)).status_code == 302


def test_a_recovery_code_lets_in_once(ada: User, clock: Clock) -> None:
    _, shown = turned_on(ada, clock)
    statuses = []
    for each in (shown[0].lower().replace("-", " "), shown[0], shown[1]):
        client = Client()
        password_of(client)
        statuses.append(passed(client, each).status_code)
    assert statuses == [302, 400, 302]


def test_one_is_told_when_few_recovery_codes_are_left(ada: User, client: Client, clock: Clock) -> None:
    _, shown = turned_on(ada, clock)
    RecoveryCode.objects.filter(pk__in=RecoveryCode.objects.values("pk")[:7]).delete()
    left = [
        each
        for each in shown
        if RecoveryCode.objects.filter(digest=second_steps._digest(each.replace("-", "")))
    ]
    password_of(client)
    told = client.post(reverse("pass-second-step"), {"code": left[0]}, follow=True)
    assert "You have 2 recovery codes left." in told.content.decode()


def test_the_password_is_asked_again_after_a_while_or_when_it_is_another(
    ada: User, client: Client, clock: Clock
) -> None:
    secret, _ = turned_on(ada, clock)
    password_of(client)
    pending = client.session["second-step"]
    session = client.session
    session["second-step"] = {**pending, "until": pending["until"] - 601}
    session.save()
    assert passed(client, code_at(clock, secret)).headers["Location"] == reverse("sign-in")
    password_of(client)
    ada.set_password("Vienna-1955")
    ada.save()
    assert passed(client, code_at(clock, secret)).headers["Location"] == reverse("sign-in")
    assert not is_in(client)


def test_nobody_gets_around_it_by_admin_or_by_setting_it_up_anew(
    ada: User, client: Client, clock: Clock
) -> None:
    User.objects.update(is_staff=True, is_superuser=True)
    secret, _ = turned_on(ada, clock)
    admin = reverse("admin:index")
    asked = client.get(admin, follow=True)
    assert asked.request["PATH_INFO"] == reverse("sign-in")
    sent = {"username": "ada", "password": PASSWORD, "next": admin}
    assert client.post(reverse("admin:login"), sent).status_code == 405
    assert password_of(client, admin).headers["Location"] == reverse("pass-second-step")
    assert client.get(reverse("second-step")).headers["Location"].startswith(reverse("sign-in"))
    assert client.get(reverse("second-step-picture")).status_code == 404
    assert client.get(admin).status_code == 302
    passed(client, code_at(clock, secret))
    assert client.get(admin).status_code == 200


def set_up(client: Client, clock: Clock, **more: str) -> HttpResponse:
    page = client.get(reverse("second-step")).content.decode()
    [secret] = re.findall(r'class="code key">([A-Z2-7-]+)<', page)
    sent = {"code": code_at(clock, secret.replace("-", "")), "password": PASSWORD}
    return client.post(reverse("second-step"), {**sent, **more})


def test_it_holds_from_the_first_right_code_on_and_signs_out_elsewhere(ada: User, clock: Clock) -> None:
    here, there = Client(), Client()
    for each in (here, there):
        password_of(each)
    for wrong in ({"code": "000000"}, {"password": "guessed"}):
        assert set_up(here, clock, **wrong).status_code == 400
        assert not SecondStep.objects.exists()
    answer = set_up(here, clock)
    shown = re.findall(r'class="code">([A-Z0-9-]{19})<', answer.content.decode())
    assert (answer.status_code, len(set(shown))) == (200, 10)
    assert "no-store" in answer.headers["Cache-Control"]
    assert [is_in(each) for each in (here, there)] == [True, False]
    assert not any(code in here.get(reverse("second-step")).content.decode() for code in shown)


def test_the_picture_says_the_same_key_as_the_page_and_fits_the_policy(ada: User, client: Client) -> None:
    password_of(client)
    page = client.get(reverse("second-step")).content.decode()
    drawn = client.get(reverse("second-step-picture"))
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert "style" not in drawn.content.decode()
    secret = client.session["second-step-fresh"]
    assert "-".join(re.findall("....", secret)) in page
    assert second_steps.address_of(secret, ada) == (
        f"otpauth://totp/Rapporteur:ada?secret={secret}&issuer=Rapporteur"
    )


def test_recovery_codes_can_be_saved_by_whom_they_were_shown_to_alone(
    ada: User, client: Client, clock: Clock
) -> None:
    _, shown = turned_on(ada, clock)
    client.force_login(ada)
    saved = client.post(reverse("download-recovery-codes"), {"code": shown})
    assert saved.headers["Content-Disposition"].startswith("attachment;")
    assert saved.content.decode().split("\r\n")[2:-1] == shown
    assert client.post(reverse("download-recovery-codes"), {"code": ["AAAA"]}).status_code == 404


def test_other_recovery_codes_take_the_place_of_those_there_were(
    ada: User, client: Client, clock: Clock
) -> None:
    _, old = turned_on(ada, clock)
    client.force_login(ada)
    assert client.post(reverse("renew-recovery-codes"), {"password": "guessed"}).status_code == 400
    page = client.post(reverse("renew-recovery-codes"), {"password": PASSWORD}).content.decode()
    fresh = re.findall(r'class="code">([A-Z0-9-]{19})<', page)
    door = Client()
    password_of(door)
    assert [passed(door, code).status_code for code in (old[0], fresh[0])] == [400, 302]


def test_turning_it_off_asks_for_the_password(ada: User, client: Client, clock: Clock) -> None:
    turned_on(ada, clock)
    client.force_login(ada)
    assert client.post(reverse("turn-off-second-step"), {"password": "guessed"}).status_code == 400
    assert SecondStep.objects.exists()
    assert client.post(reverse("turn-off-second-step"), {"password": PASSWORD}).status_code == 302
    assert not SecondStep.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert password_of(Client()).headers["Location"] == reverse("home")


def test_where_the_site_asks_everybody_nobody_is_in_before_they_set_it_up(
    ada: User, client: Client, clock: Clock, settings: Settings
) -> None:
    old = Client()
    password_of(old)
    settings.SECOND_STEP_REQUIRED = True
    assert not is_let_in(old)
    assert password_of(client, reverse("find")).headers["Location"] == reverse("second-step")
    assert not is_let_in(client)
    answer = set_up(client, clock)
    assert f'href="{reverse("find")}"' in answer.content.decode()
    assert is_let_in(client)
    client.post(reverse("turn-off-second-step"), {"password": PASSWORD})
    assert not is_let_in(client)


def is_let_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_an_operator_turns_it_off_for_who_lost_everything(ada: User, clock: Clock) -> None:
    turned_on(ada, clock)
    operator = Client()
    operator.force_login(User.objects.create_superuser("operator"))
    operator.post(
        reverse("admin:drafts_user_changelist"),
        {"action": "turn_off_second_step", "_selected_action": [ada.pk]},
    )
    assert not SecondStep.objects.exists()
