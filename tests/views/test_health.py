"""Whoever watches over the server sees whether it can work; how much it has to do is for its operators."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from drafts.models import User
from drafts.views import health

COUNTS = {"rooms": 0, "pages": 0, "people": 0, "backlog": 0, "failing": 0}


@pytest.mark.django_db
def test_everybody_learns_whether_it_is_ready_and_no_more(client: Client) -> None:
    response = client.get("/health/")
    assert (response.status_code, response.json()) == (200, {"ready": True})
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_counts_are_for_staff_and_for_who_bears_the_token(client: Client, settings: object) -> None:
    settings.HEALTH_TOKEN = "s3cret"  # type: ignore[attr-defined]
    told = client.get("/health/", headers={"Authorization": "Bearer s3cret"})
    assert told.json() == {"ready": True, **COUNTS}
    assert client.get("/health/", headers={"Authorization": "Bearer other"}).json() == {"ready": True}
    client.force_login(User.objects.create_user("anna"))
    assert client.get("/health/").json() == {"ready": True}
    client.force_login(User.objects.create_user("operator", is_staff=True))
    assert client.get("/health/").json() == {"ready": True, **COUNTS}


@pytest.mark.django_db
def test_without_a_token_set_none_opens(client: Client) -> None:
    assert client.get("/health/", headers={"Authorization": "Bearer "}).json() == {"ready": True}


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_not_ready_where_the_database_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken() -> None:
        raise error("gone")

    monkeypatch.setattr(health.connection, "cursor", broken)
    response = client.get("/health/")
    assert (response.status_code, response.json()) == (503, {"ready": False})


@pytest.mark.django_db
def test_people_may_be_sent_here_where_database_schema_and_disk_are_as_they_must(client: Client) -> None:
    response = client.get("/ready/")
    assert (response.status_code, response.json()) == (200, {"ready": True, "amiss": []})


@pytest.mark.django_db
def test_nobody_is_sent_where_tables_lack_what_this_program_asks_of_them(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("drafts", "0020_kept_comparisons")
    response = client.get("/ready/")
    assert (response.status_code, response.json()) == (503, {"ready": False, "amiss": ["schema"]})


@pytest.mark.django_db
def test_an_older_program_serves_on_while_a_newer_one_migrates(client: Client) -> None:
    MigrationRecorder(connection).record_applied("drafts", "9999_from_the_future")
    assert client.get("/ready/").status_code == 200


@pytest.mark.django_db
def test_nobody_is_sent_where_nothing_can_be_written(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "gone"
    response = client.get("/ready/")
    assert (response.status_code, response.json()) == (503, {"ready": False, "amiss": ["disk"]})


@pytest.mark.django_db
def test_nobody_is_sent_where_the_database_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_database_answers", lambda: False)
    assert client.get("/ready/").json() == {"ready": False, "amiss": ["database"]}
