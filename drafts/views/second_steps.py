"""Signing in by two steps: passed, turned on, turned off, with codes for when the phone is lost."""

from __future__ import annotations

import io

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts import actions
from drafts.actions import second_steps
from drafts.core import codes
from drafts.core.errors import CodeError, TooManyError
from drafts.forms.second_steps import CodeForm, ProofForm, RecoveryCodeForm, SetUpForm
from drafts.models import RecoveryCode, SecondStep, User
from drafts.queries.sign_ins import PASSED
from drafts.translating import translated
from drafts.views.entering import let_in, waiting
from drafts.views.requests import SignedInRequest

FRESH = "second-step-fresh"  # in the session: a secret that is not theirs before a code of it has come
FEW = 3  # recovery codes left, from which on one is told


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def pass_one(request: HttpRequest) -> HttpResponse:
    """The second step itself: a code, then in."""
    who = waiting(request)
    if who is None:
        messages.info(request, _("That took too long, or your password is another by now. Sign in again."))
        return redirect("sign-in")
    recovery = "recovery" in request.GET
    form = (RecoveryCodeForm if recovery else CodeForm)(request.POST or None)
    status = 400 if form.is_bound else 200
    if form.is_valid():
        try:
            second_steps.take_code(who.user, form.cleaned_data["code"])
        except (CodeError, TooManyError) as error:
            form.add_error("code", translated(error))
            status = 429 if isinstance(error, TooManyError) else 400
        else:
            return _let_in_telling(request, who.user, who.after)
    return render(request, "accounts/pass.html", {"form": form, "recovery": recovery}, status=status)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Set it up; where it is on, get other recovery codes or turn it off."""
    user, after = _setting_up(request)
    if user is None:
        return redirect_to_login(request.get_full_path())
    if step := SecondStep.objects.filter(user=user).first():
        proof = ProofForm(request, user)
        return render(request, "accounts/second-step.html", {"step": step, "form": proof, **_left(user)})
    form = SetUpForm(request, request.POST or None)
    if form.is_valid():
        try:
            shown = second_steps.turn_on(user, _secret(request), form.cleaned_data["code"])
        except CodeError as error:
            form.add_error("code", translated(error))
        else:
            return _turned_on(request, user, shown, after)
    context = {"form": form, "secret": codes.shown(_secret(request))}
    return render(request, "accounts/set-up-step.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """The secret as a picture that an app reads: a QR code."""
    user, _after = _setting_up(request)
    if user is None or SecondStep.objects.filter(user=user).exists():
        raise Http404
    code = segno.make(second_steps.address_of(_secret(request), user), error="m", micro=False)
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=4, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@never_cache
@sensitive_post_parameters()
@require_POST
@login_required
def renew_codes(request: SignedInRequest) -> HttpResponse:
    """Other recovery codes; those from before are worth nothing."""
    if (refusal := _unproven(request)) is not None:
        return refusal
    return _codes(request, second_steps.fresh_recovery_codes(request.user), after="")


@sensitive_post_parameters()
@require_POST
@login_required
def turn_off(request: SignedInRequest) -> HttpResponse:
    """The password is enough again; where the site asks everybody for a second step, it is set up anew."""
    if (refusal := _unproven(request)) is not None:
        return refusal
    second_steps.turn_off(request.user)
    if settings.SECOND_STEP_REQUIRED:
        logout(request)
        messages.success(
            request, _("It is off. This site asks everybody for one: sign in to set it up anew.")
        )
        return redirect("sign-in")
    messages.success(request, _("The second step is off: your password is enough to sign in."))
    return redirect("account")


@never_cache
@sensitive_post_parameters()
@require_POST
@login_required
def download_codes(request: SignedInRequest) -> HttpResponse:
    """The codes that a page shows, as a file. They are kept nowhere, so the page sends them along."""
    shown = request.POST.getlist("code")
    if not second_steps.are_recovery_codes(request.user, shown):
        raise Http404
    words = _("Recovery codes of {name} for {site}. Each is good once.").format(
        name=request.user.get_username(), site=settings.SITE_ADDRESS
    )
    lines = "\r\n".join([words, "", *shown, ""])
    headers = {"Content-Disposition": 'attachment; filename="rapporteur-recovery-codes.txt"'}
    return HttpResponse(lines, content_type="text/plain; charset=utf-8", headers=headers)


def _setting_up(request: HttpRequest) -> tuple[User | None, str]:
    """Whoever may set up a second step, and where they are going: signed in, or at the door without one.

    Who has one is nobody here before they passed it.
    """
    if isinstance(request.user, User):
        return request.user, ""
    who = waiting(request)
    if who is None or SecondStep.objects.filter(user=who.user).exists():
        return None, ""
    return who.user, who.after


def _secret(request: HttpRequest) -> str:
    """Of this session alone: kept with the account, it would be known to whoever looked at it before."""
    if FRESH not in request.session:
        request.session[FRESH] = second_steps.fresh_secret()
    return str(request.session[FRESH])


def _turned_on(request: HttpRequest, user: User, shown: list[str], after: str) -> HttpResponse:
    del request.session[FRESH]
    if not request.user.is_authenticated:
        after = let_in(request, user, after, passed=True).headers["Location"]
    else:
        request.session[PASSED] = True
    actions.end_sign_ins(user, but=request.session.session_key or "")
    return _codes(request, shown, after)


def _let_in_telling(request: HttpRequest, user: User, after: str) -> HttpResponse:
    response = let_in(request, user, after, passed=True)
    left = _left(user)["codes_left"]
    if left <= FEW:
        messages.warning(request, _few(left))
    return response


def _unproven(request: SignedInRequest) -> HttpResponse | None:
    """The page again where they have not shown who they are, or there is nothing to be changed."""
    step = SecondStep.objects.filter(user=request.user).first()
    if step is None:
        return redirect("second-step")
    form = ProofForm(request, request.user, request.POST)
    if form.is_valid():
        return None
    context = {"step": step, "form": form, **_left(request.user)}
    return render(request, "accounts/second-step.html", context, status=400)


def _codes(request: HttpRequest, shown: list[str], after: str) -> HttpResponse:
    return render(request, "accounts/recovery-codes.html", {"codes": shown, "after": after})


def _left(user: User) -> dict[str, int]:
    return {"codes_left": RecoveryCode.objects.filter(user=user, used_at=None).count()}


def _few(left: int) -> str:
    return ngettext(
        "You have {n} recovery code left. Your account makes others.",
        "You have {n} recovery codes left. Your account makes others.",
        left,
    ).format(n=left)
