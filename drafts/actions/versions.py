"""Keeping a text as a version of a draft."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import replace
from typing import Literal

from django.db import transaction
from django.utils import timezone

from drafts import models
from drafts.actions.catalogue import catalogue
from drafts.actions.comparisons import keep_comparison
from drafts.actions.deeds import lock, record
from drafts.actions.live import enter_live_text, follow_live_text, open_live_text
from drafts.actions.sponsors import follow_version
from drafts.actions.states import enter_state
from drafts.core import compare
from drafts.core.deed_words import done
from drafts.core.document import Resolution
from drafts.core.errors import OvertakenError, SameTextError, SymbolTakenError
from drafts.core.lineage import inherit_keys
from drafts.core.worded import worded
from drafts.models.version import rows_of_marks
from drafts.queries import permissions, versions
from drafts.queries.sponsors import entries_of, head_of

SponsorsFrom = Literal["text", "ledger"]


@transaction.atomic
def start_draft(
    resolution: Resolution,
    *,
    by: models.User,
    source: str = "",
    file: models.SourceFile | None = None,
    date: datetime.date | None = None,
    note: str = "",
) -> models.Draft:
    """Begin a draft with its first version; ``by`` becomes its facilitator.

    ``source`` is the text as brought in and ``file`` the file; ``date`` the date of the document (today if
    not given). The symbol is the resolution's.
    """
    draft = models.Draft.objects.create(created_by=by)
    models.Person.objects.create(draft=draft, user=by, role="facilitator", delegation=by.delegation)
    record(draft, "draft-started", done("draft-started"), by=by)
    add_version(draft, resolution, by=by, source=source, file=file, date=date, note=note)
    draft.refresh_from_db()
    return draft


@transaction.atomic
def start_writing(title: str, language: str, *, by: models.User) -> models.Draft:
    """Begin a draft from a blank page, to be written live; ``by`` becomes its facilitator.

    Nothing stands on it but its title and its enacting words. ``language`` is that in which it is written, as
    ``en``. It has no version until one is issued.
    """
    draft = models.Draft.objects.create(created_by=by, title=" ".join(title.split()), language=language)
    models.Person.objects.create(draft=draft, user=by, role="facilitator", delegation=by.delegation)
    record(draft, "draft-started", done("draft-started blank"), by=by)
    open_live_text(draft.pk)
    follow_live_text(draft.pk)
    return draft


@transaction.atomic
def add_version(
    draft: models.Draft,
    resolution: Resolution,
    *,
    by: models.User,
    source: str = "",
    file: models.SourceFile | None = None,
    date: datetime.date | None = None,
    note: str = "",
    after: int | None = None,
    even_if_same: bool = False,
    sponsors: SponsorsFrom = "text",
    frozen_at: int | None = None,
) -> models.Version:
    """Keep a text as the next version of a draft and seal it. With a symbol, the draft is issued by it.

    Its paragraphs inherit the keys of those they descend from in the version before, so that a paragraph is
    known through all versions. ``after`` is the number of the last version that ``by`` has seen.
    ``sponsors`` says whose word goes: the ``text``'s, which the ledger then follows, or the ``ledger``'s,
    which the version then prints in the order of its language, whatever the text says. ``frozen_at`` is where
    in the live text's log the words were taken, if they were.

    Raises:
        NotAllowedError: ``by`` may not issue versions of this draft.
        ClosedDraftError: the draft is adopted, withdrawn or lapsed.
        OvertakenError: somebody issued a version after the one ``by`` has seen.
        SymbolTakenError: an earlier version has the resolution's symbol.
        SameTextError: it says what the last version says, and ``even_if_same`` is not set.
    """
    draft = lock(draft)  # one new version at a time
    permissions.require(draft, "issue", by=by)
    last = versions.latest(draft)
    _check_seen(last, after)
    _check_symbol(draft, resolution.symbol)
    if sponsors == "ledger":
        resolution = _with_ledger(resolution, draft, date)
    keyed = _keyed(resolution, draft, last, even_if_same=even_if_same, from_live=frozen_at is not None)
    number = last.number + 1 if last else 1
    version = _write(keyed, draft, number=number, by=by, source=source, file=file, date=date, note=note)
    words = (
        done("version-issued", symbol=version.symbol, number=number)
        if version.symbol
        else done("version-issued text", number=number)
    )
    told = {"version": number, "symbol": version.symbol, "note": note}
    record(draft, "version-issued", words, by=by, date=version.date, **told)
    if version.symbol and draft.state == "drafting":
        enter_state(draft, "issued", by=by, date=version.date)
    if sponsors == "text":
        follow_version(version, resolution, by=by)
    catalogue(draft)
    if last:
        keep_comparison(last, version)
    enter_live_text(version, by=by, frozen_at=frozen_at)
    return version


def _check_seen(last: models.Version | None, after: int | None) -> None:
    if last and after is not None and last.number > after:
        issuer = last.created_by.shown_name
        raise OvertakenError(
            worded(
                "{issuer} issued {name} as version {number} while you were looking yours over. "
                "Compare yours with it; if yours still holds, keep it as version {next}.",
                issuer=issuer,
                name=last.name,
                number=last.number,
                next=last.number + 1,
            ),
            last.number,
        )


def _check_symbol(draft: models.Draft, symbol: str) -> None:
    taken = draft.versions.filter(symbol=symbol).first() if symbol else None
    if taken:
        raise SymbolTakenError(
            worded(
                "{symbol} is already the symbol of version {number}. Give this one another.",
                symbol=symbol,
                number=taken.number,
            )
        )


def _with_ledger(resolution: Resolution, draft: models.Draft, date: datetime.date | None) -> Resolution:
    """The text under the head that the ledger gives it; its own where the ledger is empty."""
    head = head_of(entries_of(draft), resolution.language, date or timezone.localdate(), resolution.proposal)
    if not (head.sponsors or head.submitted):
        return resolution
    return replace(resolution, sponsors=head.sponsors, submitted=head.submitted)


def _keyed(
    resolution: Resolution,
    draft: models.Draft,
    last: models.Version | None,
    *,
    even_if_same: bool,
    from_live: bool,
) -> Resolution:
    """The text under the draft's lineage, each paragraph with the key it inherits or a new one.

    What was taken from the live text has its keys already: those under which people wrote it.
    """
    lineage = str(draft.pk) if from_live else ""
    bare = replace(resolution.check(), lineage=lineage, doubts=())
    if last is None and from_live:
        return bare
    if last is None:
        nothing = Resolution(lineage=str(draft.pk), language=resolution.language)
        return inherit_keys(nothing, bare, compare(nothing, bare), _fresh_key)
    before = last.resolution()
    comparison = compare(before, bare)
    if comparison.identical and not even_if_same:
        raise SameTextError(worded("This text says exactly what {name} says.", name=last.name))
    return bare if from_live else inherit_keys(before, bare, comparison, _fresh_key)


def _fresh_key() -> str:
    return uuid.uuid4().hex[:16]  # 64 bits: two alike in one draft are not to be expected, and refused if met


def _write(
    resolution: Resolution,
    draft: models.Draft,
    *,
    number: int,
    by: models.User,
    source: str,
    file: models.SourceFile | None,
    date: datetime.date | None,
    note: str,
) -> models.Version:
    version = models.Version.unsealed.create(
        draft=draft,
        number=number,
        symbol=resolution.symbol,
        date=date or timezone.localdate(),
        source=source,
        file=file,
        note=note,
        created_by=by,
        **head_columns(resolution),
    )
    write_rows(version, resolution)
    version.sealed_at = timezone.now()
    version.save(update_fields=["sealed_at"])
    return version


def head_columns(resolution: Resolution) -> dict[str, str]:
    """What stands above the text, by the columns of a version."""
    masthead = resolution.masthead
    return {
        "language": resolution.language,
        "proposal": resolution.proposal or "",
        "submitted": resolution.submitted,
        "title": resolution.title,
        "organ": masthead.organ,
        "session": masthead.session,
        "committee": masthead.committee,
        "agenda_item": masthead.agenda_item,
        "dated": masthead.date,
        "distribution": masthead.distribution,
        "original": masthead.original,
    }


def write_rows(version: models.Version, resolution: Resolution) -> None:
    """The paragraphs, notes and sponsors of a version that is not sealed yet."""
    models.Paragraph.objects.bulk_create(
        models.Paragraph(
            version=version,
            position=position,
            key=each.id,
            kind=each.kind,
            level=each.level,
            label=each.label,
            text=each.text,
            marks=rows_of_marks(each.marks),
        )
        for position, each in enumerate(resolution.paragraphs)
    )
    models.Note.objects.bulk_create(
        models.Note(
            version=version,
            position=position,
            key=note.id,
            label=note.label,
            text=note.text,
            marks=rows_of_marks(note.marks),
        )
        for position, note in enumerate(resolution.notes)
    )
    models.Sponsor.objects.bulk_create(
        models.Sponsor(version=version, position=position, name=sponsor.name, code=sponsor.code)
        for position, sponsor in enumerate(resolution.sponsors)
    )
