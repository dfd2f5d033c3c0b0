"""Deciding by hand which paragraphs of two versions belong together."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from drafts.core import compare, pairing
from drafts.core.errors import NotAllowedError
from drafts.models import Pairing, User, Version


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
        NotAllowedError: ``by`` is not one of the draft's people.
        InvalidPairingError: a version has no such paragraph, or several were paired with several.
    """
    if old.draft_id != new.draft_id or not old.draft.persons.filter(user=by).exists():
        raise NotAllowedError("Only the people of a draft can say which of its paragraphs belong together.")
    value = pairing.Pairing(tuple(old_keys), tuple(new_keys), together)
    compare(old.resolution(), new.resolution(), pairings=[value])  # refuses what it cannot obey
    return Pairing.objects.create(
        old=old, new=new, old_keys=list(old_keys), new_keys=list(new_keys), together=together, made_by=by
    )


@transaction.atomic
def take_back_pairing(decision: Pairing, *, by: User) -> None:
    """Let the words decide again. Taking back what was taken back already changes nothing."""
    if not decision.old.draft.persons.filter(user=by).exists():
        raise NotAllowedError("Only the people of a draft can say which of its paragraphs belong together.")
    Pairing.objects.filter(pk=decision.pk).update(taken_back_by=by, taken_back_at=timezone.now())
