"""What keeps strangers out and pages to themselves, seen from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from drafts.formats import to_json
from drafts.formats.text import read_text
from drafts.models import Reading, SourceFile, User
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/nowhere/"])
def test_every_answer_says_what_a_browser_may_do_with_it(client: Client, address: str) -> None:
    told = client.get(address)
    policy = dict(each.split(" ", 1) for each in told["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert told["X-Frame-Options"] == "DENY"
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "same-origin"
    assert told["Cross-Origin-Opener-Policy"] == "same-origin"
    assert told["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(told["Permissions-Policy"].split(", "))


@pytest.mark.parametrize(("name", "kind"), [("a.html", "text/html"), ("a.svg", "image/svg+xml")])
def test_a_file_that_somebody_brought_is_handed_out_to_be_saved_and_never_shown(
    client: Client, name: str, kind: str
) -> None:
    italy = User.objects.create_user("italy")
    client.force_login(italy)
    file = SourceFile.of(name, b"<script>alert(1)</script>")
    file.save()
    reading = Reading.objects.create(user=italy, file=file, value=to_json(read_text(OLD)))
    told = client.get(reverse("reading-file", args=[reading.pk]))
    assert told.status_code == 200
    assert told["Content-Disposition"].startswith("attachment;")
    assert told["Content-Type"] not in (kind, "application/xhtml+xml")
    assert told["X-Content-Type-Options"] == "nosniff"


def sign_in(client: Client, password: str, **extra: str) -> int:
    return client.post(reverse("sign-in"), {"username": "italy", "password": password}, **extra).status_code


def test_who_guesses_a_password_waits_and_nobody_else_does(client: Client, settings: Settings) -> None:
    settings.AXES_FAILURE_LIMIT = 3
    User.objects.create_user("italy", password="correct horse")
    assert [sign_in(client, "wrong") for _ in range(3)] == [200, 200, 429]
    refused = client.post(reverse("sign-in"), {"username": "italy", "password": "correct horse"})
    assert refused.status_code == 429
    assert "Wait 15 minutes" in refused.content.decode()
    assert sign_in(client, "correct horse", REMOTE_ADDR="192.0.2.7") == 302


def test_cookies_and_headers_are_by_the_book_where_the_address_is_https() -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "RAPPORTEUR_ADDRESS": "https://drafts.example", "RAPPORTEUR_DEBUG": "no"}
    environment["DJANGO_SETTINGS_MODULE"] = "drafts.settings"
    checked = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=root, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert (checked.returncode, checked.stderr) == (0, "")
