"""The record of all that was done on a draft. Rows are added and never changed: the database refuses it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from drafts.core import deed_words, deeds
from drafts.models.draft import Draft


class Deed(models.Model):
    """What somebody did: who, what, when, and from where.

    ``who``, ``delegation`` and ``role`` are as they were at that moment, so that the record stays true when
    people change or leave. ``words`` say what was done (“issued A/C.3/61/L.8 as version 1”), ``details`` the
    same for programs. ``date`` is the day it holds from, where that is not the day it was recorded.
    """

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="deeds")
    kind = models.CharField(max_length=40)
    words = models.TextField()
    details = models.JSONField(default=dict)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    delegation = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=12, blank=True)
    at = models.DateTimeField(default=timezone.now)
    date = models.DateField(null=True)
    address = models.CharField(max_length=45, blank=True, help_text="The address it came from.")
    agent = models.CharField(max_length=80, blank=True, help_text="The browser it came from, in short.")

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["draft", "-id"], name="deed_by_draft")]

    def __str__(self) -> str:
        return f"{self.who} {self.words}"

    @property
    def told(self) -> str:
        """What was done, to be said in any language (``core.worded``)."""
        return deed_words.recalled(self.kind, self.words)

    @property
    def group(self) -> str:
        """Which part of the draft's life it belongs to: versions, people, states …"""
        return deeds.group_of(self.kind)

    @property
    def group_words(self) -> str:
        return deeds.GROUP_WORDS[self.group]
