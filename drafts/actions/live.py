"""Writing to the log of a draft's live text. Whoever writes here is heard by every open page.

The log is the truth: an update is safe when the transaction that appended it has ended, and not before.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from pycrdt import Doc

from drafts.actions.catalogue import catalogue
from drafts.actions.deeds import lock, record
from drafts.core.blank import blank_page
from drafts.core.deed_words import done
from drafts.core.document import Resolution
from drafts.formats import to_json
from drafts.formats.plain import plain_text
from drafts.formats.shared import digest, edit, new_doc, seeded
from drafts.models import Draft, LiveEntry, LiveText, LiveUpdate, LiveVersion, Reading, User, Version
from drafts.queries import permissions
from drafts.queries.live import Kept, doc_at, doc_of, live_resolution, live_text_of, snapshot_of
from drafts.queries.versions import latest

COMPACT_AFTER = 500  # updates after a snapshot; to apply so many takes some 10 ms
NOTHING = new_doc().get_update()  # an update that changes nothing
PEOPLE = "rapporteur_people"  # on which processes tell each other where people are
# On which PostgreSQL tells the other processes: "draft:seq", "draft:" of talk, ":" of who was signed out.
CHANNEL = "rapporteur_live"

_OF_DJANGO = ("cursor_factory", "context", "prepare_threshold")  # of its own connections
# A line that died without a word is given up after some 40 s; a name that does not answer after 10.
_ALIVE = {"connect_timeout": 10, "keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 4}

log = logging.getLogger("drafts.live")

News = Callable[[UUID | None, int | None], object]
_hearers: list[News] = []


def open_live_text(draft_id: UUID) -> Kept:
    """The live text as kept; on the first opening it is begun with that of the newest version.

    To open one that is there only reads, and so waits for nobody who writes.
    """
    return doc_of(LiveText.objects.filter(pk=draft_id).first() or _begun(draft_id))


@transaction.atomic
def append_updates(draft_id: UUID, updates: Sequence[tuple[int, bytes]]) -> int:
    """Add updates, each with the id of who wrote it, and give the number of the last."""
    return _appended(draft_id, updates)


@transaction.atomic
def append_several(given: Sequence[tuple[UUID, Sequence[tuple[int, bytes]]]]) -> list[int]:
    """The same for several drafts at one stroke, or for none of them."""
    return [_appended(draft_id, updates) for draft_id, updates in given]


def append_entry(
    draft_id: UUID, update: bytes, *, by: User, version: Version | None = None, moment: int | None = None
) -> int:
    """Add an update that was not typed, and say what came with it. One of its own even where nothing changes,
    so that its place in the log can be shown. Call it in the transaction that made the update.
    """
    seq = append_updates(draft_id, [(by.pk, update or NOTHING)])
    LiveEntry.objects.create(draft_id=draft_id, seq=seq, version=version, moment=moment)
    return seq


def follow_live_text(draft_id: UUID) -> None:
    """Call a draft by the title that its live text has now, and let it be found by its words, until a version
    is issued: from then on it goes by its version in force.
    """
    if Version.objects.filter(draft=draft_id).exists():
        return
    with transaction.atomic():
        draft = Draft.objects.select_for_update(no_key=True).filter(pk=draft_id).first()
        text = live_text_of(draft) if draft and not draft.in_force else None
        if draft is None or text is None:  # taken away, issued or never opened
            return
        Draft.objects.filter(pk=draft_id).update(title=text.title)
        catalogue(draft)


def compact(draft_id: UUID) -> bool:
    """Make a snapshot where the log has grown long since the last. The log itself stays as it is.

    Nobody waits for it to write: what it reads changes no more, and of two who do it the later one wins.
    """
    live = LiveText.objects.filter(pk=draft_id).first()  # none: the draft was taken away with its text
    if live is None or live.seq - live.snapshot_seq < COMPACT_AFTER:
        return False
    kept = doc_of(live)
    older = LiveText.objects.filter(pk=draft_id, snapshot_seq__lt=kept.seq)
    snapshot = snapshot_of(live, kept.doc.get_update(), kept.doc.get_state())
    made = older.update(snapshot=snapshot, snapshot_seq=kept.seq, owners=kept.owners)
    return bool(made)


def settle(draft_id: UUID, seq: int, whole: bytes) -> bytes | None:
    """What a live text shows, in short, to whoever is given ``whole`` of it after update ``seq``.

    Where the log says its words in another order it is opened so by everybody from now on. None: something
    was written meanwhile.
    """
    doc = new_doc()
    doc.apply_update(whole)
    shown = digest(doc)
    live = LiveText.objects.filter(pk=draft_id, seq=seq).first()
    if live is None:
        return None
    kept = doc_of(live)
    if digest(kept.doc) != shown:
        log.warning("The words of %s stood in another order for those who had come earlier", draft_id)
        same = LiveText.objects.filter(pk=draft_id, seq=seq)
        snapshot = snapshot_of(live, whole, kept.doc.get_state())
        same.update(snapshot=snapshot, snapshot_seq=seq, owners=kept.owners)
    return shown


def tell_discussed(draft_id: UUID) -> None:
    """Tell every open page that something was said in the draft's discussions, once that is kept."""
    _tell(draft_id, None)


def tell_signed_out() -> None:
    """Have every process look at once at who may still write, once it is kept that somebody no longer may."""
    _tell(None, None)


def on_news(hear: News) -> Callable[[], None]:
    """Call ``hear`` with a draft and how far its log has come, from whichever thread kept it here.

    With None for how far: something was said in its discussions; with None for both: somebody was signed out.
    Gives what ends it.
    """
    hearers = _hearers
    hearers.append(hear)
    return lambda: hearers.remove(hear)


