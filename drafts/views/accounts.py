"""Accounts: signing up. Signing in and out are Django's own views."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from drafts.forms.accounts import SignUpForm


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


@require_http_methods(["GET", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Make an account and sign in with it, where the settings allow it."""
    if not settings.SIGN_UP_OPEN:
        raise Http404
    form = SignUpForm(request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/sign-up.html", {"form": form}, status=400 if form.is_bound else 200)
    login(request, form.save())
    return redirect("home")
