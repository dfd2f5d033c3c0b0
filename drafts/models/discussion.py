"""Discussions of a text. Rows are added and never changed: the database refuses it (see ``seals``)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from drafts.core.anchoring import Anchor
from drafts.models.draft import Draft
from drafts.models.version import Version


class Thread(models.Model):
    """A discussion of a paragraph of a version or of the live text, or of some of its words.

    ``key`` is the paragraph's; ``start`` and ``end`` are code points of its text, half open, and equal where
    it is about the whole paragraph. ``quote`` are the words as they were then.

    One of the live text has no version. ``context`` is the whole paragraph as it was, and ``held_from`` and
    ``held_to`` name its first and last sign as Yjs knows them (``client:clock``), so that pages that write
    on hold the very words.
    """

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="threads")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=64)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    quote = models.TextField()
    context = models.TextField(blank=True)
    held_from = models.CharField(max_length=40, blank=True)
    held_to = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    since: int | None = None  # the first version it stands in; ``queries.discussion`` says which

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lte=models.F("end")), name="thread_stretch"),
            models.CheckConstraint(
                condition=models.Q(version=None, context__gt="") | models.Q(version__gt=0, context=""),
                name="thread_begun_in_one_text",
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:40]

    @property
    def anchor(self) -> Anchor:
        """What it is about, in the text on which it began."""
        return Anchor(self.key, self.start, self.end)


class Remark(models.Model):
    """What somebody said in a discussion, or that they closed or reopened it; ``text`` may be empty then."""

    SAID, RESOLVED, REOPENED = "said", "resolved", "reopened"

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="remarks")
    kind = models.CharField(max_length=10, default=SAID)
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentions")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["said", "resolved", "reopened"]), name="remark_kind_known"
            ),
            models.CheckConstraint(condition=~models.Q(kind="said", text=""), name="remark_says_something"),
        ]

    def __str__(self) -> str:
        return self.text[:40] or self.kind
