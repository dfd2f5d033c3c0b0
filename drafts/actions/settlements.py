"""Settling doubts: each once, with who and when, and for good: the same words read again ask nobody twice."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from drafts.actions.readings import check_open, correct_reading, resolution_of
from drafts.core import doubts
from drafts.core.document import Resolution
from drafts.core.errors import DeedError
from drafts.core.worded import worded
from drafts.formats import to_json
from drafts.models import Reading, Settlement, User


@transaction.atomic
def settle_doubt(reading: Reading, key: str, *, by: User, choice: str = "") -> None:
    """Say that a doubtful place is right as read, or read it otherwise: ``choice``, as alternatives word it.

    Settling what is settled changes nothing, so that a form sent twice does no harm.

    Raises:
        DeedError: the text has no such doubt any more, or the place cannot be read so.
    """
    check_open(reading, by)
    resolution = resolution_of(reading)
    if reading.settlements.filter(key=key).exists():
        return
    try:
        number = doubts.keys(resolution).index(key)
    except ValueError:
        raise DeedError(worded("This doubt is gone: its place was corrected. Load the page again.")) from None
    settled = _settlement(reading, resolution, number, choice)
    settled.settled_by, settled.settled_at = by, timezone.now()
    settled.save()
    if choice:
        read_so = doubts.chosen(resolution, resolution.doubts[number], choice)
        if read_so is None:
            raise DeedError(worded("The place cannot be read so any more. Load the page again."))
        correct_reading(reading, read_so, by=by)


@transaction.atomic
def reopen_doubt(reading: Reading, key: str, *, by: User) -> None:
    """Take back that a doubt is settled. Words chosen for it stay: they can be corrected like all others."""
    check_open(reading, by)
    reading.settlements.filter(key=key).delete()


def recall_settlements(reading: Reading) -> None:
    """Settle again what was settled before: by the same person anywhere, or by anybody in the same draft."""
    resolution = resolution_of(reading)
    found = doubts.fingerprints(resolution)
    known = Q(reading__user=reading.user_id)
    if reading.draft_id:
        known |= Q(reading__draft=reading.draft_id)
    before = Settlement.objects.filter(known, fingerprint__in=set(found)).exclude(reading=reading)
    latest = {each.fingerprint: each for each in before.select_related("settled_by").order_by("settled_at")}
    resolution, again = _recalled(reading, resolution, [latest.get(each) for each in found])
    if again:
        Settlement.objects.bulk_create(again)
        Reading.objects.filter(pk=reading.pk).update(value=to_json(resolution))


def _recalled(
    reading: Reading, resolution: Resolution, earlier: Iterable[Settlement | None]
) -> tuple[Resolution, list[Settlement]]:
    """The text with what was chosen for its doubts before, and the settlements that say so."""
    again = []
    for number, each in enumerate(earlier):
        if each is None:
            continue
        read_so = resolution
        if each.choice:
            read_so = doubts.chosen(resolution, resolution.doubts[number], each.choice) or resolution
            if read_so is resolution:
                continue  # the place cannot be read so here: it is asked again
        settled = _settlement(reading, resolution, number, each.choice)
        settled.settled_by, settled.settled_at = each.settled_by, each.settled_at
        again.append(settled)
        resolution = read_so
    return resolution, again


def _settlement(reading: Reading, resolution: Resolution, number: int, choice: str) -> Settlement:
    doubt = resolution.doubts[number]
    return Settlement(
        reading=reading,
        key=doubts.keys(resolution)[number],
        fingerprint=doubts.fingerprints(resolution)[number],
        place=doubts.place_names(resolution).get(doubt.paragraph, "")[:80],
        text=doubt.text,
        choice=choice,
    )
