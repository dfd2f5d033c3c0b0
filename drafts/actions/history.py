"""Keeping the life of a live text at hand, and taking up what it said at an earlier moment."""

from __future__ import annotations

import json
import zlib
from uuid import UUID

from django.db import transaction

from drafts.actions.deeds import lock, record
from drafts.actions.live import append_entry, follow_live_text, open_live_text
from drafts.core.deed_words import done
from drafts.core.errors import DeedError
from drafts.core.sittings import minutes_of
from drafts.core.worded import worded
from drafts.formats.shared import Attributed, Authorship, edit
from drafts.models import Draft, LiveCheckpoint, LiveText, User
from drafts.queries import permissions
from drafts.queries.history import entries_of, grow, opened, written_after
from drafts.queries.live import checkpoint_before
from drafts.queries.points import moment

# Updates between two checkpoints: to show any moment takes at most so many. Decision 22 has the arithmetic.
EVERY = 5000


def keep_checkpoints(draft_id: UUID) -> int:
    """Make the checkpoints that are missing; how many. Whoever is writing is not kept waiting: the log behind
    a place in it never changes, so nothing is locked, and two who do it at once make the same.
    """
    seq = LiveText.objects.filter(pk=draft_id).values_list("seq", flat=True).first() or 0
    upto = seq // EVERY * EVERY
    last = checkpoint_before(draft_id, upto, "doc", "authors")
    at = last.seq if last else 0
    if at >= upto:
        return 0
    authorship = opened(last) if last else Authorship()
    known: dict[int, Attributed] = {}
    places = range(at // EVERY * EVERY + EVERY, upto + 1, EVERY)
    for place in places:
        grow(authorship, draft_id, at, place, known)
        _keep(draft_id, authorship, at, place)
        at = place
    return len(places)


@transaction.atomic
def take_up_moment(draft: Draft, seq: int, *, by: User) -> int:
    """Bring the live text back to what it said after update ``seq``, as edits: whoever is writing keeps their
    words, and nothing is lost, since the moment before can be taken up in turn. The number of that moment.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not write in it, or not in this state.
        NoSuchMomentError: there was none.
        DeedError: the text says now what it said then.
    """
    draft = lock(draft)
    permissions.require(draft, "write", by=by)
    now = open_live_text(draft.pk)
    then = moment(draft, seq)
    update = edit(now.doc, then.resolution())
    if not update:
        raise DeedError(worded("The text says now what it said at that moment. Nothing was changed."))
    append_entry(draft.pk, update, by=by, moment=seq)
    follow_live_text(draft.pk)
    words = done("moment-taken-up", moment=then.words)
    record(draft, "moment-taken-up", words, by=by, moment=seq, before=now.seq)
    return now.seq


def _keep(draft_id: UUID, authorship: Authorship, after: int, seq: int) -> None:
    written = minutes_of(written_after(draft_id, after, entries_of(draft_id), upto=seq))
    minutes = [[each.seq, int(each.at.timestamp()), dict(each.writers)] for each in written]
    checkpoint = LiveCheckpoint(
        draft_id=draft_id,
        seq=seq,
        doc=zlib.compress(authorship.doc.get_update()),
        authors=zlib.compress(json.dumps(authorship.to_json(), ensure_ascii=False).encode()),
        minutes=minutes,
    )
    LiveCheckpoint.objects.bulk_create([checkpoint], ignore_conflicts=True)
