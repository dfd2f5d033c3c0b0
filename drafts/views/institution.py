"""Signing in by an institution's own sign-in: OpenID Connect, with the authorization code flow and PKCE.

Authlib finds the provider's addresses, and checks state, nonce, signature and claims of what comes back.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import DjangoOAuth2App, OAuth
from cachetools import TTLCache, cached
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from joserfc.errors import JoseError
from requests import RequestException

from drafts.actions import identities
from drafts.actions.identities import Claims
from drafts.core.errors import IdentityError
from drafts.core.worded import worded
from drafts.forms.second_steps import ProofForm
from drafts.translating import translated
from drafts.views.entering import enter, safe_next
from drafts.views.requests import SignedInRequest

UNDER_WAY = "institution"  # in the session: where one was going, and which account is to be joined
STRANGER = "institution-stranger"  # what is said of who is asked whether to make an account
VOUCHED = "institution-vouched"  # that one came in this way, and may want to sign out there as well
PATIENCE = 10  # seconds for the provider to answer
REMEMBERED = 3600  # seconds for which the provider's addresses are

log = logging.getLogger(__name__)


@never_cache
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """On to the institution, by an address: a form that led there would be refused by our own policy."""
    under_way = request.session.get(UNDER_WAY, {})
    joining = under_way.get("joining") if request.user.is_authenticated else None
    request.session[UNDER_WAY] = {"joining": joining, "after": safe_next(request)}
    try:
        with _provider_asked():
            back = request.build_absolute_uri(reverse("institution-back"))
            return HttpResponseRedirect(_client().authorize_redirect(request, back).headers["Location"])
    except IdentityError as error:
        return _refused(request, error)


@never_cache
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Back from the institution: who it says that they are, then in."""
    under_way = request.session.pop(UNDER_WAY, {})
    try:
        with _provider_asked():
            claims = Claims.of(_said(request))
        if under_way.get("joining"):
            return _joined(request, under_way["joining"], claims)
        identities.check_domain(claims)
        user = identities.known(claims)
    except IdentityError as error:
        return _refused(request, error)
    logout(request)
    if user is None and identities.has_unconfirmed(claims):
        request.session[STRANGER] = {"claims": asdict(claims), "after": under_way.get("after", "")}
        return redirect("institution-stranger")
    request.session[VOUCHED] = True
    return enter(request, user or identities.make_account(claims), under_way.get("after", ""), vouched=True)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stranger(request: HttpRequest) -> HttpResponse:
    """Somebody has an account with this address: theirs, to be joined by its password, or not theirs."""
    told = request.session.get(STRANGER)
    if told is None:
        return redirect("sign-in")
    claims = Claims(**told["claims"])
    if request.method != "POST":
        return render(
            request, "accounts/stranger.html", {"email": claims.email, "institution": settings.OIDC_NAME}
        )
    del request.session[STRANGER]
    request.session[VOUCHED] = True
    return enter(
        request, identities.known(claims) or identities.make_account(claims), told["after"], vouched=True
    )


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def join(request: SignedInRequest) -> HttpResponse:
    """Let the account be entered by the institution's sign-in too: the password first, then on to it."""
    _client_or_404()
    form = ProofForm(request, request.user, request.POST or None)
    context = {"form": form, "institution": settings.OIDC_NAME}
    if not form.is_valid():
        return render(
            request, "accounts/join-institution.html", context, status=400 if form.is_bound else 200
        )
    request.session[UNDER_WAY] = {"joining": request.user.pk}
    return render(request, "accounts/join-institution.html", {**context, "proven": True})


