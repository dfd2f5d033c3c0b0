"""The sponsors' ledger of a draft."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db.models import QuerySet

from drafts.core import ledger
from drafts.core.document import Proposal
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
