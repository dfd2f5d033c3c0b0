"""Keeping the catalogue: what each draft can be found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.utils import timezone

from drafts.core import ledger, numbering
from drafts.core.document import Resolution
from drafts.core.errors import SymbolError
from drafts.core.finding import forms
from drafts.core.members import LANGUAGES
from drafts.core.symbols import Symbol, parse
from drafts.models import CatalogueEntry, Draft, Version
from drafts.queries.live import live_text_of
from drafts.queries.sponsors import entries_of
from drafts.queries.versions import whole

# Bytes of folded text that are kept of one draft: PostgreSQL takes a megabyte of words and of pairs of them,
# which are twice as long at most, and a very long resolution has 150,000.
MOST_BYTES = 300_000


def catalogue(draft: Draft) -> CatalogueEntry | None:
    """Enter a draft anew, by the version in force and the ledger of now. Part of what changes either.

    One without a version is entered by its live text as it is now; where that was never opened, there is
    nothing to find it by.
    """
    draft = Draft.objects.get(pk=draft.pk)
    version = whole(Version.objects.filter(pk=draft.in_force.pk)).get() if draft.in_force else None
    text = version.resolution() if version else live_text_of(draft)
    if text is None:
        return None
    symbols = [each.symbol for each in draft.issued if each.symbol]
    symbol = _parsed(text.symbol)
    proposers = [each.proposer for each in ledger.standing(entries_of(draft))]
    lines = list(_lines(text))
    entry, _ = CatalogueEntry.objects.update_or_create(
        draft=draft,
        defaults={
            "version": version,
            "date": version.date if version else timezone.localdate(draft.created_at),
            "language": text.language,
            "body": symbol.body if symbol else text.masthead.organ[:200],
            "session": symbol.session if symbol else text.masthead.session[:200],
            "sponsors": "|".join(["", *(each.code for each in proposers if each.code), ""]),
            "title": forms(text.title),
            "symbols": forms(" ".join([*symbols, draft.adopted_as])),
            "names": forms(" ".join(_names(proposers))),
            "text": _shortened("\n".join(line for _, line in lines)),
            "places": [place for place, _ in lines],
        },
    )
    return entry


def catalogue_missing() -> int:
    """Enter the drafts that are in no catalogue yet: those from before there was one. How many."""
    with_words = Q(versions__sealed_at__isnull=False) | Q(live_text__isnull=False)
    missing = Draft.objects.filter(with_words, catalogue_entry=None).distinct()
    return len([catalogue(draft) for draft in missing])


def _lines(text: Resolution) -> Iterator[tuple[list[str], str]]:
    """Each paragraph and note: its key, what people call it, and its words."""
    names = numbering.names(text.paragraphs)
    for paragraph in text.paragraphs:
        yield [paragraph.id, names[paragraph.id]], forms(paragraph.text)
    for note in text.notes:
        yield [note.id, f"Note {note.label}"], forms(note.text)


def _shortened(text: str) -> str:
    """As many whole words as are kept."""
    data = text.encode()
    return text if len(data) <= MOST_BYTES else data[:MOST_BYTES].decode(errors="ignore").rpartition(" ")[0]


def _names(proposers: Iterable[ledger.Proposer]) -> Iterator[str]:
    """Sponsors by their names in every language, so that Italie finds a draft of Italy's."""
    for proposer in proposers:
        languages = LANGUAGES if proposer.code else LANGUAGES[:1]
        yield from dict.fromkeys(proposer.named(language) for language in languages)
        yield proposer.behalf


def _parsed(symbol: str) -> Symbol | None:
    try:
        return parse(symbol)
    except SymbolError:
        return None
