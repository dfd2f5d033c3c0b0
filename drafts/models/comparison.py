"""Comparisons of two versions that were worked out once, kept beside them."""

from __future__ import annotations

from django.db import models

from drafts.models.version import Version


class KeptComparison(models.Model):
    """A comparison as ``core.packing`` makes it small: two sealed texts make it whole again.

    ``key`` is the SHA-256 of all else that goes into it: the decisions by hand and the program, so that what
    another program made is never taken. It can be made again at any time.
    """

    old = models.ForeignKey(Version, models.CASCADE, related_name="+")
    new = models.ForeignKey(Version, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    packed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="one_kept_comparison_of_two")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
