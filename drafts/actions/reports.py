"""Making reports: once for what goes into each, at once where that is quick, else in turn.

Nothing is recorded on the draft: whoever may see two versions may see what changed between them, and a report
says nothing that their page does not.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import time
import zipfile
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from drafts.actions import store, work
from drafts.actions.deeds import lock
from drafts.actions.limits import spend
from drafts.core.errors import ReadError, StillReadingError
from drafts.core.traces import traced
from drafts.core.worded import worded
from drafts.formats.apart import Plaints, apart
from drafts.formats.jobs import make_report
from drafts.formats.orders import ZIP
from drafts.formats.program import program
from drafts.models import Draft, MadePart, MadeReport, ReportState, User, Version
from drafts.queries.limits import check_again, check_under_way, report_bounds
from drafts.queries.reports import Asked, covered, digest_between, order_of

_MAKING = Plaints(
    worded("making it took more than {seconds} seconds."),
    worded("the program broke off on it, or needed more than {megabytes} MB of memory."),
    worded("Ask for another form, or for the changes only."),
)


def have_report(old: Version, new: Version, asked: Asked, *, by: User | None) -> MadeReport:
    """The report of two versions in the form asked for: made now if that is quick, else under way.

    ``by`` is nobody where the draft is read by its public link.

    Raises:
        TooManyError: this person had too many made.
    """
    report, is_new = _asked_for(old, new, asked, by)
    if is_new or _is_silent(report):  # whoever only waits for it begins nothing anew
        make_promptly(report, settings.PATIENCE)
    return report


def made_in_batch(old: Version, new: Version, asked: Asked, *, by: User) -> MadeReport:
    """The same for a batch: however long it takes."""
    report, _ = _asked_for(old, new, asked, by, in_batch=True)
    until = time.monotonic() + MadeReport.SILENCE.total_seconds()
    while report.state in (ReportState.WAITING, ReportState.MAKING) and time.monotonic() < until:
        make_now(report.pk)
        try:
            report.refresh_from_db()
        except MadeReport.DoesNotExist:  # a pairing was made meanwhile: what is asked for is another report
            report, _ = _asked_for(old, new, asked, by, in_batch=True)
            continue
        if report.state == ReportState.MAKING:  # somebody else is making it
            time.sleep(work.BEAT / 2)
    return report


def file_of(report: MadeReport) -> bytes | None:
    """The file of a report that is made. None where it is not, or has gone: then it is made again."""
    if report.state != ReportState.MADE:
        return None
    data = store.fetch(report.pk)
    if data is None:
        store.forget(report.pk)
    return data


def make_promptly(report: MadeReport, patience: float) -> None:
    """Make it if that takes no more than ``patience`` seconds; else let a worker make it in turn."""
    try:
        make_now(report.pk, patience=patience)
    except StillReadingError:
        work.queue(MadeReport, report.pk, make_in_turn, tries=0)
    with contextlib.suppress(MadeReport.DoesNotExist):
        report.refresh_from_db()


def make_now(digest: str, *, patience: float | None = None) -> None:
    """Make what waits or was broken off; nothing where it is made, or somebody else is making it.

    Must not stand in a transaction: it may take long, and others want to see how far it is.

    Raises:
        StillReadingError: patience came to its end. It is not queued.
    """
    report = work.take(MadeReport, digest)
    if report is None:
        return
    order = order_of(report)
    if order.digest != digest:  # a pairing was made meanwhile, or the program is a newer one: nobody waits
        report.delete()
        return
    tell = work.beating(MadeReport, digest)
    try:
        data = apart(
            make_report, order, bounds=report_bounds(), tell=tell, patience=patience, plaints=_MAKING
        )
    except ReadError as error:
        work.refuse(MadeReport, digest, error.words)
    else:
        try:
            kept = store.keep(digest, data)
        except OSError:
            work.refuse(MadeReport, digest, store.NO_ROOM)
            return
        facts = {"size": kept.size, "sha256": kept.sha256, "updated_at": timezone.now()}
        work.unfinished(MadeReport, digest).update(state=ReportState.MADE, **facts)
        _note_parts(report, data)


@task()
def make_in_turn(digest: str, request_id: str = "") -> None:
    """What the worker does with a report that was queued; stopped with the server, it is taken up again."""
    with traced(request_id), contextlib.suppress(StillReadingError):
        make_now(digest)


def resume_reports() -> int:
    """Queue again what was being made when its server went away; how many there were."""
    return work.resume(MadeReport, make_in_turn)


def reopen_report(report: MadeReport, *, by: User | None) -> None:
    """Try once more what could not be made.

    Raises:
        TooManyError: this person had too many made, or this one just now.
    """
    if report.state == ReportState.REFUSED and _asked_again(report, by, refusal=""):
        make_promptly(report, settings.PATIENCE)


def _asked_again(report: MadeReport, by: User | None, **more: Any) -> bool:
    """Let a report wait once more, counted among those that this person asked for now; whether it was us."""
    check_again(report)
    spend("report", by=by)
    with transaction.atomic():
        _one_at_a_time(by, report.new.draft)
        check_under_way(by, report.new.draft)
        counted = {"asked_by": by, "in_batch": False, "created_at": timezone.now()}
        return _waits_again(report, **counted, **more)


def _waits_again(report: MadeReport, **more: Any) -> bool:
    """Whether it was us who let it wait, and not somebody else at the same moment."""
    now = timezone.now()
    ended = MadeReport.objects.filter(pk=report.pk, state=report.state, updated_at=report.updated_at)
    facts = {"state": ReportState.WAITING, "tries": 0, "beat_at": now, "updated_at": now, **more}
    return bool(ended.update(**facts))


def _one_at_a_time(by: User | None, draft: Draft) -> None:
    """Until the transaction ends nobody else counts what is under way for the same person."""
    if by:
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
    else:
        lock(draft)


def _is_silent(report: MadeReport) -> bool:
    """Whether it ought to be under way and nobody is at it any more, as when the server was stopped."""
    under_way = report.state in (ReportState.WAITING, ReportState.MAKING)
    return under_way and work.is_silent(report)


def _note_parts(report: MadeReport, data: bytes) -> None:
    """What stands in a zip of all forms, so that each of its files is known by itself."""
    if report.form != ZIP:
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sums = [hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()]
    parts = [MadePart(report=report, sha256=each) for each in dict.fromkeys(sums)]
    MadePart.objects.bulk_create(parts, ignore_conflicts=True)


def _asked_for(
    old: Version, new: Version, asked: Asked, by: User | None, *, in_batch: bool = False
) -> tuple[MadeReport, bool]:
    """The row of a report, and whether it waits from now on: it is new, or its file has gone since."""
    digest = digest_between(old, new, asked)
    report = MadeReport.objects.filter(pk=digest).first()
    if report is None:
        if not in_batch:
            spend("report", by=by)
        return _noted(digest, old, new, asked, by, in_batch=in_batch), True
    if report.state == ReportState.MADE and not store.is_kept(digest):
        waits = _waits_again(report) if in_batch else _asked_again(report, by)
        report.refresh_from_db()
        return report, waits
    return report, False


def _noted(
    digest: str, old: Version, new: Version, asked: Asked, by: User | None, *, in_batch: bool
) -> MadeReport:
    before, after = covered(old), covered(new)
    now = timezone.now()
    with transaction.atomic():
        if not in_batch:
            _one_at_a_time(by, old.draft)
            check_under_way(by, old.draft)
        report, _ = MadeReport.objects.get_or_create(
            digest=digest,
            defaults={
                "old": old,
                "new": new,
                "form": asked.form,
                "options": asked.kept(),
                "program": program(),
                "asked_by": by,
                "in_batch": in_batch,
                "made_at": now,
                "beat_at": now,
                "old_text": before.text,
                "new_text": after.text,
                "old_source": before.source,
                "new_source": after.source,
            },
        )
    return report
