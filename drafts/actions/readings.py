"""Looking over a text before it is kept."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from drafts.actions.deeds import lock, record
from drafts.actions.versions import SponsorsFrom, add_version, start_draft
from drafts.core import doubts
from drafts.core.deed_words import done
from drafts.core.document import Resolution
from drafts.core.errors import AlreadyKeptError, DeedError, NotAllowedError
from drafts.core.worded import worded
from drafts.formats import from_json, to_json
from drafts.formats.plain import plain_text
from drafts.models import Draft, Reading, User, Version
from drafts.queries import permissions


@transaction.atomic
def take_up_version(version: Version, *, by: User) -> Reading:
    """Take an old version's text up again: its people look it over and keep it as the next version.

    The version itself stays as it is. Its symbol does not come along, for a symbol names one document.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not issue versions, or not in this state.
    """
    draft = lock(version.draft)
    permissions.require(draft, "issue", by=by)
    text = replace(version.resolution(), symbol="", lineage="")
    words = done("version-taken-up", version=version.name)
    record(draft, "version-taken-up", words, by=by, version=version.number)
    source = version.source or plain_text(text)
    return Reading.objects.create(user=by, draft=draft, source=source, value=to_json(text))


_UNREAD = worded("This text has not been read yet. Wait until it is, or throw it away.")


@transaction.atomic
def correct_reading(reading: Reading, resolution: Resolution, *, by: User) -> Reading:
    """Put a corrected resolution in the place of what was read; the last state can be brought back once."""
    check_open(reading, by)
    reading.before, reading.value = reading.value, to_json(resolution.check())
    reading.put_aside_at = None
    reading.save(update_fields=["before", "value", "put_aside_at", "updated_at"])
    return reading


@transaction.atomic
def put_reading_aside(reading: Reading, *, by: User) -> Reading:
    """Take a reading off its person's front page; nothing of it is lost."""
    check_open(reading, by, unread=True)
    reading.put_aside_at = timezone.now()
    reading.save(update_fields=["put_aside_at"])
    return reading


@transaction.atomic
def undo_correction(reading: Reading, *, by: User) -> Reading:
    """Bring back what stood before the last correction; doing it twice brings the correction back."""
    check_open(reading, by)
    if reading.before is not None:
        reading.before, reading.value = reading.value, reading.before
        reading.save(update_fields=["before", "value", "updated_at"])
        _reopen_unchosen(reading)
    return reading


@transaction.atomic
def discard_reading(reading: Reading, *, by: User) -> None:
    """Throw a reading away for good, with the file it was read from."""
    check_open(reading, by, unread=True)
    reading.delete()
    if reading.file:
        reading.file.delete()


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

    A text that amends another is a document of its own: it begins one, and never revises what it amends. Once
    the first of several files brought together has begun a draft, the others are brought to that.

    Raises:
        AlreadyKeptError: it was kept before.
        DeedError: what ``add_version`` refuses.
    """
    check_open(reading, by)
    resolution = replace(resolution_of(reading), symbol=symbol)
    issued: dict[str, Any] = {
        "by": by,
        "source": reading.source,
        "file": reading.file,
        "date": date,
        "note": note,
    }
    if reading.draft and not stands_alone(resolution, reading.draft):
        reading.version = add_version(
            reading.draft,
            resolution,
            **issued,
            after=after,
            even_if_same=even_if_same,
            sponsors=sponsors,
            frozen_at=reading.live_seq,
        )
    else:
        begun = start_draft(resolution, **issued)
        reading.version = begun.versions.get()
        if reading.draft is None and resolution.proposal != "amendment":
            _bring_along(reading, begun)
        reading.draft = begun
    reading.save(update_fields=["draft", "version", "updated_at"])
    return reading.version


def stands_alone(resolution: Resolution, draft: Draft) -> bool:
    """Whether a text brought to a draft is no revision of it: it amends, and the draft's own texts do not."""
    if resolution.proposal != "amendment":
        return False
    proposals = set(draft.versions.values_list("proposal", flat=True))
    return bool(proposals) and "amendment" not in proposals


def resolution_of(reading: Reading) -> Resolution:
    """The text as it stands now, with its doubts.

    Raises:
        DeedError: it has not been read yet.
    """
    if reading.value is None:
        raise DeedError(_UNREAD)
    return cast(Resolution, from_json(reading.value))  # readings hold nothing else


def check_open(reading: Reading, by: User, *, unread: bool = False) -> None:
    """Lock the reading; see that it is ``by``'s, was read (unless ``unread`` will do), and is still open."""
    fresh = Reading.objects.select_for_update().filter(pk=reading.pk).first()
    if fresh is None:
        raise DeedError(worded("This text was thrown away. Bring it in again."))
    if fresh.user_id != by.pk:
        raise NotAllowedError(worded("Only the person who brought this text can correct it."))
    if fresh.version_id:
        raise AlreadyKeptError(
            worded("This text was kept as a version and no longer changes. Bring in the next one.")
        )
    if not (unread or fresh.is_read):
        raise DeedError(_UNREAD)
    reading.value, reading.before = fresh.value, fresh.before
    reading.draft_id = fresh.draft_id  # another of its chain may have begun the draft meanwhile


def _reopen_unchosen(reading: Reading) -> None:
    """Ask again about places whose chosen reading was taken back: there it can be chosen once more."""
    resolution = resolution_of(reading)
    by_key = dict(zip(doubts.keys(resolution), resolution.doubts, strict=True))
    for each in reading.settlements.exclude(choice=""):
        doubt = by_key.get(each.key)
        if doubt and doubts.chosen(resolution, doubt, each.choice):
            each.delete()


def _bring_along(reading: Reading, draft: Draft) -> None:
    """Bring what came together with the first text of a draft to that draft."""
    if reading.chain:
        others = Reading.objects.filter(chain=reading.chain, user=reading.user_id, draft=None, version=None)
        others.exclude(pk=reading.pk).update(draft=draft)
