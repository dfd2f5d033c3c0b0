"""Drafts and who sees them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet

from drafts.models import Draft, User, Version

Viewer = User | AnonymousUser


def drafts_seen_by(user: Viewer) -> QuerySet[Draft]:
    """The drafts a person is one of the people of, the last begun first.

    Each has its versions at hand, without what was pasted. Two queries, however many drafts.
    """
    if isinstance(user, AnonymousUser):
        return Draft.objects.none()
    issued = Prefetch("versions", queryset=Version.objects.defer("source"))
    return Draft.objects.filter(people=user).prefetch_related(issued).order_by("-created_at")
