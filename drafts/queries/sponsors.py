"""The sponsors' ledger of a draft."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from drafts.core import ledger
from drafts.core.document import Proposal, Sponsor
from drafts.core.ordering import in_order
from drafts.core.proposers import Head, printed
from drafts.models import Draft, Sponsorship


def ledger_of(draft: Draft) -> QuerySet[Sponsorship]:
    """Every entry, in the order in which they were made. One query."""
    return Sponsorship.objects.filter(draft=draft).select_related("version", "by")


def entries_of(draft: Draft) -> list[ledger.Entry]:
    return [row.value() for row in ledger_of(draft)]


def head_of(
    entries: Sequence[ledger.Entry], language: str, date: datetime.date, proposal: Proposal | None
) -> Head:
    """What a document of that date prints above its title, of everybody who sponsors now."""
    return printed((each.proposer for each in ledger.standing(entries)), language, date, proposal)


@dataclass(frozen=True, slots=True)
class SponsorRow:
    """A sponsor of now: its name in the language of a page, and the entry by which it joined."""

    proposer: ledger.Proposer
    name: str
    joined: Sponsorship


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """Entries that were made together: what happened, to whom, when, and who wrote it down."""

    first: Sponsorship
    names: tuple[str, ...]


def sponsors_now(rows: Sequence[Sponsorship], language: str, date: datetime.date) -> list[SponsorRow]:
    """Who sponsors, in the order of a language, by the names of a date."""
    entries = {row.value(): row for row in rows}
    found = {
        Sponsor(each.proposer.named(language, date), each.proposer.code): each
        for each in ledger.standing(entries)
    }
    return [
        SponsorRow(found[sponsor].proposer, sponsor.name, entries[found[sponsor].joined])
        for sponsor in in_order(found, language)
    ]


def parts_of(rows: Sequence[Sponsorship], language: str) -> list[LedgerPart]:
    """The ledger told in parts, the latest first."""
    together = groupby(
        rows, key=lambda row: (row.act, row.date, row.version_id, row.with_version, row.by_id, row.main)
    )
    parts = [tuple(group) for _, group in together]
    return [
        LedgerPart(part[0], tuple(row.value().proposer.named(language, row.date) for row in part))
        for part in reversed(parts)
    ]
