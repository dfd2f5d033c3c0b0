"""Readings of a person: those that wait for them, and those that came together."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from drafts.core.chronology import chain_order
from drafts.core.document import Masthead, Resolution
from drafts.models import Reading
from drafts.queries.drafts import Viewer

_HEAVY = ("source", "places", "before", "file__data")  # what only the page of the reading itself shows


def readings_of(user: Viewer) -> QuerySet[Reading]:
    """What a person brought in, kept or not, newest first; a file's bytes are fetched when asked for."""
    if isinstance(user, AnonymousUser):
        return Reading.objects.none()
    return Reading.objects.filter(user=user).select_related("file").defer("file__data")


def waiting_readings_of(user: Viewer) -> QuerySet[Reading]:
    """What a person brought in and has not kept yet, but for what they put aside."""
    return readings_of(user).filter(version=None, put_aside_at=None).defer(*_HEAVY)


def chain_of(reading: Reading) -> list[Reading]:
    """The readings of files brought together, oldest text first as far as they say; empty for one alone."""
    if not reading.chain:
        return []
    together = list(
        Reading.objects.filter(user=reading.user_id, chain=reading.chain)
        .select_related("version", "file")
        .defer(*_HEAVY)
        .order_by("turn")
    )
    return [together[at] for at in chain_order([_said(each) for each in together])]


def _said(reading: Reading) -> Resolution:
    """What a reading says of its own place among others: symbol and date."""
    value = reading.value or {}
    date = (value.get("masthead") or {}).get("date") or ""
    return Resolution(symbol=value.get("symbol") or "", masthead=Masthead(date=date))
