"""What people decided about which paragraph is which. Taking a decision back keeps it, and who did."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from drafts.core import pairing
from drafts.models.version import Version


class StandingPairings(models.Manager["Pairing"]):
    """Decisions that hold."""

    def get_queryset(self) -> models.QuerySet[Pairing]:
        return super().get_queryset().filter(taken_back_at=None)


class Pairing(models.Model):
    """A decision about paragraphs of two versions, by key: they are one, or (not ``together``) they are not.

    It holds in both directions of comparing. With one side empty, the paragraphs stand alone.
    """

    old = models.ForeignKey(Version, models.CASCADE, related_name="+")
    new = models.ForeignKey(Version, models.CASCADE, related_name="+")
    old_keys = models.JSONField(default=list)
    new_keys = models.JSONField(default=list)
    together = models.BooleanField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    everything = models.Manager()
    objects = StandingPairings()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "everything"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.old_keys} {'is' if self.together else 'is not'} {self.new_keys}"

    def value(self, *, turned: bool = False) -> pairing.Pairing:
        """The decision as a value; ``turned`` for a comparison that runs the other way."""
        old, new = tuple(self.old_keys), tuple(self.new_keys)
        if turned:
            old, new = new, old
        return pairing.Pairing(old, new, self.together)
