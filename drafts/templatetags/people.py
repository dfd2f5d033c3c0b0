"""People on pages: by their name, and whom they speak for."""

from __future__ import annotations

from django import template

from drafts.core import members, roles
from drafts.core.worded import worded
from drafts.models import Draft, Invitation, User
from drafts.translating import translated

register = template.Library()

_STANDINGS = {
    "open": worded("open"),
    "taken back": worded("taken back"),
    "used up": worded("used up"),
    "expired": worded("expired"),
}


@register.filter
def named_in(user: User, draft: Draft) -> str:
    """``Ada Rossi (Italy)``; the name alone where nobody is spoken for, or who left the draft."""
    delegation = draft.delegations.get(user.pk, "")
    return f"{user.shown_name} ({delegation})" if delegation else user.shown_name


@register.simple_tag
def names_of_states() -> tuple[str, ...]:
    """The States by their English names, to be proposed while one types a delegation."""
    return members.names_in("en")


@register.filter
def role_words(role: str) -> str:
    """A role as people say it; whatever is none, as it is."""
    return translated(roles.WORDS_OF.get(role, role))


@register.filter
def standing_words(invitation: Invitation) -> str:
    """Why an invitation can no longer be taken up: ``expired``; that it can, ``open``."""
    return translated(_STANDINGS[invitation.state])
