"""Withdrawing a version: it stays as it is, and is shown as withdrawn."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from drafts.actions.catalogue import catalogue
from drafts.actions.deeds import lock, record
from drafts.core.deed_words import done
from drafts.core.errors import DeedError
from drafts.core.worded import Day, worded
from drafts.models import User, Version, Withdrawal
from drafts.queries import permissions


@transaction.atomic
def withdraw_version(
    version: Version, *, by: User, reason: str, date: datetime.date | None = None
) -> Withdrawal:
    """Record that a version was withdrawn on a day (today if not given), and why.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not, or not in this state.
        DeedError: it was withdrawn already, or the day is before that of the version.
    """
    draft = lock(version.draft)
    permissions.require(draft, "withdraw version", by=by)
    if earlier := Withdrawal.objects.filter(version=version).select_related("made_by").first():
        who = earlier.made_by.shown_name
        raise DeedError(
            worded(
                "{name} is withdrawn already: {who} recorded it. Nothing was changed.",
                name=version.name,
                who=who,
            )
        )
    day = date or timezone.localdate()
    if day < version.date:
        raise DeedError(
            worded(
                "{name} is dated {date} and cannot be withdrawn before.",
                name=version.name,
                date=Day(version.date),
            )
        )
    withdrawal = Withdrawal.objects.create(version=version, reason=reason, date=day, made_by=by)
    words = done("version-withdrawn", version=version.name, reason=reason)
    record(draft, "version-withdrawn", words, by=by, date=day, version=version.number, reason=reason)
    catalogue(draft)
    return withdrawal
