"""Drafts and who sees them."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Prefetch, QuerySet

from drafts.models import Draft, Version

Viewer = AbstractBaseUser | AnonymousUser


def drafts_seen_by(user: Viewer) -> QuerySet[Draft]:
    """The drafts a person is one of the people of, the one with the newest version first.

    Each comes with ``issued``: its versions without their texts, newest first. Two queries, however many drafts.
    """
    if not user.is_authenticated:
        return Draft.objects.none()
    issued = Version.objects.defer("source").order_by("-number")
    return (
        Draft.objects.filter(people=user)
        .prefetch_related(Prefetch("versions", queryset=issued, to_attr="issued"))
        .order_by("-created_at")
    )
