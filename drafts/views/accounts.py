"""Accounts: signing up. Signing in and out are Django's own views."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from drafts.forms.accounts import SignUpForm


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
