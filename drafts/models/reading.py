"""A text somebody brought, as it was read, while they look it over."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from drafts.models.draft import Draft
from drafts.models.version import Version


class Reading(models.Model):
    """A text on its way to becoming a version.

    ``source`` is what was brought in, to the letter. ``value`` is the resolution as corrected so far and
    ``before`` what it was one correction ago, both as ``resolution/1`` (FORMATS, section 3). ``draft`` is
    empty for the first version of a new draft; ``version`` is set once the reading was kept, and
    ``put_aside_at`` while its person does not want to be reminded of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="readings")
    draft = models.ForeignKey(Draft, models.CASCADE, null=True, related_name="readings")
    version = models.OneToOneField(Version, models.PROTECT, null=True, related_name="reading")
    source = models.TextField()
    value = models.JSONField()
    before = models.JSONField(null=True)
    put_aside_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.value.get("title") or str(self.id)
