"""Readings that wait for their person."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from drafts.models import Reading
from drafts.queries.drafts import Viewer


def readings_of(user: Viewer) -> QuerySet[Reading]:
    """What a person brought in, kept or not, newest first."""
    return Reading.objects.none() if isinstance(user, AnonymousUser) else Reading.objects.filter(user=user)


def waiting_readings_of(user: Viewer) -> QuerySet[Reading]:
    """What a person brought in and has not kept yet, but for what they put aside."""
    return readings_of(user).filter(version=None, put_aside_at=None).defer("source")
