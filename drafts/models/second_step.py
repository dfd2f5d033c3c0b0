"""Signing in by two steps: a code of an app beside the password, and codes for when the app is lost."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SecondStep(models.Model):
    """The secret that an app on somebody's phone knows too, and makes a code of every half minute (RFC 6238).

    ``last_used`` is the number of the half minute whose code was taken last: it and earlier ones are taken no
    more. ``failures`` are the wrong codes since the last right one, ``failed_at`` when the last of them came.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="second_step")
    secret = models.CharField(max_length=64)
    last_used = models.BigIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"of {self.user}"


class RecoveryCode(models.Model):
    """A code that stands for one of the app, once. Only its SHA-256 is kept: it is too long to be guessed."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"of {self.user}"
