"""Saying that one has seen what is new."""

from __future__ import annotations

from django.db import transaction

from drafts.models import Draft, Person, User
from drafts.queries import permissions


@transaction.atomic
def see_all(draft: Draft, *, by: User, up_to: int) -> None:
    """Nothing up to this record is news for ``by`` any more. What came since the page was made still is."""
    permissions.require(draft, "follow", by=by)
    Person.objects.filter(draft=draft, user=by, seen__lt=up_to).update(seen=up_to)