@require_POST
@login_required
def part(request: SignedInRequest) -> HttpResponse:
    """The account is entered by its password alone again."""
    identities.part(request.user)
    messages.success(request, _("From now on you sign in here by your password alone."))
    return redirect("account")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out here; whoever came by the institution is told that they are still signed in there."""
    vouched = request.session.get(VOUCHED)
    logout(request)
    if not vouched or not settings.OIDC_ISSUER:
        return redirect("home")
    return render(
        request,
        "accounts/signed-out.html",
        {"institution": settings.OIDC_NAME, "there": _sign_out_there(request)},
    )


def _said(request: HttpRequest) -> dict[str, Any]:
    """What the provider says of whoever comes back, checked; asked for once more where a token is short."""
    client = _client()
    metadata = client.load_server_metadata()
    options = {
        "iss": {"essential": True, "value": settings.OIDC_ISSUER},
        "aud": {"essential": True, "value": settings.OIDC_CLIENT_ID},
    }
    token = client.authorize_access_token(request, claims_options=options)
    said = dict(token.get("userinfo") or {})
    if "sub" not in said:
        raise IdentityError(_unusable())
    if "email" not in said and "userinfo_endpoint" in metadata:
        more = client.userinfo(token=token)
        if more.get("sub") == said["sub"]:
            said = {**more, **said}
    return said


def _joined(request: HttpRequest, user_id: int, claims: Claims) -> HttpResponse:
    if request.user.pk != user_id:
        raise IdentityError(worded("You were signed out meanwhile. Sign in and try again."))
    identities.join(request.user, claims)
    messages.success(
        request, _("From now on you can sign in by {institution} too.").format(institution=settings.OIDC_NAME)
    )
    return redirect("account")


@contextmanager
def _provider_asked() -> Iterator[None]:
    """What goes wrong with a provider, in words; the log names its kind alone: the rest may hold secrets."""
    try:
        yield
    except RequestException as error:
        log.warning("The provider of single sign-on does not answer: %s", type(error).__name__)
        raise IdentityError(
            worded("{institution} does not answer. Try again in a while.", institution=settings.OIDC_NAME)
        ) from error
    except AuthlibBaseError as error:
        log.warning("Single sign-on failed: %s", error.error)
        if error.error == "access_denied":
            said = worded("{institution} did not let you in.", institution=settings.OIDC_NAME)
            raise IdentityError(said) from error
        raise IdentityError(_unusable()) from error
    except (JoseError, ValueError, KeyError, RuntimeError) as error:
        log.warning("The provider of single sign-on said what cannot be taken: %s", type(error).__name__)
        raise IdentityError(_unusable()) from error


def _unusable() -> str:
    return worded(
        "What {institution} answered cannot be taken: it is too old, or not meant for this page. Try again.",
        institution=settings.OIDC_NAME,
    )


def _refused(request: HttpRequest, error: IdentityError) -> HttpResponse:
    messages.warning(request, translated(error))
    return redirect("account" if request.user.is_authenticated else "sign-in")


def _client_or_404() -> DjangoOAuth2App:
    if not settings.OIDC_ISSUER:
        raise Http404
    return _remembered(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET)


def _client() -> DjangoOAuth2App:
    """The provider, which must call itself what the settings call it."""
    client = _client_or_404()
    if client.load_server_metadata().get("issuer") != settings.OIDC_ISSUER:
        raise IdentityError(_unusable())
    return client


@cached(TTLCache(4, REMEMBERED))
def _remembered(issuer: str, client_id: str, secret: str) -> DjangoOAuth2App:
    return OAuth().register(
        "institution",
        client_id=client_id,
        client_secret=secret,
        server_metadata_url=issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "default_timeout": PATIENCE,
        },
    )


def _sign_out_there(request: HttpRequest) -> str:
    """Where one signs out of the institution's own sign-in, if it says so."""
    try:
        with _provider_asked():
            there = _client().load_server_metadata().get("end_session_endpoint", "")
    except IdentityError:  # said in the log; here one is signed out all the same
        return ""
    home = request.build_absolute_uri(reverse("home"))
    query = urlencode({"client_id": settings.OIDC_CLIENT_ID, "post_logout_redirect_uri": home})
    return f"{there}?{query}" if there else ""
