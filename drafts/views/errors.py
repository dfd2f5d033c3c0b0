"""Pages for what went wrong: what, why, and the way out. Never a stack trace."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django_htmx.http import reswap, retarget

from drafts.core.errors import (
    AlreadyKeptError,
    ClosedDraftError,
    ClosedLinkError,
    NoSuchMomentError,
    NotAllowedError,
    OvertakenError,
    RapporteurError,
    TooManyError,
)
from drafts.translating import translated
from drafts.views.trouble import trouble

_STATUS: tuple[tuple[type[RapporteurError], int], ...] = (
    (NotAllowedError, 403),
    (NoSuchMomentError, 404),
    (AlreadyKeptError, 409),
    (ClosedDraftError, 409),
    (OvertakenError, 409),
    (ClosedLinkError, 410),
)

_NOT_LOST = _(
    "Nothing was changed, and nothing that you typed is lost: go back, it is still in the form; copy it to "
    "be safe, and try again in some minutes. A live text that is open goes on: it keeps your words in the "
    "page and sends them when it can. If it lasts, tell whoever runs the server."
)

_UNKEPT = _(
    "Something in what was sent holds a character that cannot be written, or is too long. Nothing was "
    "changed: go back, take it out and send it again."
)

log = logging.getLogger(__name__)


class RefusalMiddleware:
    """Turns a refusal that no view answered into a page that says it in words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if words := trouble(exception):
            return _nothing_kept(request, exception, str(words))
        if isinstance(exception, DataError):
            # What no form refused, such as a NUL where a key is asked for: the database takes it nowhere.
            log.error("The database cannot keep what was sent", exc_info=exception)
            return _page(request, 400, str(_("That cannot be kept")), str(_UNKEPT))
        if not isinstance(exception, RapporteurError):
            return None
        if isinstance(exception, TooManyError):
            return _whole(request, to_wait(_wait_page(request, exception), exception))
        status = next((status for kind, status in _STATUS if isinstance(exception, kind)), 400)
        return _page(request, status, _("This could not be done"), translated(exception))


def to_wait(response: HttpResponse, error: TooManyError) -> HttpResponse:
    """The answer to somebody who asked for too much, with when to ask again: also for programs."""
    response.status_code = 429
    response.headers["Retry-After"] = str(error.seconds)
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        reason = _(
            "One text may have {limit} here. Go back: what you pasted is still in the form. Take out what "
            "is not the resolution, or compare it in parts."
        )
        limit = filesizeformat(settings.MAX_TEXT_BYTES)
        return _page(request, 413, _("That is too much text"), reason.format(limit=limit))
    if isinstance(exception, TooManyFieldsSent | TooManyFilesSent):
        return _page(request, 400, _("That form has too many fields"), _("Go back and load the page again."))
    return _page(request, 400, _("That request made no sense"), _("Go back and load the page again."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        403,
        _("This is not open to you"),
        _("Ask one of the draft’s people, or sign in as one of them."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        _("This form has expired"),
        _(
            "Nothing was changed. Go back, load the page again and send it once more; copy what you typed "
            "first. If it happens again, allow cookies for this site."
        ),
    )


def too_many_tries(request: HttpRequest, response: object, credentials: object) -> HttpResponse:
    """What ``axes`` answers once an account was tried too often from one address."""
    minutes = settings.AXES_COOLOFF_TIME.seconds // 60
    return _page(
        request,
        429,
        _("Too many wrong passwords"),
        _(
            "Somebody at your address tried this account {tries} times. Wait {minutes} minutes, then try "
            "again. Nobody else is kept out by this, and neither are you at another address."
        ).format(tries=settings.AXES_FAILURE_LIMIT, minutes=minutes),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        404,
        _("There is nothing here"),
        _(
            "Either the address is mistyped, or it belongs to a draft that you are not one of the people of. "
            "If somebody gave you this address, sign in first."
        ),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    error = sys.exception()
    if error and (words := trouble(error)):  # met outside of a view, as where a session is kept
        return _nothing_kept(request, error, str(words))
    return _page(
        request,
        500,
        _("Something broke on our side"),
        _("Nothing was half done: what you sent was not kept. Go back, copy what you typed, and try again."),
    )


def _wait_page(request: HttpRequest, error: TooManyError) -> HttpResponse:
    """For who asked by an address alone, the way to ask again; what was in a form is there on going back."""
    context = {"title": str(_("Wait a little")), "reason": translated(error)}
    if request.method in ("GET", "HEAD"):
        context["again"] = request.get_full_path()
    else:
        context["reason"] += " " + str(_("Nothing that you typed is lost: go back, it is still in the form."))
    return render(request, "error.html", context)


def _nothing_kept(request: HttpRequest, error: BaseException, words: str) -> HttpResponse:
    """Without the request's person and messages, for the database may not answer who that is."""
    log.error("Nothing can be kept: %s", error)
    context = {"title": str(_("This could not be kept")), "reason": f"{words} {_NOT_LOST}"}
    page = render_to_string("error.html", context)
    return _whole(request, HttpResponse(page, status=503, headers={"Retry-After": "60"}))


def _page(request: HttpRequest, status: int, title: object, reason: object) -> HttpResponse:
    return _whole(request, render(request, "error.html", {"title": title, "reason": reason}, status=status))


def _whole(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """In the place of the whole page, also where htmx asked for a part of it."""
    if getattr(request, "htmx", None):  # absent where an earlier middleware refused
        return retarget(reswap(response, "innerHTML"), "body")
    return response