def hears_others() -> bool:
    """Whether other processes may write to the same logs and say so: on PostgreSQL."""
    return connection.vendor == "postgresql"


def takes_several_writers() -> bool:
    """Whether the database lets more than one write at a time: SQLite does not."""
    return connection.vendor != "sqlite"


def tell_people(payloads: Sequence[str]) -> None:
    """Tell every process where people are, in words of less than 8,000 bytes each."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, told) FROM unnest(%s::text[]) AS told", [PEOPLE, list(payloads)])


async def news() -> AsyncIterator[tuple[UUID | None, int | None] | str | None]:
    """What any process has kept, as PostgreSQL tells it, until the connection breaks.

    A string is what ``tell_people`` was given.
    The first is None: from then on nothing is missed. What was kept before is to be read from the log.
    """
    settings = connection.get_connection_params()
    wanted = {key: value for key, value in settings.items() if key not in _OF_DJANGO and value}
    psycopg: Any = connection.Database  # type: ignore[attr-defined] # as only PostgreSQL's backend loads it
    async with await psycopg.AsyncConnection.connect(**_ALIVE | wanted, autocommit=True) as listening:
        await listening.execute(f"LISTEN {CHANNEL}")
        await listening.execute(f"LISTEN {PEOPLE}")
        yield None
        async for told in listening.notifies():
            if told.channel == PEOPLE:
                yield told.payload
                continue
            draft_id, _, seq = told.payload.partition(":")
            yield UUID(draft_id) if draft_id else None, int(seq) if seq else None


@transaction.atomic
def take_up_live_text(draft: Draft, *, by: User) -> Reading:
    """Freeze the live text as it is now, to be looked over and kept as the next version.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not issue versions, or not in this state.
    """
    draft = lock(draft)
    permissions.require(draft, "issue", by=by)
    kept = open_live_text(draft.pk)
    text = live_resolution(draft, kept.doc)
    record(draft, "live-text-taken-up", done("live-text-taken-up"), by=by, seq=kept.seq)
    value = to_json(text)
    return Reading.objects.create(
        user=by, draft=draft, source=plain_text(text), value=value, live_seq=kept.seq
    )


def enter_live_text(version: Version, *, by: User, frozen_at: int | None = None) -> None:
    """Bring a new version into the live text, as edits: what its issuing changed, and nothing else.

    ``frozen_at`` says where in the log its words were taken, if they were; else it changes what the version
    before said. Whatever people have written since stays. Call it in the transaction that issues.
    """
    if not LiveText.objects.filter(pk=version.draft_id).exists():
        return
    base = doc_at(version.draft_id, frozen_at) if frozen_at else _doc_before(version)
    update = edit(base, version.resolution())
    append_entry(version.draft_id, update, by=by, version=version, moment=frozen_at)
    LiveVersion.objects.create(version=version, snapshot=base.get_update())


@transaction.atomic
def edit_live_text(draft: Draft, change: Callable[[Resolution], Resolution], *, by: User) -> Resolution:
    """Edit the live text without a live editor: ``change`` takes what it says and gives what it should say.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not write in it, or not in this state.
    """
    draft = lock(draft)
    permissions.require(draft, "write", by=by)
    doc = open_live_text(draft.pk).doc
    changed = change(live_resolution(draft, doc))
    if update := edit(doc, changed):
        append_updates(draft.pk, [(by.pk, update)])
        follow_live_text(draft.pk)
    return changed


def _doc_before(version: Version) -> Doc[Any]:
    """The document that says what the version before says; before the first, the blank page."""
    earlier = LiveVersion.objects.filter(
        version__draft=version.draft_id, version__number__lt=version.number
    ).order_by("-version__number")
    before = earlier.first()
    if before is None:  # begun from a blank page, which is the first update
        return doc_at(version.draft_id, 1)
    doc = new_doc()
    doc.apply_update(bytes(before.snapshot))
    return doc


@transaction.atomic
def _begun(draft_id: UUID) -> LiveText:
    """Begin the log, once, whoever comes first. Its first update belongs to who began the draft."""
    draft = Draft.objects.select_for_update(no_key=True).get(pk=draft_id)
    live, made = LiveText.objects.get_or_create(draft=draft)
    if made:
        version = latest(draft)
        update = seeded(
            version.resolution() if version else blank_page(draft.title, draft.language)
        ).get_update()
        if version:
            append_entry(draft_id, update, by=draft.created_by, version=version)
            LiveVersion.objects.create(version=version, snapshot=update)
        else:
            append_updates(draft_id, [(draft.created_by_id, update)])
        live.refresh_from_db()
    return live


def _appended(draft_id: UUID, updates: Sequence[tuple[int, bytes]]) -> int:
    live = LiveText.objects.select_for_update().get(pk=draft_id)
    LiveUpdate.objects.bulk_create(
        LiveUpdate(draft_id=draft_id, seq=live.seq + place, user_id=user, data=data)
        for place, (user, data) in enumerate(updates, 1)
    )
    live.seq += len(updates)
    live.save(update_fields=["seq"])
    _tell(draft_id, live.seq)
    return live.seq


def _tell(draft_id: UUID | None, seq: int | None) -> None:
    def hear() -> None:
        for each in _hearers:
            each(draft_id, seq)

    transaction.on_commit(hear)
    if hears_others():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_notify(%s, %s)", [CHANNEL, f"{draft_id or ''}:{'' if seq is None else seq}"]
            )
