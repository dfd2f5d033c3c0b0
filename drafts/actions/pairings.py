"""Deciding by hand which paragraphs of two versions belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from drafts.actions.comparisons import keep_comparison
from drafts.actions.deeds import lock, record
from drafts.core import compare, pairing
from drafts.core.deed_words import done
from drafts.core.errors import InvalidPairingError
from drafts.core.worded import worded
from drafts.models import Pairing, User, Version
from drafts.queries import permissions


@transaction.atomic
def make_pairing(
    old: Version,
    new: Version,
    *,
    by: User,
    old_keys: Sequence[str],
    new_keys: Sequence[str],
    together: bool,
) -> Pairing:
    """Decide that paragraphs of two versions of a draft are one, or are not; later decisions go first.

    Raises:
        NotAllowedError: ``by`` may not pair paragraphs of this draft.
        InvalidPairingError: a version has no such paragraph, or several were paired with several.
    """
    if old.draft_id != new.draft_id:
        raise InvalidPairingError(worded("These versions belong to two drafts."))
    permissions.require(old.draft, "pair", by=by)
    value = pairing.Pairing(tuple(old_keys), tuple(new_keys), together)
    compare(old.resolution(), new.resolution(), pairings=[value])  # refuses what it cannot obey
    words = done("pairing-made" if together else "pairing-made apart", old=old.name, new=new.name)
    record(old.draft, "pairing-made", words, by=by, **_told(value, old, new))
    made = Pairing.objects.create(
        old=old, new=new, old_keys=list(old_keys), new_keys=list(new_keys), together=together, made_by=by
    )
    keep_comparison(old, new)
    return made


@transaction.atomic
def take_back_pairing(decision: Pairing, *, by: User) -> None:
    """Let the words decide again. Taking back what was taken back already changes nothing."""
    draft = lock(decision.old.draft)
    permissions.require(draft, "pair", by=by)
    standing = Pairing.objects.filter(pk=decision.pk)
    if standing.update(taken_back_by=by, taken_back_at=timezone.now()):
        words = done("pairing-taken-back", old=decision.old.name, new=decision.new.name)
        told = _told(decision.value(), decision.old, decision.new)
        record(draft, "pairing-taken-back", words, by=by, **told)
        keep_comparison(decision.old, decision.new)


def _told(value: pairing.Pairing, old: Version, new: Version) -> dict[str, Any]:
    return {
        "old": old.number,
        "new": new.number,
        "old_keys": list(value.old),
        "new_keys": list(value.new),
        "together": value.together,
    }
