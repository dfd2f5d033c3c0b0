"""Bringing texts in: kept as they came, read in a process apart, at once where that is quick, else in turn.

A reading waits, is being read, and then is read or refused; see ``actions.work`` for how that is kept.
"""

from __future__ import annotations

import contextlib
import json
import time
import uuid
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from drafts.actions import work
from drafts.actions.readings import check_open
from drafts.actions.settlements import recall_settlements
from drafts.core.errors import ReadError, StillReadingError
from drafts.core.traces import traced
from drafts.core.worded import worded
from drafts.formats.apart import apart
from drafts.formats.brought import Brought
from drafts.formats.jobs import read_brought
from drafts.models import Draft, Reading, ReadingState, SourceFile, User
from drafts.queries import permissions
from drafts.queries.limits import bounds


@transaction.atomic
def start_readings(brought: Sequence[Brought], *, by: User, draft: Draft | None = None) -> list[Reading]:
    """Keep what was brought in, still unread. Several at once are a chain, in the order given."""
    if draft:
        permissions.require(draft, "issue", by=by)
    chain = uuid.uuid4() if len(brought) > 1 else None
    readings = []
    for turn, each in enumerate(brought):
        reading = Reading(user=by, draft=draft, chain=chain, turn=turn)
        reading.state, reading.beat_at = ReadingState.WAITING, timezone.now()
        if each.pasted:
            reading.source = each.text.replace("\x00", "\N{REPLACEMENT CHARACTER}")  # PostgreSQL has no NUL
        else:
            reading.file = SourceFile.of(each.name, each.data)
            reading.file.save()
        reading.save()
        readings.append(reading)
    return readings


def start_reading(source: str, *, by: User, draft: Draft | None = None) -> Reading:
    """Bring a pasted text in and read it, however long it takes."""
    [reading] = start_readings([Brought.of_text(source)], by=by, draft=draft)
    read_now(reading.pk)
    reading.refresh_from_db()
    return reading


def read_promptly(readings: Sequence[Reading], patience: float) -> None:
    """Read what can be read within ``patience`` seconds in all; the rest is read in turn, by a worker."""
    until = time.monotonic() + patience
    for reading in readings:
        left = until - time.monotonic()
        try:
            if left <= 0:
                raise StillReadingError(worded("It is its turn later."))
            read_now(reading.pk, patience=left)
        except StillReadingError:
            work.queue(Reading, reading.pk, read_in_turn, tries=0)


def read_now(reading_id: uuid.UUID, *, patience: float | None = None) -> None:
    """Read what waits or was broken off; nothing where it was read, or somebody else is reading it.

    Must not stand in a transaction: it may take long, and others want to see how far it is.

    Raises:
        StillReadingError: patience came to its end. It is not queued.
    """
    reading = work.take(Reading, reading_id)
    if reading is None:
        return
    job = (read_brought, _brought(reading), settings.MAX_FILE_BYTES, settings.MAX_PAGES)
    try:
        answer = apart(*job, bounds=bounds(), tell=work.beating(Reading, reading_id), patience=patience)
    except ReadError as error:
        work.refuse(Reading, reading_id, error.words)
    else:
        _record(reading, json.loads(answer))


@transaction.atomic
def reopen_reading(reading: Reading, *, by: User) -> None:
    """Let what could not be read be tried once more."""
    check_open(reading, by, unread=True)
    refused = Reading.objects.filter(pk=reading.pk, state=ReadingState.REFUSED)
    refused.update(state=ReadingState.WAITING, refusal="", tries=0, beat_at=timezone.now())


@task()
def read_in_turn(reading_id: str, request_id: str = "") -> None:
    """What the worker does with a reading that was queued; stopped with the server, it is taken up again."""
    with traced(request_id), contextlib.suppress(StillReadingError):
        read_now(uuid.UUID(reading_id))


def resume_readings() -> int:
    """Queue again what was being read, or about to be, when its server went away; how many there were."""
    return work.resume(Reading, read_in_turn)


def _brought(reading: Reading) -> Brought:
    if reading.file is None:
        return Brought.of_text(reading.source)
    return Brought(reading.file.name, bytes(reading.file.data))


@transaction.atomic
def _record(reading: Reading, answer: dict[str, Any]) -> None:
    read = {"value": answer["value"], "places": answer.get("places")}
    if reading.file:
        read["source"] = answer["source"]
    now = timezone.now()
    if work.unfinished(Reading, reading.pk).update(
        state=ReadingState.READ, beat_at=now, updated_at=now, **read
    ):
        reading.refresh_from_db()
        recall_settlements(reading)
