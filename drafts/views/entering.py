"""The one door: whoever has shown who they are is let in here, at once or by a second step."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from drafts.models import SecondStep, User
from drafts.queries.languages import supported
from drafts.queries.sign_ins import PASSED, has_passed
from drafts.views.languages import remember_language

BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING = "second-step"  # in the session: who has shown a password and not yet a code
PATIENCE = 600  # seconds to find the phone


class Waiting(NamedTuple):
    """Who is at the door, and where they were going."""

    user: User
    after: str


def enter(request: HttpRequest, user: User, after: str = "", *, vouched: bool = False) -> HttpResponse:
    """Let somebody in; first ask for a code where they have a second step, or must have one.

    ``vouched``: by the institution's own sign-in, which asks for as many steps as the institution wants.
    """
    has_one = SecondStep.objects.filter(user=user).exists()
    if not has_one and (vouched or not settings.SECOND_STEP_REQUIRED):
        return let_in(request, user, after, passed=vouched)
    request.session.cycle_key()
    known, until = user.get_session_auth_hash(), time.time() + PATIENCE
    request.session[PENDING] = {"user": user.pk, "known": known, "until": until, "after": after}
    return redirect("pass-second-step" if has_one else "second-step")


def let_in(request: HttpRequest, user: User, after: str = "", *, passed: bool) -> HttpResponse:
    """Sign in whoever has shown all that is asked for, and go where they were going, in their language.

    ``passed``: by more than a password.
    """
    request.session.pop(PENDING, None)
    login(request, user, backend=BACKEND)
    request.session[PASSED] = passed
    there = redirect(after or resolve_url(settings.LOGIN_REDIRECT_URL))
    return remember_language(there, supported(user.language))


class SecondStepMiddleware:
    """Signs out whoever came in without a second step from before the site asked everybody for one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.SECOND_STEP_REQUIRED
            and request.user.is_authenticated
            and not has_passed(request.session)
        ):
            logout(request)
        return self.get_response(request)


def waiting(request: HttpRequest) -> Waiting | None:
    """Who has shown a password here within the last minutes, and was not let in yet."""
    told = request.session.get(PENDING)
    if not told or time.time() > told["until"]:
        return None
    user = User.objects.filter(pk=told["user"], is_active=True).first()
    if user is None or not constant_time_compare(user.get_session_auth_hash(), told["known"]):
        return None  # the password is another by now
    return Waiting(user, told["after"])


def safe_next(request: HttpRequest) -> str:
    """Where a person was going when they were asked to sign in or up: a page of this site, or nothing."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else ""
