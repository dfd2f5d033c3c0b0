"""Versions with their rows."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from drafts.models import Draft, Version
from drafts.queries.drafts import Viewer


def versions_seen_by(user: Viewer) -> QuerySet[Version]:
    """Whole versions of the drafts a person may see. Four queries for any number of them."""
    if isinstance(user, AnonymousUser):
        return Version.objects.none()
    return whole(Version.objects.filter(draft__people=user))


def whole(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The same versions with all their rows at hand, so that ``resolution()`` asks nothing more."""
    return versions.prefetch_related("paragraphs", "notes", "sponsors")


def latest(draft: Draft) -> Version | None:
    """The newest version of a draft, with its rows."""
    return whole(draft.versions.order_by("-number")).first()


def by_symbol(symbol: str) -> Version | None:
    """The newest version kept under a symbol, whoever may see it: for the command line."""
    return whole(Version.objects.filter(symbol=symbol).order_by("-created_at", "-id")).first()
