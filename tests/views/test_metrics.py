"""What is counted for Prometheus, for whom, and that several processes count together."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from drafts.models import Reading, User

ROOT = Path(__file__).parents[2]
COUNTING = """
import django
django.setup()
from drafts.actions import metrics
metrics.tell_live(rooms={rooms})
metrics.LOG_WRITES.observe(0.02)
print(metrics.counted().decode())
"""


def measured(text: str) -> dict[str, dict[tuple[str, ...], float]]:
    """Each sample by its name and the values of its labels, these by their names."""
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(sample.labels[key] for key in sorted(sample.labels))] = (
                sample.value
            )
    return found


@pytest.fixture
def asked(client: Client, settings: Any) -> dict[str, dict[tuple[str, ...], float]]:
    settings.HEALTH_TOKEN = "s3cret"
    client.get("/sign-in/")
    client.get(f"/drafts/{uuid.uuid4()}/")
    client.get("/nowhere/")
    client.generic("BREW", "/health/")
    italy = User.objects.create_user("italy")
    Reading.objects.create(user=italy, source="x", state="waiting", beat_at=timezone.now())
    response = client.get("/metrics/", headers={"Authorization": "Bearer s3cret"})
    assert response.status_code == 200
    return measured(response.content.decode())


@pytest.mark.django_db
def test_durations_are_by_the_name_of_the_page_and_no_id_is_in_them(
    asked: dict[str, dict[tuple[str, ...], float]],
) -> None:
    counts = asked["rapporteur_page_seconds_count"]
    assert counts["GET", "200", "sign-in"] >= 1
    assert counts["GET", "302", "draft"] >= 1
    assert counts["GET", "404", "none"] >= 1
    assert counts["other", "405", "health"] >= 1
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert {view for _, _, view in counts if ":" not in view} <= {*names, "none"}


@pytest.mark.django_db
def test_live_texts_and_what_waits_are_counted(asked: dict[str, dict[tuple[str, ...], float]]) -> None:
    live = {
        name: asked[f"rapporteur_live_{name}"] for name in ("rooms", "pages", "people", "backlog", "failing")
    }
    assert {tuple(each) for each in live.values()} == {((),)}
    assert asked["rapporteur_work"] == {
        ("reading", "waiting"): 1, ("reading", "under-way"): 0, ("report", "waiting"): 0,
        ("report", "under-way"): 0, ("batch", "waiting"): 0, ("batch", "under-way"): 0,
    }  # fmt: skip
    assert asked["rapporteur_tasks"] == {(): 0}
    assert "rapporteur_live_write_seconds_count" in asked


@pytest.mark.django_db
def test_nobody_else_is_told(client: Client, settings: Any) -> None:
    settings.HEALTH_TOKEN = "s3cret"
    assert client.get("/metrics/").status_code == 404
    assert client.get("/metrics/", headers={"Authorization": "Bearer other"}).status_code == 404
    client.force_login(User.objects.create_user("operator", is_staff=True))
    assert client.get("/metrics/").status_code == 200


def test_processes_count_together_and_one_that_ended_has_nothing_open(tmp_path: Path) -> None:
    environment = {
        **os.environ, "RAPPORTEUR_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "drafts.settings",
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path),
    }  # fmt: skip
    for rooms in (2, 3):
        command = [sys.executable, "-c", COUNTING.format(rooms=rooms)]
        said = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    together = measured(said.stdout)
    assert together["rapporteur_live_rooms"] == {(): 3}
    assert together["rapporteur_live_write_seconds_count"] == {(): 2}
