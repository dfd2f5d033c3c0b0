"""What waits in the database is worked off by threads of the server."""

from __future__ import annotations

import time

import pytest

from drafts import actions
from drafts.formats.brought import Brought
from drafts.management.worker import working
from drafts.models import Reading, User
from tests.texts import OLD

PATIENCE = 60  # seconds, on a machine that is very busy


@pytest.mark.django_db(transaction=True)
def test_a_reading_that_waits_is_read(django_user_model: type[User]) -> None:
    italy = django_user_model.objects.create_user("italy")
    readings = actions.start_readings([Brought.of_file("draft.txt", OLD.encode())], by=italy)
    actions.read_promptly(readings, patience=0)
    with working():
        until = time.monotonic() + PATIENCE
        while Reading.objects.exclude(state="read").exists() and time.monotonic() < until:
            time.sleep(0.05)
    assert Reading.objects.get().state == "read"
