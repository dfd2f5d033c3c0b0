"""Working things off: taken by one alone, with signs of life, queued again when broken off.

A task in the database only says that something waits; how it stands is in its own row (``models.work``).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks.base import Task

from drafts.core.traces import request_id
from drafts.core.worded import worded
from drafts.models.work import Work

MOST_TRIES = 3  # what stops the whole server three times is not tried again
BEAT = 1.0  # seconds between two signs of life: each is a write to the database

Some = TypeVar("Some", bound=Work)


@transaction.atomic
def take(kind: type[Some], key: object) -> Some | None:
    """The work, from now on ours to do; None where it is not to be had."""
    work = kind._default_manager.select_for_update().filter(pk=key).first()
    if work is None or work.state not in (kind.WAITING, kind.UNDER_WAY):
        return None
    now = timezone.now()
    if work.state == kind.UNDER_WAY and work.beat_at and not is_silent(work):
        return None
    if work.tries >= MOST_TRIES:
        work.state, work.refusal = kind.REFUSED, worded(kind.GIVEN_UP, n=MOST_TRIES)
    else:
        work.state, work.tries, work.beat_at = kind.UNDER_WAY, work.tries + 1, now
    work.save(update_fields=["state", "tries", "beat_at", "refusal", "updated_at"])
    return work if work.state == kind.UNDER_WAY else None


def is_silent(work: Work) -> bool:
    """Whether nobody does it any more: no sign of life for long, or one of before a clock was put back."""
    return work.beat_at is None or abs(timezone.now() - work.beat_at) > work.SILENCE


def unfinished(kind: type[Some], key: object) -> QuerySet[Some]:
    """The work as long as it is neither done nor refused, to be updated at one stroke."""
    return kind._default_manager.filter(pk=key, state__in=(kind.WAITING, kind.UNDER_WAY))


def refuse(kind: type[Some], key: object, reason: str) -> None:
    unfinished(kind, key).update(state=kind.REFUSED, refusal=reason, updated_at=timezone.now())


def beating(kind: type[Some], key: object) -> Callable[[int, int], None]:
    """What hears how much is done, of how much, and writes it down at most once in ``BEAT`` seconds."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= BEAT:
            last = time.monotonic()
            unfinished(kind, key).update(done=done, total=total, beat_at=timezone.now())

    return tell


@transaction.atomic
def queue(kind: type[Some], key: object, task: Task[[str, str], None], **more: Any) -> None:
    """Let a worker do it; row and task are written together, so that neither is without the other."""
    if unfinished(kind, key).update(state=kind.WAITING, beat_at=timezone.now(), **more):
        task.enqueue(str(key), request_id())


def resume(kind: type[Some], task: Task[[str, str], None]) -> int:
    """Queue again what was under way, or about to be, when its server went away; how many there were."""
    now = timezone.now()
    silent = Q(beat_at__lt=now - kind.SILENCE) | Q(beat_at__gt=now + kind.SILENCE)
    broken_off = kind._default_manager.filter(silent, state__in=(kind.WAITING, kind.UNDER_WAY))
    keys = list(broken_off.values_list("pk", flat=True))
    for key in keys:
        queue(kind, key, task)
    return len(keys)
