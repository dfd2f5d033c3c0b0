"""The log of a draft's live text, read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from pycrdt import Doc, merge_updates

from drafts.core.document import Resolution
from drafts.formats.shared import new_doc, resolution_of
from drafts.formats.shared.updates import clocks, reach
from drafts.models import Draft, LiveCheckpoint, LiveText, LiveUpdate
from drafts.queries.versions import latest

CHUNK = 2000  # rows of the log fetched at once


class Kept(NamedTuple):
    """The document as kept, and the number of the last update in it.

    ``snapshot_seq`` is the number of the last in its snapshot. ``owners`` says whose each client is: the user
    under whose name it wrote first.
    """

    doc: Doc[Any]
    seq: int
    snapshot_seq: int
    owners: dict[int, int]


class Logged(NamedTuple):
    """An update as the log has it: its number, whose it is, and its bytes."""

    seq: int
    user: int
    data: bytes


def updates_after(draft_id: UUID, seq: int, *, upto: int | None = None) -> list[Logged]:
    """The updates after number ``seq``, oldest first."""
    found = LiveUpdate.objects.filter(draft_id=draft_id, seq__gt=seq).order_by("seq")
    if upto is not None:
        found = found.filter(seq__lte=upto)
    rows = found.values_list("seq", "user_id", "data").iterator(CHUNK)
    return [Logged(number, user, bytes(data)) for number, user, data in rows]


def doc_of(live: LiveText) -> Kept:
    """The whole live text, from its snapshot and what came after."""
    doc = new_doc()
    owners = {int(client): user for client, user in live.owners.items()}
    if live.snapshot:
        doc.apply_update(bytes(live.snapshot))
    for _, user, data in updates_after(live.pk, live.snapshot_seq, upto=live.seq):
        doc.apply_update(data)
        for client in reach(data).written:
            owners.setdefault(client, user)
    return Kept(doc, live.seq, live.snapshot_seq, owners)


def snapshot_of(live: LiveText, whole: bytes, state: bytes) -> bytes:
    """All of a live text as one update: ``whole`` of its document, and such parts of updates as wait for
    words that have not come yet. Those are in the log and in no document: by its ``state`` they are told.
    """
    known = clocks(state)
    rows = updates_after(live.pk, live.snapshot_seq, upto=live.seq)
    updates = [*([bytes(live.snapshot)] if live.snapshot else []), *(row.data for row in rows)]
    waiting = [each for each in updates if not reach(each).is_within(known)]
    return merge_updates(whole, *waiting) if waiting else whole


def ends_of_logs(draft_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How far the log of each draft has come."""
    return dict(LiveText.objects.filter(pk__in=draft_ids).values_list("pk", "seq"))


def live_resolution(draft: Draft, doc: Doc[Any]) -> Resolution:
    """What a live text says, under the head of the draft's newest version, and under no symbol yet.

    Its lineage is the draft's: a paragraph of it and one of a version with the same key are one.
    """
    version = latest(draft)
    head = version.resolution() if version else Resolution(language=draft.language)
    return resolution_of(doc, replace(head, symbol="", lineage=str(draft.pk), paragraphs=(), notes=()))


def live_text_of(draft: Draft) -> Resolution | None:
    """What a draft's live text says now; None where it was never opened."""
    live = LiveText.objects.filter(pk=draft.pk).first()
    return live_resolution(draft, doc_of(live).doc) if live else None


def doc_at(draft_id: UUID, seq: int) -> Doc[Any]:
    """The document as it was when update ``seq`` had come: from the last checkpoint before, and the log."""
    checkpoint = checkpoint_before(draft_id, seq, "doc")
    doc = new_doc()
    if checkpoint:
        doc.apply_update(zlib.decompress(checkpoint.doc))
    for _, _, data in updates_after(draft_id, checkpoint.seq if checkpoint else 0, upto=seq):
        doc.apply_update(data)
    return doc


def checkpoint_before(draft_id: UUID, seq: int, *fields: str) -> LiveCheckpoint | None:
    """The last checkpoint not after update ``seq``, with these fields at hand."""
    found = LiveCheckpoint.objects.filter(draft_id=draft_id, seq__lte=seq)
    return found.only("seq", *fields).order_by("-seq").first()
