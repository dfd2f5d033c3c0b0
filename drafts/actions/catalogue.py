"""Keeping the catalogue: what each draft can be found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafts.core import ledger, numbering
from drafts.core.errors import SymbolError
from drafts.core.finding import forms
from drafts.core.members import LANGUAGES
from drafts.core.symbols import Symbol, parse
from drafts.models import CatalogueEntry, Draft, Version
from drafts.queries.sponsors import entries_of
from drafts.queries.versions import whole

# Bytes of folded text that are kept of one draft: PostgreSQL takes a megabyte of words and of pairs of them,
# which are twice as long at most, and a very long resolution has 150,000.
MOST_BYTES = 300_000


def catalogue(draft: Draft) -> CatalogueEntry | None:
    """Enter a draft anew, by the version in force and the ledger of now. Part of what changes either.

    One without a version cannot be found yet: it has no words but those that people are still writing.
    """
    draft = Draft.objects.get(pk=draft.pk)
    if draft.in_force is None:
        return None
    version = whole(Version.objects.filter(pk=draft.in_force.pk)).get()
    symbols = [each.symbol for each in draft.issued if each.symbol]
    symbol = _parsed(version.symbol)
    proposers = [each.proposer for each in ledger.standing(entries_of(draft))]
    lines = list(_lines(version))
    entry, _ = CatalogueEntry.objects.update_or_create(
        draft=draft,
        defaults={
            "version": version,
            "date": version.date,
            "language": version.language,
            "body": symbol.body if symbol else version.organ[:200],
            "session": symbol.session if symbol else version.session[:200],
            "sponsors": "|".join(["", *(each.code for each in proposers if each.code), ""]),
            "title": forms(version.title),
            "symbols": forms(" ".join([*symbols, draft.adopted_as])),
            "names": forms(" ".join(_names(proposers))),
            "text": _shortened("\n".join(line for _, line in lines)),
            "places": [place for place, _ in lines],
        },
    )
    return entry


def catalogue_missing() -> int:
    """Enter the drafts that are in no catalogue yet: those from before there was one. How many."""
    missing = Draft.objects.filter(catalogue_entry=None, versions__sealed_at__isnull=False).distinct()
    return len([catalogue(draft) for draft in missing])


def _lines(version: Version) -> Iterator[tuple[list[str], str]]:
    """Each paragraph and note: its key, what people call it, and its words."""
    paragraphs = version.resolution().paragraphs
    names = numbering.names(paragraphs)
    for paragraph in paragraphs:
        yield [paragraph.id, names[paragraph.id]], forms(paragraph.text)
    for note in version.notes.all():
        yield [note.key, f"Note {note.label}"], forms(note.text)


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
