"""What only its person may know stands in no log, measure or page of an error, however much is logged."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

import pyotp
import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from drafts.actions import passwords, second_steps
from drafts.management.logs import Json, OfRequest, Plain
from drafts.models import SecondStep, User
from tests.provider import CLIENT_ID, CLIENT_SECRET, Provider, serving
from tests.views.test_institution import there

pytestmark = pytest.mark.django_db

OLD, NEW, GUESSED = "Geneva-1998", "New-York-2026", "Vienna-1955"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that is logged, at every level that can be asked for, in both forms."""
    told = io.StringIO()
    handlers = [logging.StreamHandler(told), logging.StreamHandler(told)]
    root = logging.getLogger()
    level = root.level
    for handler, formatter in zip(handlers, (Plain(), Json()), strict=True):
        handler.setFormatter(formatter)
        handler.addFilter(OfRequest())
        root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield told
    root.setLevel(level)
    for handler in handlers:
        root.removeHandler(handler)


@pytest.fixture(autouse=True)
def watched(settings: Settings) -> None:
    settings.HEALTH_TOKEN = "watching"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class Visitor:
    """Somebody at a browser, and every page that they were shown."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.sessions: set[str] = set()
        self.refusals: list[str] = []

    def post(self, name: str, **sent: object) -> str:
        return self._shown(self.client.post(reverse(name), sent))

    def get(self, address: str) -> str:
        return self._shown(self.client.get(address))

    def _shown(self, answer) -> str:  # type: ignore[no-untyped-def]
        self.sessions.add(self.client.session.session_key or "")
        page = answer.content.decode()
        if answer.status_code > 400:  # at 400 a form is shown again, as the one with the key for the app
            self.refusals.append(page.replace(answer.request["PATH_INFO"], ""))
        return page


def test_no_secret_of_a_password_is_told(logged: io.StringIO, settings: Settings) -> None:
    settings.EMAIL_HOST, settings.AXES_FAILURE_LIMIT = "mail.example", 3
    User.objects.create_user("ada", "ada@italy.example", OLD)
    here = Visitor()
    here.post("sign-in", username="ada", password=GUESSED)
    here.post("sign-in", username="ada", password=OLD)
    here.post("change-password", password=GUESSED, new_password1=NEW, new_password2=NEW)
    here.post("change-password", password=OLD, new_password1=NEW, new_password2=NEW)
    here.post("sign-out")
    here.post("forgotten-password", email="ada@italy.example")
    for task in DBTaskResult.objects.all():
        passwords.mail_reset.call(*task.args_kwargs["args"])
    printed = io.StringIO()
    call_command("password_link", "ada", stdout=printed, stderr=io.StringIO())
    links = [
        re.findall(r"/password/reset/\S+", each)[0] for each in (mail.outbox[0].body, printed.getvalue())
    ]
    for link in links:
        here.get(link)
        here.get(link.rstrip("/") + "x/")
    for _ in range(4):
        here.post("sign-in", username="ada", password=GUESSED)
    tokens = [link.rstrip("/").rpartition("/")[2] for link in links]
    kept = " ".join(str(each) for each in AccessAttempt.objects.values_list("post_data", "get_data"))
    assert AccessAttempt.objects.exists()
    assert_untold(logged, here, [OLD, NEW, GUESSED, *tokens], kept)


def test_no_secret_of_a_second_step_is_told(logged: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    User.objects.create_user("ada", password=OLD)
    here = Visitor()
    here.post("sign-in", username="ada", password=OLD)
    page = here.get(reverse("second-step"))
    here.get(reverse("second-step-picture"))
    [shown] = re.findall(r'class="code key">([A-Z2-7-]+)<', page)
    secret = shown.replace("-", "")
    code = pyotp.TOTP(secret).at(timezone.now())
    here.post("second-step", code="000000", password=OLD)
    codes = re.findall(r'class="code">([A-Z0-9-]{19})<', here.post("second-step", code=code, password=OLD))
    here.post("download-recovery-codes", code=codes)
    here.post("sign-out")
    here.post("sign-in", username="ada", password=OLD)
    here.post("pass-second-step", code="000000")
    here.post("pass-second-step", code=codes[0])

    def broken(*_: object) -> None:
        raise RuntimeError("as a fault of ours would")

    monkeypatch.setattr(second_steps, "fresh_recovery_codes", broken)
    here.post("renew-recovery-codes", password=OLD)
    assert "Something broke on our side" in here.refusals[-1]
    assert (len(codes), SecondStep.objects.get().secret) == (10, secret)
    bare = [each.replace("-", "") for each in codes]
    assert_untold(logged, here, [OLD, shown, secret, *codes, *bare])


def test_no_secret_of_single_sign_on_is_told(logged: io.StringIO, settings: Settings) -> None:
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
    with serving(Provider({"sub": "ada-1"}, short_token=True)) as provider:
        settings.OIDC_ISSUER = provider.issuer
        here = Visitor()
        verifiers = []
        for forged in ({}, {"nonce": "another"}):
            provider.token_claims = forged
            back = there(here.client)
            verifiers += re.findall(r"'code_verifier': '([^']+)'", str(dict(here.client.session)))
            here.get(back)
            here.get(back)
        here.post("sign-out")
    assert len(verifiers) == 2
    assert len(provider.issued) == 6
    assert_untold(logged, here, [CLIENT_SECRET, *provider.issued, *verifiers])


def assert_untold(logged: io.StringIO, visitor: Visitor, secrets: list[str], kept: str = "") -> None:
    watching = Client(headers={"authorization": "Bearer watching"})
    measures = watching.get(reverse("metrics")).content.decode()
    assert "page" in measures
    told = logged.getvalue()
    assert len(told.splitlines()) > 4, "nothing was logged, so nothing was looked at"
    places = {"log": told, "metrics": measures, "error pages": " ".join(visitor.refusals), "tries": kept}
    found = [
        (place, secret)
        for secret in [*secrets, *visitor.sessions]
        if secret
        for place, words in places.items()
        if secret in words
    ]
    assert found == []
