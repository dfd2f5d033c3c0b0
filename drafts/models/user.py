"""Accounts."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from drafts.core import members

DIGESTS = {"": _("never"), "daily": _("every day"), "weekly": _("every week")}
STOP_SALT = "stop-digests"  # of the signed address in each digest that stops them


class User(AbstractUser):
    """Somebody with an account. Our own class from the first migration, for it could not be put in later.

    ``delegation`` is whom they speak for unless a draft says otherwise; ``language`` that of the interface,
    as they chose it; ``digest`` how often they are told by mail what happened on their drafts.
    ``confirmed_email`` is the address that they were last known to read, by a link that was sent there;
    ``reset_mailed_at`` when a link for a new password was last sent.
    """

    name = models.CharField(max_length=150, blank=True, help_text="As others should see it.")
    language = models.CharField(max_length=10, blank=True, default="", db_default="")
    delegation = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=8, blank=True, choices=list(DIGESTS.items()))
    digest_sent_at = models.DateTimeField(null=True, editable=False)
    confirmed_email = models.EmailField(blank=True, default="", db_default="", editable=False)
    reset_mailed_at = models.DateTimeField(null=True, editable=False)

    @property
    def shown_name(self) -> str:
        """What people call them: the name they gave, else that of the account."""
        return self.name or self.get_full_name() or self.username


def delegation_shown(typed: str) -> str:
    """A delegation as it is shown: a State by its English name, whatever language it was typed in."""
    words = " ".join(typed.split())
    return members.name_of(members.code_of(words), "en") or words
