"""Reports of many drafts at once: begun, worked off draft by draft, cancelled, taken up again.

What is made of each draft is a report like any other and is kept as one: a batch that was broken off, or
asked for once more, finds there what it had made before.
"""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Sequence
from dataclasses import asdict

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from drafts.actions import store, work
from drafts.actions.reports import made_in_batch
from drafts.core.errors import DeedError, NotAllowedError, RapporteurError, StillReadingError
from drafts.core.filenames import tame_name
from drafts.core.traces import traced
from drafts.core.worded import worded
from drafts.core.wording import WORDINGS
from drafts.formats.orders import ENDINGS
from drafts.formats.tables import to_csv
from drafts.formats.zipping import zipped
from drafts.models import Batch, BatchItem, BatchState, ReportState, User, Version
from drafts.queries.batches import hidden_from_its_maker, items_of, pairs_found
from drafts.queries.comparisons import pairings_between, report_of
from drafts.queries.finding import Search
from drafts.queries.languages import language_of
from drafts.queries.limits import check_batches
from drafts.queries.reports import Asked
from drafts.queries.versions import versions_seen_by

MOST_BYTES = (
    250_000_000  # of a zip, which is put together in memory; 200 drafts as PDF and Word take some 20 MB
)
SLICE = 20.0  # seconds after which a batch lets others go first: as long as somebody waits patiently
COUNTS = tuple(key for key in WORDINGS["en"].counts if key != "unchanged")
_NO_ROOM = worded("There is too little room to keep all of it. Choose fewer forms, or fewer drafts.")
_TOO_MANY = worded("Its files are too many for one zip. Choose fewer forms, or fewer drafts.")


@transaction.atomic
def start_batch(search: Search, forms: Sequence[str], asked: Asked, *, by: User) -> Batch:
    """Have reports made of every draft found, of its first version and the one in force.

    Raises:
        TooManyError: a batch of theirs is under way.
        DeedError: more drafts were found than one batch takes, or none.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # pressed twice, it is begun once
    check_batches(by)
    pairs, passed_over = pairs_found(by, search)
    if len(pairs) > settings.MAX_BATCH:
        raise DeedError(
            worded(
                "{n} drafts were found; one batch takes {most}. Narrow it down.",
                n=len(pairs),
                most=settings.MAX_BATCH,
            )
        )
    if not pairs:
        raise DeedError(worded("No draft was found that has two versions to compare."))
    batch = Batch.objects.create(
        user=by, forms=list(forms), options=asked.kept(), search=asdict(search), total=len(pairs),
        passed_over=passed_over, beat_at=timezone.now(),
    )  # fmt: skip
    BatchItem.objects.bulk_create(
        BatchItem(batch=batch, position=position, draft_id=old.draft_id, old=old, new=new)
        for position, (old, new) in enumerate(pairs, 1)
    )
    work.queue(Batch, batch.pk, make_batch_in_turn)
    return batch


@task()
def make_batch_in_turn(batch_id: str, request_id: str = "") -> None:
    """What the worker does with a batch; stopped with the server, it is taken up again."""
    with traced(request_id), contextlib.suppress(StillReadingError):
        make_batch(uuid.UUID(batch_id))


def make_batch(batch_id: uuid.UUID) -> None:
    """Make all reports of a batch and pack them; nothing where that is done, or somebody else does it.

    Where others wait, it lets them go first from time to time, and goes on with what is left.
    """
    batch = work.take(Batch, batch_id)
    if batch is None:
        return
    until = time.monotonic() + SLICE
    for done, item in enumerate(items_of(batch)):
        if not work.unfinished(Batch, batch.pk).update(done=done, beat_at=timezone.now()):
            return  # it was cancelled
        if item.is_settled and all(store.is_kept(key) for _, key in item.files.values()):
            continue
        if time.monotonic() > until and DBTaskResult.objects.ready().exists():
            work.queue(Batch, batch.pk, make_batch_in_turn, tries=0)
            return
        _make(item, batch)
    _pack(batch)


def resume_batches() -> int:
    """Queue again what was being made when its server went away; how many there were."""
    return work.resume(Batch, make_batch_in_turn)


def cancel_batch(batch: Batch) -> None:
    """Make no more of it. What was made stays kept, for when it is taken up again."""
    work.unfinished(Batch, batch.pk).update(state=BatchState.CANCELLED, updated_at=timezone.now())


@transaction.atomic
def reopen_batch(batch: Batch, *, by: User) -> None:
    """Make it anew: what was cancelled or refused, or what was made and has gone or changed since.

    Raises:
        TooManyError: a batch of theirs is under way.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # as when one is begun
    check_batches(by)
    anew = batch.items.all() if batch.state == BatchState.MADE else batch.items.exclude(refusal="")
    anew.update(counts=None, refusal="", files={})
    ended = Batch.objects.filter(pk=batch.pk).exclude(state__in=(BatchState.WAITING, BatchState.MAKING))
    ended.update(state=BatchState.WAITING, refusal="", tries=0, done=0)
    work.queue(Batch, batch.pk, make_batch_in_turn)


