"""A text somebody brought, on its way to becoming a version: being read, and looked over."""

from __future__ import annotations

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from drafts.core.worded import worded
from drafts.models.draft import Draft
from drafts.models.source import SourceFile
from drafts.models.version import Version
from drafts.models.worded import WordedField
from drafts.models.work import Work


class ReadingState(models.TextChoices):
    """Where a reading stands. Only one that is read can be corrected and kept."""

    WAITING = "waiting", _("waits to be read")
    READING = "reading", _("is being read")
    READ = "read", _("was read")
    REFUSED = "refused", _("could not be read")


class Reading(Work):
    """A text on its way to becoming a version.

    What was brought in is ``source``, a text to the letter, or ``file``; for a text file both. While it is
    read, ``done`` of ``total`` are its pages. ``value`` is the resolution as corrected so far and ``before``
    what it was one correction ago, both as ``resolution/1`` (FORMATS, section 3); ``places`` where in the
    file each piece of it stands. Files brought together share a ``chain``, each with its ``turn``. ``draft``
    is empty for the first version of a new draft; ``live_seq`` is where in the live text's log its words were
    taken, if they were; ``version`` is set once the reading was kept, and ``put_aside_at`` while its person
    does not want to be reminded of it.
    """

    UNDER_WAY = ReadingState.READING
    SILENCE = datetime.timedelta(seconds=40)  # twice apart.STARTING + READING_SECONDS
    GIVEN_UP = worded("Reading it was broken off {n} times. Copy its text and paste that.")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="readings")
    draft = models.ForeignKey(Draft, models.CASCADE, null=True, related_name="readings")
    version = models.OneToOneField(Version, models.PROTECT, null=True, related_name="reading")
    state = models.CharField(max_length=8, choices=ReadingState, default=ReadingState.READ)
    source = models.TextField(blank=True)
    file = models.OneToOneField(SourceFile, models.PROTECT, null=True, related_name="reading")
    value = models.JSONField(null=True)
    before = models.JSONField(null=True)
    places = models.JSONField(null=True)
    live_seq = models.PositiveBigIntegerField(null=True)
    chain = models.UUIDField(null=True, db_index=True)
    turn = models.PositiveSmallIntegerField(default=0)
    put_aside_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="read") | models.Q(value__isnull=False),
                name="reading_read_has_a_value",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What people call it: its title, else the name of its file."""
        title = self.value.get("title") if self.value else ""
        return title or (self.file.name if self.file else worded("A text without a title"))

    @property
    def is_read(self) -> bool:
        return self.state == ReadingState.READ


class Settlement(models.Model):
    """A person's word on one doubt of a reading: right as read, or read otherwise (``choice`` says how).

    ``key`` names the doubt within its reading, ``fingerprint`` wherever the same words are read again (see
    core.doubts). ``place`` and ``text`` are the doubt as it was shown.
    """

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="settlements")
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64, db_index=True)
    place = models.CharField(max_length=80, blank=True)
    text = WordedField()
    choice = WordedField(blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["reading", "key"], name="one_settlement_a_doubt")]

    def __str__(self) -> str:
        return f"{self.place}: {self.choice or 'right as read'}"
