"""Batches of reports: which drafts one takes in, and what has become of each."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from drafts.models import Batch, BatchItem, BatchState, CatalogueEntry, User, Version
from drafts.queries.drafts import Viewer, drafts_seen_by
from drafts.queries.finding import Search, found_keys

RECENT = 10  # batches of a person that are listed


class Pair(NamedTuple):
    """The first version of a draft and the one in force."""

    old: Version
    new: Version


def pairs_found(user: User, search: Search) -> tuple[list[Pair], int]:
    """First and last version of each draft found, in the order of finding; how many have but one."""
    keys = found_keys(user, search)
    drafts = dict(CatalogueEntry.objects.filter(pk__in=keys).values_list("pk", "draft"))
    seen = drafts_seen_by(user).in_bulk([drafts[key] for key in keys])
    found = [seen[drafts[key]] for key in keys]
    pairs = [Pair(draft.issued[-1], draft.in_force) for draft in found if draft.in_force]
    several = [pair for pair in pairs if pair.old != pair.new]
    return several, len(pairs) - len(several)


def batches_of(user: User) -> QuerySet[Batch]:
    return Batch.objects.filter(user=user)


def batches_under_way(user: Viewer) -> QuerySet[Batch]:
    """What is being made for a person; nothing for who is signed out."""
    if isinstance(user, AnonymousUser):
        return Batch.objects.none()
    return batches_of(user).filter(state__in=(BatchState.WAITING, BatchState.MAKING))


def items_of(batch: Batch) -> QuerySet[BatchItem]:
    return batch.items.select_related("old", "new")


def hidden_from_its_maker(batch: Batch) -> int:
    """How many of its drafts, as far as they are in its zip, whoever asked for it may no longer see."""
    seen = drafts_seen_by(batch.user).order_by().values("pk")
    return batch.items.filter(refusal="").exclude(draft__in=seen).count()
