"""What one reader of files may take here, and how much one person is made."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.utils import timezone

from drafts.core.errors import TooManyError
from drafts.core.limits import REPORTS_UNDER_WAY
from drafts.core.worded import worded
from drafts.formats.apart import Bounds
from drafts.models import Batch, BatchState, Draft, MadeReport, ReportState, User

AT_ONCE = datetime.timedelta(seconds=0.5)  # between the two times of a row that was just noted


def bounds() -> Bounds:
    return Bounds(settings.READING_SECONDS, settings.READING_MEGABYTES)


def report_bounds() -> Bounds:
    return Bounds(settings.REPORT_SECONDS, settings.REPORT_MEGABYTES)


def check_under_way(by: User | None, draft: Draft) -> None:
    """See that this person has no more reports under way than one may; all who read by a public link are one.

    Call it while their row, or the draft's, is locked: else two that are asked for at once both pass.

    Raises:
        TooManyError: too many of theirs are under way.
    """
    asked = MadeReport.objects.filter(asked_by=by, in_batch=False)
    asked = asked if by else asked.filter(old__draft=draft)
    under_way = asked.filter(state__in=(ReportState.WAITING, ReportState.MAKING)).count()
    if under_way >= REPORTS_UNDER_WAY:
        raise TooManyError(
            worded("{n} reports are being made for you. Ask again when one of them is done.", n=under_way),
            seconds=10,
        )


def check_again(report: MadeReport) -> None:
    """See that a report that was made, or refused, before was not begun anew a moment ago.

    Asked for again, it counts as if it were new from then on (``created_at``; ``made_at`` stays that of the
    first time). So that the same one is not made over and over, it is made anew once a minute.

    Raises:
        TooManyError: it was made anew within a minute.
    """
    again = report.created_at - report.made_at > AT_ONCE
    if again and abs(timezone.now() - report.created_at) < datetime.timedelta(minutes=1):
        raise TooManyError(worded("This report was begun anew within the last minute. Wait a little."))


def check_batches(by: User) -> None:
    """See that this person may begin one more batch.

    Raises:
        TooManyError: one of theirs is under way.
    """
    if Batch.objects.filter(user=by, state__in=(BatchState.WAITING, BatchState.MAKING)).exists():
        raise TooManyError(worded("A batch of yours is being made. Wait until it is done, or cancel it."))
