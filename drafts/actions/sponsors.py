"""Joining the sponsors of a draft, withdrawing, and what a version's own list says about it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from drafts.actions.catalogue import catalogue
from drafts.actions.deeds import lock, record
from drafts.core import ledger
from drafts.core.deed_words import capacity, done
from drafts.core.document import Resolution
from drafts.core.errors import LedgerError
from drafts.core.ledger import Act, Entry, Moment, Proposer
from drafts.core.proposers import proposers_of
from drafts.core.sponsor_line import listed
from drafts.core.worded import States, worded
from drafts.models import Draft, Sponsorship, User, Version
from drafts.queries import permissions
from drafts.queries.sponsors import entries_of

_KINDS: dict[Act, str] = {
    "joined": "sponsors-joined",
    "withdrew": "sponsors-withdrew",
    "changed": "sponsor-changed",
}


@transaction.atomic
def join_sponsors(
    draft: Draft, proposers: Sequence[Proposer], *, by: User, date: datetime.date | None = None
) -> list[Sponsorship]:
    """Write down that these sponsor the draft from a date on (today, if none is given); all of them or none.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not keep the draft's ledger, or nobody may any more.
        LedgerError: somebody sponsors already, or the date cannot be.
    """
    draft = _locked(draft, by)
    if not proposers:
        raise LedgerError(worded("There is nobody in this list. Name at least one State, group or chair."))
    return _enter(draft, "joined", proposers, by=by, date=date)


@transaction.atomic
def withdraw_sponsor(draft: Draft, key: str, *, by: User, date: datetime.date | None = None) -> Sponsorship:
    """Write down that somebody no longer sponsors the draft. ``key`` is the proposer's.

    Raises:
        NotAllowedError, ClosedDraftError, LedgerError: as in :func:`join_sponsors`.
    """
    draft = _locked(draft, by)
    return _enter(draft, "withdrew", [_standing(draft, key)], by=by, date=date)[0]


@transaction.atomic
def change_sponsor(
    draft: Draft, key: str, *, by: User, main: bool, behalf: str, date: datetime.date | None = None
) -> Sponsorship:
    """Write down that somebody sponsors in another capacity: as a main sponsor or not, for others or not.

    Raises:
        NotAllowedError, ClosedDraftError, LedgerError: as in :func:`join_sponsors`.
    """
    draft = _locked(draft, by)
    proposer = replace(_standing(draft, key), main=main, behalf=behalf)
    return _enter(draft, "changed", [proposer], by=by, date=date)[0]


def follow_version(version: Version, text: Resolution, *, by: User) -> None:
    """Let the ledger follow what a version's own head says: who is new in it joined, who is gone withdrew.

    A text that names nobody says nothing of sponsors: adopted texts carry none. Part of ``add_version``.
    """
    named = {each.key: each for each in proposers_of(text)}
    if not named:
        return
    now = {each.proposer.key: each.proposer for each in ledger.standing(entries_of(version.draft))}
    alone = version.number == 1 and len(named) == 1
    came = [replace(each, main=alone) for key, each in named.items() if key not in now]
    gone = [each for key, each in now.items() if key not in named]
    date = min(version.date, timezone.localdate())
    for act, proposers in (("joined", came), ("withdrew", gone)):
        entries = [Entry(act, each, date, Moment(version.number)) for each in proposers]  # type: ignore[arg-type]
        _write(version.draft, entries, version, by)


def _locked(draft: Draft, by: User) -> Draft:
    """The draft, held for one writer at a time, and one who may."""
    draft = lock(draft)
    permissions.require(draft, "sponsor", by=by)
    return draft


def _standing(draft: Draft, key: str) -> Proposer:
    for each in ledger.standing(entries_of(draft)):
        if each.proposer.key == key:
            return each.proposer
    raise LedgerError(
        worded("That sponsor is not on the list any more. Load the page again to see how it stands.")
    )


def _enter(
    draft: Draft, act: Act, proposers: Iterable[Proposer], *, by: User, date: datetime.date | None
) -> list[Sponsorship]:
    """Check each entry against those before it, then write all."""
    today = timezone.localdate()
    last = draft.versions.order_by("-number").first()
    moment = Moment(last.number if last else 0, after=True)
    before = entries_of(draft)
    entries: list[Entry] = []
    for proposer in proposers:
        entry = Entry(act, proposer, date or today, moment)
        ledger.check_entry([*before, *entries], entry, today)
        entries.append(entry)
    rows = _write(draft, entries, last, by)
    catalogue(draft)
    return rows


def _write(draft: Draft, entries: Sequence[Entry], version: Version | None, by: User) -> list[Sponsorship]:
    """The entries, all of one act and moment, as rows, and one record of them."""
    if not entries:
        return []
    first = entries[0]
    with_version = not first.moment.after
    told = {"codes": [each.proposer.code for each in entries], "version": first.moment.version}
    record(
        draft,
        _KINDS[first.act],
        _words(entries, version if with_version else None),
        by=by,
        date=first.date,
        **told,
    )
    return [
        Sponsorship.objects.create(
            draft=draft,
            act=entry.act,
            kind=entry.proposer.kind,
            code=entry.proposer.code,
            name=entry.proposer.name,
            behalf=entry.proposer.behalf,
            main=entry.proposer.main,
            date=entry.date,
            version=version,
            with_version=with_version,
            by=by,
        )
        for entry in entries
    ]


def _words(entries: Sequence[Entry], version: Version | None) -> str:
    kind = _KINDS[entries[0].act]
    told: dict[str, str] = {"names": States(listed([each.proposer.named() for each in entries], "en"))}
    if kind == "sponsor-changed":
        told["capacity"] = _capacity(entries[0].proposer)
    return done(f"{kind} with", version=version.name, **told) if version else done(kind, **told)


def _capacity(proposer: Proposer) -> str:
    standing = "main" if proposer.main else "co"
    return capacity(f"{standing} behalf", behalf=proposer.behalf) if proposer.behalf else capacity(standing)
