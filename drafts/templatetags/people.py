"""People on pages: by their name, and whom they speak for."""

from __future__ import annotations

from django import template

from drafts.core import members
from drafts.models import Draft, User

register = template.Library()


@register.filter
def named_in(user: User, draft: Draft) -> str:
    """``Ada Rossi (Italy)``; the name alone where nobody is spoken for, or who left the draft."""
    delegation = draft.delegations.get(user.pk, "")
    return f"{user.shown_name} ({delegation})" if delegation else user.shown_name


@register.simple_tag
def names_of_states() -> tuple[str, ...]:
    """The States by their English names, to be proposed while one types a delegation."""
    return members.names_in("en")
