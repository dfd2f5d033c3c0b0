"""A draft and its people."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from drafts.models.version import Version


class Draft(models.Model):
    """One resolution in the making. Its words are in its versions; its lineage is its id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafts_started")
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Person", related_name="drafts")

    def __str__(self) -> str:
        return str(self.id)

    @property
    def issued(self) -> list[Version]:
        """Its versions, the newest first. Asks nothing where they were prefetched."""
        return sorted(self.versions.all(), key=lambda version: -version.number)


class Person(models.Model):
    """Somebody who may see a draft and add to it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="persons")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "user"], name="one_person_a_draft")]

    def __str__(self) -> str:
        return f"{self.user} in {self.draft}"
