"""Where a person is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from drafts.models import SignIn, User

PASSED = "passed"  # in a session: whether it began with more than a password


def sign_ins_of(user: User) -> list[SignIn]:
    """Where they are signed in now, the last seen first; those whose session ended or ran out are not."""
    found = list(user.sign_ins.all())
    sessions = Session.objects.filter(expire_date__gt=timezone.now()).in_bulk(
        [each.session_key for each in found]
    )
    return [
        each for each in found if each.session_key in sessions and is_of(sessions[each.session_key], user)
    ]


def session_keys_of(user: User) -> list[str]:
    """Every session that is theirs, also one that nobody has noted; all have to be opened for that."""
    living = Session.objects.filter(expire_date__gt=timezone.now())
    return [each.session_key for each in living.iterator() if is_of(each, user)]


def has_passed(said: Mapping[str, Any]) -> bool:
    """Whether a session, by what it says, began with all that is asked for here."""
    return bool(said.get(PASSED)) or not settings.SECOND_STEP_REQUIRED


def is_of(session: Session, user: User) -> bool:
    """Whether it is this person's, by all steps, and no older than their password (as ``get_user`` sees)."""
    said = session.get_decoded()
    key = str(said.get(HASH_SESSION_KEY, ""))
    hashes = (user.get_session_auth_hash(), *user.get_session_auth_fallback_hash())
    is_theirs = said.get(SESSION_KEY) == str(user.pk) and has_passed(said)
    return is_theirs and any(constant_time_compare(key, each) for each in hashes)
