"""Where people are signed in: noted while they are there, ended by them."""

from __future__ import annotations

import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from drafts.actions.deeds import origin
from drafts.actions.live import tell_signed_out
from drafts.models import SignIn, User
from drafts.queries.sign_ins import session_keys_of

SEEN_EVERY = datetime.timedelta(minutes=5)  # how exactly it is known when somebody was last there


def note_seen(user: User, session_key: str) -> None:
    """Note that somebody is there, by this session; written at most every five minutes."""
    whence, now = origin(), timezone.now()
    seen = {"address": whence.address, "agent": whence.agent, "seen_at": now}
    sign_in, made = SignIn.objects.get_or_create(session_key=session_key, defaults={**seen, "user": user})
    if not made and abs(now - sign_in.seen_at) >= SEEN_EVERY:
        SignIn.objects.filter(pk=sign_in.pk).update(**seen)


def move_sign_in(old_key: str, new_key: str) -> None:
    """The session goes on under another key, as it does with a new password."""
    SignIn.objects.filter(session_key=old_key).update(session_key=new_key)


@transaction.atomic
def end_sign_in(sign_in: SignIn) -> None:
    """Sign out there: the next page asks to sign in, and a live text that is open takes no more words."""
    _end([sign_in.session_key])


@transaction.atomic
def end_sign_ins(user: User, *, but: str = "") -> int:
    """Sign out everywhere but in the session ``but``; how many places that were."""
    keys = [key for key in session_keys_of(user) if key != but]
    _end(keys)
    user.sign_ins.exclude(session_key=but).delete()  # what is left of sessions that ran out
    return len(keys)


def _end(session_keys: list[str]) -> None:
    Session.objects.filter(session_key__in=session_keys).delete()
    SignIn.objects.filter(session_key__in=session_keys).delete()
    tell_signed_out()
