"""Ways into a draft: invitations with a code, and the public link."""

from __future__ import annotations

import secrets
from typing import Literal

from django.conf import settings
from django.db import models
from django.utils import timezone

from drafts.core import codes, roles
from drafts.models.draft import Draft


class Invitation(models.Model):
    """A code that makes whoever types it one of a draft's people, in a role, until it expires.

    ``places`` is how many people may use it and ``taken`` how many have; ``email`` where it was sent, if it
    was.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="invitations")
    code = models.CharField(max_length=codes.LENGTH, unique=True, default=codes.fresh)
    role = models.CharField(max_length=12)
    delegation = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    places = models.PositiveSmallIntegerField(default=1)
    taken = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=roles.GIVEN), name="invitation_role_known"),
            models.CheckConstraint(
                condition=models.Q(taken__lte=models.F("places")), name="invitation_places_enough"
            ),
        ]

    def __str__(self) -> str:
        return self.shown_code

    @property
    def shown_code(self) -> str:
        """The code as people read it from a screen: ``K7QM-2RXD``."""
        return codes.shown(self.code)

    @property
    def state(self) -> Literal["open", "taken back", "used up", "expired"]:
        if self.ended_at:
            return "taken back"
        if self.taken >= self.places:
            return "used up"
        return "expired" if self.expires_at <= timezone.now() else "open"


def fresh_token() -> str:
    return secrets.token_urlsafe(18)  # 144 bits: not to be guessed, and short enough for a mail


class PublicLink(models.Model):
    """An address by which anybody may read a draft, until it is closed. A draft has at most one open."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="public_links")
    token = models.CharField(max_length=40, unique=True, default=fresh_token)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft"], condition=models.Q(closed_at=None), name="one_open_public_link_a_draft"
            )
        ]

    def __str__(self) -> str:
        return self.token
