"""Taking back what was just done, where nothing was lost by it. Each is recorded, as the deed itself was.

Whoever may do a deed may undo it; and who left a draft may come back, as they were, until somebody else has
decided about them.
"""

from __future__ import annotations

from typing import TypedDict

from django.db import transaction

from drafts.actions.deeds import lock, record
from drafts.actions.readings import check_open
from drafts.core.deed_words import done
from drafts.core.errors import DeedError, NotAllowedError
from drafts.core.roles import WORDS_OF
from drafts.core.worded import worded
from drafts.models import Draft, Invitation, Person, PublicLink, Reading, User
from drafts.queries import permissions


class Stood(TypedDict):
    """What one of a draft's people was and had seen, before they were taken off it."""

    role: str
    delegation: str
    seen: int
    mailed: int


def standing_of(person: Person) -> Stood:
    return Stood(role=person.role, delegation=person.delegation, seen=person.seen, mailed=person.mailed)


@transaction.atomic
def take_person_back(draft: Draft, user: User, stood: Stood, *, by: User) -> None:
    """Let somebody take part again as they did. Who takes part by now stays as they are.

    Raises:
        NotAllowedError: ``by`` may not say who takes part.
    """
    draft = lock(draft)
    permissions.require(draft, "people", by=by)
    _restore(
        draft,
        user,
        stood,
        by,
        done("person-joined back", person=user.shown_name, role=WORDS_OF[stood["role"]]),
    )


@transaction.atomic
def come_back(draft: Draft, stood: Stood, *, by: User) -> None:
    """Take part again after leaving.

    Raises:
        NotAllowedError: they did not leave by themselves, or in another role than they last had.
    """
    draft = lock(draft)
    told = draft.deeds.filter(kind__in=("person-left", "person-removed"), details__user=by.pk)
    last = told.order_by("-pk").first()
    as_left = last and (last.kind, last.role, last.delegation)
    if as_left != ("person-left", stood["role"], stood["delegation"]):  # an old button gives no old role
        raise NotAllowedError(
            worded("You did not leave this draft like that. Ask its facilitator for a code.")
        )
    _restore(draft, by, stood, by, done("person-joined again", role=WORDS_OF[stood["role"]]))


@transaction.atomic
def give_invitation_again(invitation: Invitation, *, by: User) -> None:
    """Let a code that was taken back open what it opened. Doing it twice changes nothing.

    Raises:
        NotAllowedError: ``by`` may not invite.
    """
    permissions.require(invitation.draft, "people", by=by)
    if Invitation.objects.filter(pk=invitation.pk).exclude(ended_at=None).update(ended_at=None):
        words = done("invitation-given-again", role=WORDS_OF[invitation.role])
        record(invitation.draft, "invitation-given-again", words, by=by, invitation=invitation.pk)


@transaction.atomic
def open_link_again(link: PublicLink, *, by: User) -> None:
    """Open a public link that was closed, under its old address. Doing it twice changes nothing.

    Raises:
        NotAllowedError: ``by`` may not.
        DeedError: another link was opened since.
    """
    draft = lock(link.draft)
    permissions.require(draft, "link", by=by)
    link.refresh_from_db()
    if link.closed_at is None:
        return
    if draft.public_links.filter(closed_at=None).exists():
        raise DeedError(
            worded("Another public link was opened since. Close that one first; a draft has one at most.")
        )
    link.closed_at = None
    link.save(update_fields=["closed_at"])
    record(draft, "public-link-opened", done("public-link-opened again"), by=by)


@transaction.atomic
def take_reading_up(reading: Reading, *, by: User) -> None:
    """Put a reading that was put aside back onto its person's front page."""
    check_open(reading, by, unread=True)
    reading.put_aside_at = None
    reading.save(update_fields=["put_aside_at"])


def _restore(draft: Draft, user: User, stood: Stood, by: User, words: str) -> None:
    _, made = Person.objects.get_or_create(draft=draft, user=user, defaults=dict(stood))
    if made:
        record(draft, "person-joined", words, by=by, user=user.pk, role=stood["role"])
