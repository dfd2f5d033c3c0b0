"""The page of all components, for those who build pages. Where the program is developed only."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

CSS = settings.BASE_DIR / "static" / "css"
THEMES = ("light", "dark", "light contrast", "dark contrast")
KINDS = ("edited", "added", "removed", "moved", "split", "merged")


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    return render(request, "design/show.html", {"tokens": colours(), "kinds": KINDS, "themes": THEMES})


@require_GET
def contrast(request: HttpRequest) -> HttpResponse:
    """The tokens for who asks for more contrast, to be seen by who did not."""
    if not settings.DEBUG:
        raise Http404
    _, _, asked = (CSS / "tokens.css").read_text(encoding="utf-8").partition("(prefers-contrast: more)")
    tokens = re.findall(r"--[a-z-]+: [^;]+;", asked)
    return HttpResponse(f".gallery-theme.contrast {{ {' '.join(tokens)} }}", content_type="text/css")


def colours() -> list[str]:
    """The names of the tokens that are colours, as ``tokens.css`` has them."""
    found = re.findall(r"--([a-z-]+): (?:light-dark|#)", (CSS / "tokens.css").read_text(encoding="utf-8"))
    return list(dict.fromkeys(found))
