"""Accounts: signing in and up, and what others see. Signing out is in ``institution``."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, redirect_to_login
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from drafts import actions
from drafts.core.errors import TooManyError
from drafts.forms.accounts import AccountForm, SignUpForm
from drafts.models import Identity, User
from drafts.models.user import STOP_SALT
from drafts.queries.sign_ins import sign_ins_of
from drafts.translating import translated
from drafts.views.entering import enter, safe_next
from drafts.views.errors import to_wait
from drafts.views.requests import SignedInRequest


class SignIn(LoginView):
    """Signing in. A part of a page that is sent here, its session being over, sends the whole page."""

    template_name = "accounts/sign-in.html"

    def get(self, request: HttpRequest, *args: object, **options: object) -> HttpResponse:
        htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
        if htmx:
            return HttpResponseClientRedirect(
                reverse("sign-in", query={"next": htmx.current_url_abs_path or "/"})
            )
        return super().get(request, *args, **options)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        institution = settings.OIDC_NAME if settings.OIDC_ISSUER else ""
        return super().get_context_data(**more, institution=institution)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        return enter(self.request, form.get_user(), self.get_success_url())


@require_http_methods(["GET", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Make an account and sign in with it, where the settings allow it."""
    if not settings.SIGN_UP_OPEN:
        raise Http404
    form = SignUpForm(request.POST or None)
    after = safe_next(request)
    context = {"form": form, "next": after}
    if not form.is_valid():
        return render(request, "accounts/sign-up.html", context, status=400 if form.is_bound else 200)
    try:
        actions.spend("account", by=None)
    except TooManyError as error:
        form.add_error(None, translated(error))
        return to_wait(render(request, "accounts/sign-up.html", context), error)
    user = form.save()
    actions.speak(user, get_language() or "")
    return enter(request, user, after)


@require_safe
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Whoever is to sign in at ``/admin/`` does it where everybody does, by all steps."""
    after = safe_next(request) or reverse("admin:index")
    if not request.user.is_authenticated:
        return redirect_to_login(after)
    if not request.user.is_staff:
        raise PermissionDenied
    return redirect(after)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def show(request: SignedInRequest) -> HttpResponse:
    """How others see one, where mail goes and how often, and where one is signed in."""
    form = AccountForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("account")
    context = {"form": form, "sign_ins": sign_ins_of(request.user), **_ways_in(request.user)}
    return render(request, "accounts/show.html", context, status=400 if form.is_bound else 200)


@csrf_exempt  # the address says who it is for, and mail programs post to it themselves (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def stop_digests(request: HttpRequest, token: str) -> HttpResponse:
    """No more digests for the person this address was sent to; they need not sign in."""
    try:
        person = get_object_or_404(User, pk=signing.loads(token, salt=STOP_SALT))
    except signing.BadSignature as error:
        raise Http404 from error
    if request.method == "POST":
        actions.stop_digests(person)
        person.refresh_from_db()
    return render(request, "accounts/stop.html", {"person": person, "stopped": not person.digest})


def _ways_in(user: User) -> dict[str, Any]:
    """What the account is entered by beside a password."""
    if not settings.OIDC_ISSUER:
        return {}
    identity = Identity.objects.filter(user=user, issuer=settings.OIDC_ISSUER).first()
    return {"institution": settings.OIDC_NAME, "identity": identity}
