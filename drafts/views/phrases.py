"""The opening phrases of a language, for editors. The same for everybody, and kept by browsers for a day."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from drafts.core.phrases import PHRASEBOOKS
from drafts.core.phrases.suggestions import suggestions

A_DAY = 24 * 60 * 60  # seconds


@require_GET
@cache_control(public=True, max_age=A_DAY)
def show(request: HttpRequest, language: str) -> JsonResponse:
    """What paragraphs of each kind open with, in the parts of which phrases are put together."""
    book = PHRASEBOOKS.get(language)
    if book is None:
        raise Http404
    told = {"spaced": book.spaced, "capital": book.capital, **suggestions(book)}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
