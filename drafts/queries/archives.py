"""A whole draft as rows: which of its tables go into an archive, in the order in which they come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.core import serializers
from django.db.models import Model, QuerySet

from drafts.models import (
    Deed,
    Draft,
    Pairing,
    Person,
    Remark,
    SourceFile,
    Sponsorship,
    Thread,
    User,
    Version,
    Withdrawal,
)


class Table(NamedTuple):
    """A table of an archive: its name there, whose rows, how to find a draft's, and what is left out."""

    name: str
    model: type[Model]
    rows: Callable[[Draft], QuerySet[Any]]
    without: tuple[str, ...] = ()


# What a version's own document says of it.
IN_THE_DOCUMENT = (
    *("language", "proposal", "submitted", "title", "organ", "session", "committee", "agenda_item"),
    *("dated", "distribution", "original", "source"),
)

# Files and versions first, since others refer to them.
TABLES = (
    Table("files", SourceFile, lambda draft: SourceFile.objects.filter(versions__draft=draft), ("data",)),
    Table(
        "versions",
        Version,
        lambda draft: draft.versions.order_by("number"),
        IN_THE_DOCUMENT,
    ),
    Table("withdrawals", Withdrawal, lambda draft: Withdrawal.objects.filter(version__draft=draft)),
    Table("pairings", Pairing, lambda draft: Pairing.everything.filter(old__draft=draft)),
    Table("sponsorships", Sponsorship, lambda draft: draft.ledger.all()),
    Table("threads", Thread, lambda draft: Thread.objects.filter(draft=draft).order_by("pk")),
    Table("remarks", Remark, lambda draft: Remark.objects.filter(thread__draft=draft).order_by("pk")),
    Table("people", Person, lambda draft: draft.persons.order_by("pk"), ("seen", "mailed")),
    Table("record", Deed, lambda draft: draft.deeds.order_by("pk")),
)

# Tables that hang on a draft and do not go with it, each with the reason.
LEFT_BEHIND: Mapping[str, str] = {
    "Draft": "is the archive itself",
    "Paragraph": "is in its version's document",
    "Note": "is in its version's document",
    "Sponsor": "is in its version's document",
    "Invitation": "opens this installation, not another",
    "PublicLink": "opens this installation, not another",
    "Reading": "is one person's, and not a version yet",
    "Settlement": "is about a reading",
    "CatalogueEntry": "is made anew",
    "KeptComparison": "is worked out anew",
    "MadeReport": "is made anew where it is asked for",
    "MadePart": "is made anew with its report",
    "BatchItem": "is one person's, and made anew",
    "LiveText": "is made anew from its log",
    "LiveUpdate": "is in the live text's own files",
    "LiveVersion": "is in the live text's own files",
    "LiveEntry": "is in the live text's own files",
    "LiveCheckpoint": "is made anew from the log",
}


def rows_of(draft: Draft, table: Table) -> list[dict[str, Any]]:
    """A draft's rows of one table as plain values; ``id`` is what other rows of the archive know them by."""
    names = [field.name for field in _fields(table.model) if field.name not in ("draft", *table.without)]
    rows = table.rows(draft).distinct() if table.model is SourceFile else table.rows(draft)
    return [{"id": row["pk"], **row["fields"]} for row in serializers.serialize("python", rows, fields=names)]


def accounts_of(draft: Draft) -> list[dict[str, Any]]:
    """Everybody whom the archive names, by name and delegation alone: no address, no account's name."""
    ids = {draft.created_by_id}
    for table in TABLES:
        for field in references_to(table.model, User):
            ids.update(table.rows(draft).order_by().values_list(field, flat=True))
    ids.update(draft.live_updates.order_by().values_list("user", flat=True).distinct())
    named = User.objects.filter(pk__in=ids - {None}).order_by("pk")
    return [{"id": user.pk, "name": user.shown_name, "delegation": user.delegation} for user in named]


def references_to(model: type[Model], other: type[Model]) -> list[str]:
    """The fields of a table that refer to one row, or to several, of another."""
    return [field.name for field in _fields(model) if field.related_model is other]


def _fields(model: type[Model]) -> list[Any]:
    return [*model._meta.fields, *model._meta.many_to_many]
