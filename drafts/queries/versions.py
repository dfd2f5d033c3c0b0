"""Versions with their rows."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from drafts.models import Draft, Version
from drafts.queries.drafts import Viewer, drafts_seen_by


def versions_seen_by(user: Viewer, links: Collection[str] = ()) -> QuerySet[Version]:
    """Whole versions of the drafts somebody may see, by public ``links`` too. Four queries for any number."""
    seen = drafts_seen_by(user, links).order_by().values("pk")
    return whole(Version.objects.filter(draft__in=seen))


def whole(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The same versions with all their rows at hand, so that ``resolution()`` asks nothing more."""
    return versions.select_related("withdrawal", "created_by").prefetch_related(
        "paragraphs", "notes", "sponsors"
    )


def latest(draft: Draft) -> Version | None:
    """The newest version of a draft, with its rows."""
    return whole(draft.versions.order_by("-number")).first()


def by_symbol(symbol: str) -> Version | None:
    """The newest version kept under a symbol, whoever may see it: for the command line."""
    return whole(Version.objects.filter(symbol=symbol).order_by("-created_at", "-id")).first()
