"""Work done off the request: how far it is stands in its row, where every page can see it."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models

from drafts.models.worded import WordedField


class Work(models.Model):
    """Something that waits, is under way, and in the end is done or refused.

    Whoever does it takes it first, so that two never do, and gives a sign of life (``beat_at``) now and then
    with how much of it is done: ``done`` of ``total``. What was broken off in the middle, as by a server that
    was stopped, is known by its silence and taken up again. ``refusal`` says why it could not be done.
    """

    # The words of ``state``, which every kind of work has as a column of its own.
    WAITING: ClassVar[str] = "waiting"
    UNDER_WAY: ClassVar[str]
    REFUSED: ClassVar[str] = "refused"
    SILENCE: ClassVar[datetime.timedelta]  # after which nobody does it any more
    GIVEN_UP: ClassVar[str]  # what is said when it was broken off so often (``{n}``) that nobody tries again

    state: models.CharField[str, str]
    refusal = WordedField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
