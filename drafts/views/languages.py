"""The language of the interface: chosen at the foot of a page, kept in the account; its words for scripts."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from drafts import actions
from drafts.queries.languages import script_words, supported
from drafts.views.requests import Request

FOR_EVER = "public, max-age=31536000, immutable"


@require_POST
def choose(request: Request) -> HttpResponseBase:
    """Pages in another language from now on, on other machines too for whoever is signed in."""
    if request.user.is_authenticated and (chosen := supported(request.POST.get("language", ""))):
        actions.speak(request.user, chosen)
    return set_language(request)


@require_GET
def words(request: HttpRequest, language: str, digest: str) -> HttpResponse:
    """What scripts say in a language. The address changes with the words, so that browsers may keep them."""
    if supported(language) != language:
        raise Http404
    current = script_words(language)
    if digest != current.digest:  # asked for by a page of another release
        return redirect("words", language, current.digest)
    headers = {"Cache-Control": FOR_EVER}
    return HttpResponse(current.script, content_type="text/javascript; charset=utf-8", headers=headers)


def remember_language(response: HttpResponse, language: str) -> HttpResponse:
    """Let the browser say the language with each request, as Django's own view of it does."""
    if language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            path=settings.LANGUAGE_COOKIE_PATH,
            domain=settings.LANGUAGE_COOKIE_DOMAIN,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,  # type: ignore[arg-type]
        )
    return response