def zip_of(batch: Batch) -> bytes | None:
    """The zip, if it is made and still kept.

    Raises:
        NotAllowedError: whoever asked for it may no longer see one of its drafts.
    """
    if batch.state != BatchState.MADE:
        return None
    if hidden := hidden_from_its_maker(batch):
        raise NotAllowedError(
            worded(
                "You may no longer see {hidden} of the drafts in it. Go back and make it anew without them.",
                hidden=hidden,
            )
        )
    return store.fetch(_key(batch))


def is_batch_kept(batch: Batch) -> bool:
    """Whether its zip is made and still there."""
    return batch.state == BatchState.MADE and store.is_kept(_key(batch))


def _key(batch: Batch) -> str:
    return batch.pk.hex


def _make(item: BatchItem, batch: Batch) -> None:
    """Make the reports of one draft. Which they are, how many changes, or why not, is in its row."""
    both = versions_seen_by(batch.user).in_bulk([item.old_id, item.new_id])
    try:
        if len(both) < 2:
            raise NotAllowedError(worded("It is no longer open to you."))
        old, new = both[item.old_id], both[item.new_id]
        item.files = {form: _made(item, batch, old, new, form) for form in batch.forms}
        decisions = list(pairings_between(old, new))
        item.counts = dict(report_of(old, new, decisions).comparison.summary)
    except StillReadingError:
        raise
    except RapporteurError as error:
        item.refusal = error.words
    item.save()


def _made(item: BatchItem, batch: Batch, old: Version, new: Version, form: str) -> tuple[str, str]:
    """A report's name in the zip, and the key under which it is kept."""
    work.unfinished(Batch, batch.pk).update(beat_at=timezone.now())
    asked = Asked.of(form, batch.options)
    asked = asked.suited_to(form)
    report = made_in_batch(old, new, asked, by=batch.user)
    if report.state != ReportState.MADE:
        raise RapporteurError(report.refusal or worded("It is still being made for somebody else."))
    name = tame_name(f"{item.position:03d} {old.name} to {new.name}.{ENDINGS[form]}")
    return name, report.pk


def _pack(batch: Batch) -> None:
    """Put everything that was made into one zip."""
    files: dict[str, bytes] = {}
    for item in items_of(batch):
        for name, key in item.files.values():
            if (data := store.fetch(key)) is None:
                work.refuse(Batch, batch.pk, _NO_ROOM)
                return
            files[name] = data
        if sum(map(len, files.values())) > MOST_BYTES:
            work.refuse(Batch, batch.pk, _TOO_MANY)
            return
    try:
        kept = store.keep(_key(batch), zipped({**_index(batch), **files}))
    except OSError:
        work.refuse(Batch, batch.pk, store.NO_ROOM)
        return
    told = {"done": batch.total, "sha256": kept.sha256, "updated_at": timezone.now()}
    work.unfinished(Batch, batch.pk).update(state=BatchState.MADE, **told)


def _index(batch: Batch) -> dict[str, bytes]:
    """What was made of each draft, to read and as a table."""
    items = list(items_of(batch))
    context = {"batch": batch, "items": items, "words": WORDINGS["en"].counts, "now": timezone.now()}
    head = ["Draft", "First version", "Its date", "Version in force", "Date in force"]
    head += [*(key.replace("_", " ") for key in COUNTS), "Files", "Not made"]
    rows = (
        [
            item.new.title, item.old.name, item.old.date, item.new.name, item.new.date,
            *((item.counts or {}).get(key, "") for key in COUNTS),
            " | ".join(name for name, _ in item.files.values()), item.refusal,
        ]
        for item in items
    )  # fmt: skip
    with override(language_of(batch.user)):
        page = render_to_string("batches/index.html", context)
    return {"index.html": page.encode(), "index.csv": to_csv(head, rows)}
