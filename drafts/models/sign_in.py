"""Where people are signed in."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SignIn(models.Model):
    """Somebody is signed in somewhere: a row beside each session, for its person to see and to end.

    The session itself is Django's. A row without one (it ran out, or a program that knows nothing of these
    ended it) counts for nothing. ``address`` and ``agent`` are those of the last time that it was seen.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=80, blank=True)  # both as a deed has them
    begun_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-seen_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.agent} ({self.address})"
