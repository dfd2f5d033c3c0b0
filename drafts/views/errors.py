"""Pages for what went wrong: what, why, and the way out. Never a stack trace."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
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

_STATUS: tuple[tuple[type[RapporteurError], int], ...] = (
    (NotAllowedError, 403),
    (NoSuchMomentError, 404),
    (AlreadyKeptError, 409),
    (ClosedDraftError, 409),
    (OvertakenError, 409),
    (ClosedLinkError, 410),
    (TooManyError, 429),
)


class RefusalMiddleware:
    """Turns a refusal that no view answered into a page that says it in words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, RapporteurError):
            return None
        status = next((status for kind, status in _STATUS if isinstance(exception, kind)), 400)
        return _page(request, status, "This could not be done", str(exception))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        limit = filesizeformat(settings.MAX_TEXT_BYTES)
        return _page(
            request,
            413,
            "That is too much text",
            f"One text may have {limit} here. Go back: what you pasted is still in the form. Take out what "
            "is not the resolution, or compare it in parts.",
        )
    if isinstance(exception, TooManyFieldsSent | TooManyFilesSent):
        return _page(request, 400, "That form has too many fields", "Go back and load the page again.")
    return _page(request, 400, "That request made no sense", "Go back and load the page again.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request, 403, "This is not open to you", "Ask one of the draft’s people, or sign in as one of them."
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        "This form has expired",
        "Nothing was changed. Go back, load the page again and send it once more; copy what you typed first. "
        "If it happens again, allow cookies for this site.",
    )


def too_many_tries(request: HttpRequest, response: object, credentials: object) -> HttpResponse:
    """What ``axes`` answers once an account was tried too often from one address."""
    minutes = settings.AXES_COOLOFF_TIME.seconds // 60
    return _page(
        request,
        429,
        "Too many wrong passwords",
        f"Somebody at your address tried this account {settings.AXES_FAILURE_LIMIT} times. Wait {minutes} "
        "minutes, then try again. Nobody else is kept out by this, and neither are you at another address.",
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        404,
        "There is nothing here",
        "Either the address is mistyped, or it belongs to a draft that you are not one of the people of. "
        "If somebody gave you this address, sign in first.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        "Something broke on our side",
        "Nothing was half done: what you sent was not kept. Go back, copy what you typed, and try again.",
    )


def _page(request: HttpRequest, status: int, title: str, reason: str) -> HttpResponse:
    response = render(request, "error.html", {"title": title, "reason": reason}, status=status)
    if getattr(request, "htmx", None):  # absent where an earlier middleware refused
        return retarget(reswap(response, "innerHTML"), "body")
    return response
