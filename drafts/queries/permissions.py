"""Whether a person may do a deed on a draft. The rules themselves are a table: ``core.roles``."""

from __future__ import annotations

from drafts.core import roles
from drafts.core.errors import ClosedDraftError, NotAllowedError
from drafts.models import Draft, User


def role_of(user: User, draft: Draft) -> str:
    """A person's role on a draft; empty for a stranger."""
    return draft.persons.filter(user=user).values_list("role", flat=True).first() or ""


def require(draft: Draft, deed: roles.Deed, *, by: User) -> None:
    """See that ``by`` may do this now.

    Raises:
        NotAllowedError: not in this role.
        ClosedDraftError: not in the state the draft is in.
    """
    check(role_of(by, draft), draft, deed)


def check(role: str, draft: Draft, deed: roles.Deed) -> None:
    """The same for a role that is known already."""
    reason = roles.refusal(role or "stranger", draft.state, deed)
    if reason:
        raise (ClosedDraftError if role and roles.may(role, deed) else NotAllowedError)(reason)
