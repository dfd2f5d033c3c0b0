"""Who an institution says that somebody is."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Identity(models.Model):
    """An account is that of whom an institution's sign-in (OpenID Connect) knows as ``subject``.

    ``issuer`` is the address of that sign-in. Names and addresses change there, these two do not.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="identities")
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "identities"
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="one_account_an_identity")]

    def __str__(self) -> str:
        return f"{self.subject} at {self.issuer}"
