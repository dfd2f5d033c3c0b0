"""Recording what is done on a draft: who, what, when, from where."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import transaction

from drafts.core import deeds
from drafts.core.deed_words import done
from drafts.models import Deed, Draft, Person, User
from drafts.queries import permissions


class Origin(NamedTuple):
    """Where a request comes from: its address, and its browser in short. Empty for a command."""

    address: str = ""
    agent: str = ""


_NOWHERE = Origin()
_origin: ContextVar[Origin] = ContextVar("origin", default=_NOWHERE)


@contextmanager
def coming_from(origin: Origin) -> Iterator[None]:
    """Whatever is recorded within comes from there."""
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


def origin() -> Origin:
    """Where what is done now comes from."""
    return _origin.get()


def lock(draft: Draft) -> Draft:
    """The draft as it is now, held until the transaction ends: deeds on one draft go one at a time."""
    return Draft.objects.select_for_update(no_key=True).get(pk=draft.pk)


def record(
    draft: Draft, kind: str, words: str, *, by: User, date: datetime.date | None = None, **details: object
) -> Deed:
    """Add to the record that ``by`` did this. Call it in the transaction that does it.

    ``words`` go on from the person's name: “issued A/C.3/61/L.8 as version 1”. ``date`` is the day it holds
    from, where that may be another than today; ``details`` are for programs, fit for JSON.

    Records of one draft are numbered in the order in which they become visible, since the draft is locked:
    "all after number n" therefore never misses one.
    """
    deeds.group_of(kind)  # refuses a kind that has no place on the timeline
    lock(draft)
    person = Person.objects.filter(draft=draft, user=by).first()
    come_from = origin()
    return Deed.objects.create(
        draft=draft,
        kind=kind,
        words=words,
        details=details,
        user=by,
        who=by.shown_name,
        delegation=person.delegation if person else by.delegation,
        role=person.role if person else "",
        date=date,
        address=come_from.address,
        agent=come_from.agent,
    )


@transaction.atomic
def record_export(draft: Draft, *, by: User) -> None:
    """Record that the record itself was taken out."""
    permissions.require(draft, "audit", by=by)
    record(draft, "record-exported", done("record-exported"), by=by)
