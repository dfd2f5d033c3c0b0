"""The public link: anybody who has it may read the draft, until it is closed or renewed."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from drafts.actions.deeds import lock, record
from drafts.core.deed_words import done
from drafts.models import Draft, PublicLink, User
from drafts.queries import permissions


@transaction.atomic
def open_public_link(draft: Draft, *, by: User) -> PublicLink:
    """Open the link; where one is open, close it and open another: the old address leads nowhere then."""
    draft = lock(draft)
    permissions.require(draft, "link", by=by)
    renewed = _close(draft)
    link = PublicLink.objects.create(draft=draft, made_by=by)
    if renewed:
        record(draft, "public-link-renewed", done("public-link-renewed"), by=by)
    else:
        record(draft, "public-link-opened", done("public-link-opened"), by=by)
    return link


@transaction.atomic
def close_public_link(draft: Draft, *, by: User) -> bool:
    """Close the link; whether one was open."""
    draft = lock(draft)
    permissions.require(draft, "link", by=by)
    if _close(draft):
        record(draft, "public-link-closed", done("public-link-closed"), by=by)
        return True
    return False


def _close(draft: Draft) -> bool:
    return bool(draft.public_links.filter(closed_at=None).update(closed_at=timezone.now()))
