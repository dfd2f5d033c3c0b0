"""The page of all components, for those who build pages. Where the program is developed only."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

CSS = settings.BASE_DIR / "static" / "css"
KINDS = ("edited", "added", "removed", "moved", "split", "merged")


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    return render(
        request, "design/show.html", {"tokens": colours(), "kinds": KINDS, "themes": ("light", "dark")}
    )


def colours() -> list[str]:
    """The names of the tokens that are colours, as ``tokens.css`` has them."""
    found = re.findall(r"--([a-z-]+): (?:light-dark|#)", (CSS / "tokens.css").read_text(encoding="utf-8"))
    return list(dict.fromkeys(found))
