"""What a reader may take here, by the settings."""

from __future__ import annotations

from django.conf import settings

from drafts.formats.apart import Bounds


def bounds() -> Bounds:
    return Bounds(settings.READING_SECONDS, settings.READING_MEGABYTES)
