"""Reports that were asked for, and the files that are kept of them."""

from __future__ import annotations

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from drafts.core.worded import worded
from drafts.models.draft import Draft
from drafts.models.version import Version
from drafts.models.worded import WordedField
from drafts.models.work import Work

DIGEST = 64  # hexadecimal digits of a SHA-256


class KeptFile(models.Model):
    """A file that was made and can be made again: it is kept as long as there is room.

    ``key`` is where it lies in the storage. ``used_at`` is when it was last handed out, to the hour.
    """

    key = models.CharField(max_length=DIGEST, primary_key=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=DIGEST)
    used_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key


class ReportState(models.TextChoices):
    """Where a report stands."""

    WAITING = "waiting", _("waits to be made")
    MAKING = "making", _("is being made")
    MADE = "made", _("was made")
    REFUSED = "refused", _("could not be made")


class MadeReport(Work):
    """A report of two versions, as it was asked for and made.

    ``digest`` is that of everything which goes into it, so that the same digest is the same file. ``options``
    are those of ``core.options`` by name, with ``cover`` yes or no. ``made_at`` is the moment on its cover,
    kept even when the file is not, so that a file made again is the same. ``in_batch``: a batch asked for it
    first, which counts for nobody's limit. ``old_text`` … ``new_source`` are
    the SHA-256 of the two texts and of what they were read from, and ``sha256`` that of the report's file,
    in hex: whoever holds a report can have it checked by them (``queries.checking``).
    """

    UNDER_WAY = ReportState.MAKING
    SILENCE = datetime.timedelta(seconds=140)  # twice apart.STARTING + REPORT_SECONDS
    GIVEN_UP = worded("Making it was broken off {n} times. Ask for another form of it, or for less of it.")

    digest = models.CharField(max_length=DIGEST, primary_key=True)
    old = models.ForeignKey(Version, models.CASCADE, related_name="+")
    new = models.ForeignKey(Version, models.CASCADE, related_name="+")
    form = models.CharField(max_length=8)
    options = models.JSONField(default=dict)
    program = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=ReportState, default=ReportState.WAITING)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    in_batch = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    old_text = models.CharField(max_length=DIGEST, db_index=True)
    new_text = models.CharField(max_length=DIGEST, db_index=True)
    old_source = models.CharField(max_length=DIGEST, blank=True, db_index=True)
    new_source = models.CharField(max_length=DIGEST, blank=True, db_index=True)
    sha256 = models.CharField(max_length=DIGEST, blank=True, db_index=True)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.old} to {self.new} as {self.form}"


class MadePart(models.Model):
    """A file in a zip of all forms, by its SHA-256."""

    report = models.ForeignKey(MadeReport, models.CASCADE, related_name="parts")
    sha256 = models.CharField(max_length=DIGEST, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "sha256"], name="made_part_once")]

    def __str__(self) -> str:
        return self.sha256


class BatchState(models.TextChoices):
    """Where a batch stands."""

    WAITING = "waiting", _("waits to be made")
    MAKING = "making", _("is being made")
    MADE = "made", _("was made")
    CANCELLED = "cancelled", _("was cancelled")
    REFUSED = "refused", _("could not be made")


class Batch(Work):
    """Reports of many drafts at once, the first version with the last of each, in one zip.

    ``forms`` and ``options`` are as those of a report, ``search`` as that of ``queries.finding``, by name.
    ``done`` of ``total`` are its drafts; ``sha256`` is that of its zip, once it was made. ``passed_over``
    counts those that were found with one version only.
    """

    UNDER_WAY = BatchState.MAKING
    SILENCE = MadeReport.SILENCE
    GIVEN_UP = worded("Making it was broken off {n} times. Narrow it down, or ask for fewer forms.")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="batches")
    forms = models.JSONField()
    options = models.JSONField(default=dict)
    search = models.JSONField(default=dict)
    state = models.CharField(max_length=9, choices=BatchState, default=BatchState.WAITING)
    passed_over = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=DIGEST, blank=True, db_index=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.total} drafts"


class BatchItem(models.Model):
    """One draft of a batch. ``counts`` is the summary of its comparison once it is made; ``refusal`` why not.

    ``files`` are the reports made of it: by form, the name in the zip and the key of the kept file.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    draft = models.ForeignKey(Draft, models.CASCADE, related_name="+")
    old = models.ForeignKey(Version, models.CASCADE, related_name="+")
    new = models.ForeignKey(Version, models.CASCADE, related_name="+")
    counts = models.JSONField(null=True)
    refusal = WordedField(blank=True)
    files = models.JSONField(default=dict)

    class Meta:
        ordering = ["batch", "position"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_item_position_unique")
        ]

    def __str__(self) -> str:
        return f"{self.old} to {self.new}"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be made of it."""
        return self.counts is not None or bool(self.refusal)
