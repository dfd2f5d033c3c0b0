"""Invitations and the public link."""

from __future__ import annotations

from django.db.models import QuerySet

from drafts.core import codes
from drafts.core.errors import InvitationError
from drafts.core.worded import worded
from drafts.models import Deed, Draft, Invitation, PublicLink, User

_ASK = worded("Ask whoever invited you for another.")
_REFUSALS = {
    "taken back": worded("This code was taken back. {ask}", ask=_ASK),
    "used up": worded("This code was used already by all it was made for. {ask}", ask=_ASK),
    "expired": worded("This code has expired. {ask}", ask=_ASK),
}


def invitations_to(draft: Draft) -> QuerySet[Invitation]:
    """All that were made, newest first."""
    return draft.invitations.select_related("made_by")


def invitation_with(typed: str) -> Invitation:
    """The invitation with this code, as a person typed it, open or not.

    Raises:
        InvitationError: there is none.
    """
    found = Invitation.objects.filter(code=codes.typed(typed)[: codes.LENGTH + 1]).first()
    if found is None:
        raise InvitationError(
            worded("There is no such code. Look at it again, or ask whoever gave it to you.")
        )
    return found


def check_open(invitation: Invitation, user: User) -> None:
    """See that a code still lets somebody in.

    Raises:
        InvitationError: it is used up, expired or taken back; or this person was taken off the draft after it
            was made: a code for many would let them in again.
    """
    if invitation.state != "open":
        raise InvitationError(_REFUSALS[invitation.state])
    gone = Deed.objects.filter(
        draft=invitation.draft_id,
        kind="person-removed",
        details__user=user.pk,
        at__gte=invitation.made_at,
    )
    if gone.exists():
        raise InvitationError(
            worded("This code was made before you were taken off the draft. {ask}", ask=_ASK)
        )


def public_link_of(draft: Draft) -> PublicLink | None:
    """The draft's public link, if it is open."""
    return draft.public_links.filter(closed_at=None).first()


def open_link(token: str) -> PublicLink | None:
    return PublicLink.objects.filter(token=token, closed_at=None).first()
