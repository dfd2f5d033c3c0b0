"""Who takes part in a draft: inviting, joining, changing, leaving."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from drafts.actions.deeds import lock, record
from drafts.actions.undoing import Stood, standing_of
from drafts.core.deed_words import done, whom
from drafts.core.errors import DeedError, OvertakenError
from drafts.core.roles import WORDS_OF
from drafts.core.worded import States, worded
from drafts.models import Draft, Invitation, Person, User
from drafts.queries import permissions
from drafts.queries.invitations import check_open, invitation_with


@transaction.atomic
def invite(
    draft: Draft,
    *,
    by: User,
    role: str,
    expires_at: datetime.datetime,
    delegation: str = "",
    email: str = "",
    places: int = 1,
) -> Invitation:
    """Make a code that ``places`` people can use to take part in this role, until it expires.

    Raises:
        NotAllowedError: ``by`` may not invite.
        DeedError: it would have expired already, or would make several facilitators.
    """
    permissions.require(draft, "people", by=by)
    if expires_at <= timezone.now():
        raise DeedError(worded("An invitation must expire later than now."))
    if role == "facilitator" and places > 1:
        raise DeedError(worded("A code that makes a facilitator is for one person. Make one for each."))
    invitation = Invitation.objects.create(
        draft=draft,
        role=role,
        delegation=delegation,
        email=email,
        places=places,
        expires_at=expires_at,
        made_by=by,
    )
    told = {"whom": email or (whom("one") if places == 1 else whom("several", n=places))}
    words = _as_role("person-invited", role, delegation, **told)
    record(draft, "person-invited", words, by=by, invitation=invitation.pk, role=role, places=places)
    return invitation


@transaction.atomic
def take_back_invitation(invitation: Invitation, *, by: User) -> bool:
    """Let the code open nothing from now on; whether it did. Whoever used it stays."""
    permissions.require(invitation.draft, "people", by=by)
    open_ones = Invitation.objects.filter(pk=invitation.pk, ended_at=None)
    if open_ones.update(ended_at=timezone.now()):
        words = done("invitation-taken-back", role=WORDS_OF[invitation.role])
        record(invitation.draft, "invitation-taken-back", words, by=by, invitation=invitation.pk)
        return True
    return False


@transaction.atomic
def join_draft(code: str, *, by: User, delegation: str = "") -> Person:
    """Take part in the draft that a code opens. Who takes part already stays as they are.

    ``delegation`` is whom ``by`` speaks for, where the invitation does not say.

    Raises:
        InvitationError: the code is not there, used up, expired or taken back; or was made before ``by`` was
            taken off the draft.
    """
    draft = lock(invitation_with(code).draft)
    invitation = invitation_with(code)  # as it is now that nobody else is about to use it
    if already := Person.objects.filter(draft=draft, user=by).first():
        return already
    check_open(invitation, by)
    person = Person.objects.create(
        draft=draft,
        user=by,
        role=invitation.role,
        delegation=invitation.delegation or delegation or by.delegation,
    )
    invitation.taken += 1
    invitation.save(update_fields=["taken"])
    words = _as_role("person-joined", person.role, person.delegation)
    deed = record(
        draft, "person-joined", words, by=by, user=by.pk, invitation=invitation.pk, role=person.role
    )
    Person.objects.filter(pk=person.pk).update(seen=deed.pk, mailed=deed.pk)  # what was before is not news
    return person


@transaction.atomic
def change_person(
    person: Person, *, by: User, role: str, delegation: str, seen: tuple[str, str] | None = None
) -> Person:
    """Give one of the people another role or another delegation.

    ``seen`` are the role and the delegation that ``by`` saw them in.

    Raises:
        NotAllowedError: ``by`` may not.
        OvertakenError: somebody changed them meanwhile.
        DeedError: it would leave the draft without a facilitator.
    """
    draft = lock(person.draft)
    permissions.require(draft, "people", by=by)
    if role != "facilitator":
        _keep_a_facilitator(person)
    person.refresh_from_db(fields=["role", "delegation"])
    before = (person.role, person.delegation)
    if seen and before != seen:
        raise OvertakenError(
            worded(
                "{person} is {role} by now: somebody changed it while your page was open.",
                person=person,
                role=WORDS_OF[person.role],
            )
        )
    if before == (role, delegation):
        return person
    person.role, person.delegation = role, delegation
    person.save(update_fields=["role", "delegation"])
    words = _as_role("person-changed", role, delegation, person=person.user.shown_name)
    told: dict[str, Any] = {"role": role, "delegation": delegation, "before": list(before)}
    record(draft, "person-changed", words, by=by, user=person.user_id, **told)
    return person


@transaction.atomic
def remove_person(person: Person, *, by: User) -> None:
    """Take somebody off a draft; what they did stays on its record.

    Raises:
        NotAllowedError: ``by`` may not.
        DeedError: it would leave the draft without a facilitator.
    """
    draft = lock(person.draft)
    if person.user_id == by.pk:
        leave_draft(draft, by=by)
        return
    permissions.require(draft, "people", by=by)
    _keep_a_facilitator(person)
    record(draft, "person-removed", done("person-removed", person=str(person)), by=by, user=person.user_id)
    person.delete()


@transaction.atomic
def leave_draft(draft: Draft, *, by: User) -> Stood:
    """Take part no longer; how one stood until then.

    Raises:
        NotAllowedError: ``by`` does not take part.
        DeedError: nobody would run the draft.
    """
    draft = lock(draft)
    permissions.require(draft, "follow", by=by)
    person = Person.objects.get(draft=draft, user=by)
    _keep_a_facilitator(person)
    record(draft, "person-left", done("person-left"), by=by, user=by.pk)
    stood = standing_of(person)
    person.delete()
    return stood


def _as_role(kind: str, role: str, delegation: str, **told: str) -> str:
    """A deed that puts somebody into a role, and for whom they speak in it, if they do."""
    told["role"] = WORDS_OF[role]
    return done(f"{kind} for", delegation=States(delegation), **told) if delegation else done(kind, **told)


def _keep_a_facilitator(person: Person) -> None:
    """Somebody who can sign in must run the draft. It must be locked: of two who leave at once, one stays."""
    running = Person.objects.filter(draft=person.draft_id, role="facilitator", user__is_active=True)
    if list(running.values_list("pk", flat=True)) == [person.pk]:
        raise DeedError(
            worded(
                "{name} is the only facilitator. Make somebody else one first.", name=person.user.shown_name
            )
        )
