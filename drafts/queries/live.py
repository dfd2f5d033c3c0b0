"""The log of a draft's live text, read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from pycrdt import Doc

from drafts.core.document import Resolution
from drafts.formats.shared import new_doc, resolution_of
from drafts.models import Draft, LiveText, LiveUpdate
from drafts.queries.versions import latest


class Kept(NamedTuple):
    """The document as kept, and the number of the last update in it."""

    doc: Doc[Any]
    seq: int


def updates_after(draft_id: UUID, seq: int, *, upto: int | None = None) -> list[tuple[int, bytes]]:
    """The updates after number ``seq``, with their numbers, oldest first."""
    found = LiveUpdate.objects.filter(draft_id=draft_id, seq__gt=seq).order_by("seq")
    if upto is not None:
        found = found.filter(seq__lte=upto)
    return [(number, bytes(data)) for number, data in found.values_list("seq", "data")]


def doc_of(live: LiveText) -> Kept:
    """The whole live text, from its snapshot and what came after."""
    doc = new_doc()
    if live.snapshot:
        doc.apply_update(bytes(live.snapshot))
    for _, data in updates_after(live.pk, live.snapshot_seq, upto=live.seq):
        doc.apply_update(data)
    return Kept(doc, live.seq)


def live_resolution(draft: Draft, doc: Doc[Any]) -> Resolution:
    """What a live text says, under the head of the draft's newest version, and under no symbol yet.

    Its lineage is the draft's: a paragraph of it and one of a version with the same key are one.
    """
    version = latest(draft)
    head = version.resolution() if version else Resolution()
    return resolution_of(doc, replace(head, symbol="", lineage=str(draft.pk), paragraphs=(), notes=()))


def doc_at(draft_id: UUID, seq: int) -> Doc[Any]:
    """The document as it was when update ``seq`` had come, from the log alone."""
    doc = new_doc()
    for _, data in updates_after(draft_id, 0, upto=seq):
        doc.apply_update(data)
    return doc
