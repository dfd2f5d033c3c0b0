"""How much of what is limited somebody has used."""

from __future__ import annotations

from django.db import models


class LimitUse(models.Model):
    """One bucket of ``core.limits``, that of a person or of an address for one kind of thing.

    ``full_at`` is when it is full again if nothing more is asked for, in seconds since 1970: all that has to
    be known of it. A row whose moment is past says nothing any more.
    """

    key = models.CharField(max_length=100, primary_key=True)
    full_at = models.FloatField(db_index=True)

    def __str__(self) -> str:
        return self.key
