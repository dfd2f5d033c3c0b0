"""Words for the sponsors' ledger on a page."""

from __future__ import annotations

from collections.abc import Sequence

from django import template

from drafts.core.ledger import Proposer
from drafts.core.sponsor_line import listed as joined
from drafts.models import Sponsorship
from drafts.queries.sponsors import LedgerPart

register = template.Library()


@register.filter
def moment_words(entry: Sponsorship) -> str:
    """When in the draft's life: ``with A/C.3/61/L.8``, ``after A/C.3/61/L.8``."""
    if entry.version is None:
        return "before the first version"
    return f"{'with' if entry.with_version else 'after'} {entry.version.name}"


@register.filter
def proposer_names(proposers: Sequence[Proposer], language: str) -> str:
    """Proposers by their names of now, in a row."""
    return joined([each.named(language or "en") for each in proposers], language)


@register.filter
def part_words(part: LedgerPart) -> str:
    """What happened, and to how many: ``33 joined``."""
    count = len(part.names)
    if part.first.act == "changed":
        return (
            f"{count} became {'main sponsor' if part.first.main else 'co-sponsor'}{'s' if count > 1 else ''}"
        )
    return f"{count} {'joined' if part.first.act == 'joined' else 'withdrew'}"


@register.filter
def listed(names: Sequence[str], language: str) -> str:
    """Names in a row as the language joins them."""
    return joined(names, language)
