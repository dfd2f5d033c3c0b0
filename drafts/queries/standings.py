"""What the people on open pages are, asked for all of them at once: a hall of a thousand is a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from drafts.core import roles
from drafts.models import Draft, Person, User
from drafts.queries.sign_ins import is_of


class Asked(NamedTuple):
    """Whose page it is, by which session, and on which draft."""

    user: int
    session: str
    draft: UUID


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is in a draft. ``who`` is shown to the others."""

    signed_in: bool = False
    may_read: bool = False
    may_write: bool = False
    who: tuple[tuple[str, str | int], ...] = ()


def whose(session: str, draft: UUID) -> Asked | None:
    """Whose page it is by the key of a session, if it is anybody's."""
    found = Session.objects.filter(session_key=session).first()
    user = str(found.get_decoded().get(SESSION_KEY, "")) if found else ""
    return Asked(int(user), session, draft) if user.isdigit() else None


def standings(asked: Iterable[Asked]) -> dict[Asked, Standing]:
    """For each page what its person now is; an account that was closed, or left, is not signed in."""
    asked = set(asked)
    users = User.objects.filter(is_active=True).in_bulk({each.user for each in asked})
    sessions = Session.objects.filter(expire_date__gt=timezone.now()).in_bulk(
        {each.session for each in asked}
    )
    drafts = Draft.objects.in_bulk({each.draft for each in asked})
    persons = {
        (draft, user): (role, delegation)
        for draft, user, role, delegation in Person.objects.filter(
            draft__in=drafts, user__in=users
        ).values_list("draft_id", "user_id", "role", "delegation")
    }
    return {
        each: _standing(
            users.get(each.user), sessions.get(each.session), drafts.get(each.draft),
            *persons.get((each.draft, each.user), ("", "")),
        )
        for each in asked
    }  # fmt: skip


def _standing(
    user: User | None, session: Session | None, draft: Draft | None, role: str, delegation: str
) -> Standing:
    if user is None or session is None or not is_of(session, user):
        return Standing()
    if draft is None or not roles.may(role, "read live"):
        return Standing(signed_in=True)
    who = (("id", user.pk), ("name", user.shown_name), ("delegation", delegation))
    return Standing(True, True, "write" in roles.deeds_open_to(role, draft.state), who)
