"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from drafts import __version__


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "sign_up_open": settings.SIGN_UP_OPEN,
        "program_version": __version__,
        "max_text_bytes": settings.MAX_TEXT_BYTES,
    }
