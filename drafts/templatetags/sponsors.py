"""Words for the sponsors' ledger on a page."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext

from drafts.core.ledger import Proposer
from drafts.core.sponsor_line import listed as joined
from drafts.core.worded import counted, worded
from drafts.models import Sponsorship
from drafts.queries.sponsors import LedgerPart
from drafts.translating import translated

register = template.Library()

_KINDS = {"state": worded("State"), "group": worded("group"), "chair": worded("chair")}


@register.filter
def moment_words(entry: Sponsorship) -> str:
    """When in the draft's life: ``with A/C.3/61/L.8``, ``after A/C.3/61/L.8``."""
    if entry.version is None:
        return gettext("before the first version")
    name = translated(entry.version.name)
    if entry.with_version:
        return gettext("with {name}").format(name=name)
    return gettext("after {name}").format(name=name)


@register.filter
def kind_of_proposer(proposer: Proposer) -> str:
    """State, group or chair, in a word."""
    return translated(_KINDS[proposer.kind])


@register.filter
def proposer_names(proposers: Sequence[Proposer], language: str) -> str:
    """Proposers by their names of now, in a row."""
    return joined([each.named(language or "en") for each in proposers], language)


@register.filter
def part_words(part: LedgerPart) -> str:
    """What happened, and to how many: ``33 joined``."""
    n, entry = len(part.names), part.first
    if entry.act == "changed" and entry.main:
        return translated(counted("{n} became main sponsor", "{n} became main sponsors", n))
    if entry.act == "changed":
        return translated(counted("{n} became co-sponsor", "{n} became co-sponsors", n))
    if entry.act == "joined":
        return translated(counted("{n} joined", "{n} joined", n))
    return translated(counted("{n} withdrew", "{n} withdrew", n))


@register.filter
def listed(names: Sequence[str], language: str) -> str:
    """Names in a row as the language joins them."""
    return joined(names, language)
