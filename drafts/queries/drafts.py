"""Drafts and who sees them."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from drafts.models import Deed, Draft, Person, PublicLink, User, Version

Viewer = User | AnonymousUser


def drafts_seen_by(user: Viewer, links: Collection[str] = ()) -> QuerySet[Draft]:
    """The drafts that somebody is one of the people of or has a public link to, the last begun first.

    ``links`` are the tokens of public links. Each draft knows the ``role`` of who looks at it, and has its
    versions at hand, without what was pasted. Two queries, however many drafts.
    """
    mine = Person.objects.none() if isinstance(user, AnonymousUser) else Person.objects.filter(user=user)
    open_links = PublicLink.objects.filter(token__in=links, closed_at=None)
    role = mine.filter(draft=OuterRef("pk")).values("role")
    seen = Draft.objects.filter(Q(pk__in=mine.values("draft")) | Q(pk__in=open_links.values("draft")))
    issued = Prefetch("versions", queryset=Version.objects.defer("source").select_related("withdrawal"))
    return (
        seen.annotate(role=Coalesce(Subquery(role), Value("public")))  # type: ignore[no-redef]
        .prefetch_related(issued)
        .order_by("-created_at")
    )


def liveliest(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    """The drafts on which something was done last come first."""
    last = Deed.objects.filter(draft=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    return drafts.annotate(last_deed=Subquery(last)).order_by(F("last_deed").desc(nulls_last=True), "pk")
