"""Looking over a text before it is kept."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from drafts.actions.versions import SponsorsFrom, add_version, start_draft
from drafts.core.document import Resolution
from drafts.core.errors import AlreadyKeptError, NotAllowedError
from drafts.formats import from_json, to_json
from drafts.formats.text import read_text
from drafts.models import Draft, Reading, User, Version
from drafts.queries import permissions


@transaction.atomic
def start_reading(source: str, *, by: User, draft: Draft | None = None) -> Reading:
    """Read a text and keep it, with what was brought in, until its person has looked it over."""
    if draft:
        permissions.require(draft, "issue", by=by)
    clean = source.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")
    return Reading.objects.create(user=by, draft=draft, source=clean, value=to_json(read_text(source)))


@transaction.atomic
def correct_reading(reading: Reading, resolution: Resolution, *, by: User) -> Reading:
    """Put a corrected resolution in the place of what was read; the last state can be brought back once."""
    _check(reading, by)
    reading.before, reading.value = reading.value, to_json(resolution.check())
    reading.put_aside_at = None
    reading.save(update_fields=["before", "value", "put_aside_at", "updated_at"])
    return reading


@transaction.atomic
def put_reading_aside(reading: Reading, *, by: User) -> Reading:
    """Take a reading off its person's front page; nothing of it is lost."""
    _check(reading, by)
    reading.put_aside_at = timezone.now()
    reading.save(update_fields=["put_aside_at"])
    return reading


@transaction.atomic
def undo_correction(reading: Reading, *, by: User) -> Reading:
    """Bring back what stood before the last correction; doing it twice brings the correction back."""
    _check(reading, by)
    if reading.before is not None:
        reading.before, reading.value = reading.value, reading.before
        reading.save(update_fields=["before", "value", "updated_at"])
    return reading


@transaction.atomic
def keep_reading(
    reading: Reading,
    *,
    by: User,
    symbol: str,
    date: datetime.date,
    note: str = "",
    after: int | None = None,
    even_if_same: bool = False,
    sponsors: SponsorsFrom = "text",
) -> Version:
    """Keep a reading as the next version of its draft, or as the first of a new one.

    Raises:
        AlreadyKeptError: it was kept before.
        DeedError: what ``add_version`` refuses.
    """
    _check(reading, by)
    resolution = replace(resolution_of(reading), symbol=symbol)
    issued: dict[str, Any] = {"by": by, "source": reading.source, "date": date, "note": note}
    if reading.draft is None:
        reading.draft = start_draft(resolution, **issued)
        reading.version = reading.draft.versions.get()
    else:
        reading.version = add_version(
            reading.draft,
            resolution,
            **issued,
            after=after,
            even_if_same=even_if_same,
            sponsors=sponsors,
        )
    reading.save(update_fields=["draft", "version", "updated_at"])
    return reading.version


def resolution_of(reading: Reading) -> Resolution:
    """The text as it stands now, with its doubts."""
    return cast(Resolution, from_json(reading.value))  # readings hold nothing else


def _check(reading: Reading, by: User) -> None:
    """Lock the reading and see that it is ``by``'s and still open."""
    fresh = Reading.objects.select_for_update().get(pk=reading.pk)
    if fresh.user_id != by.pk:
        raise NotAllowedError("Only the person who brought this text can correct it.")
    if fresh.version_id:
        raise AlreadyKeptError(
            "This text was kept as a version and no longer changes. Bring in the next one."
        )
    reading.value, reading.before = fresh.value, fresh.before
