"""Checking a report that was handed out: whether it agrees with what is stored."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from drafts.forms.checking import CheckForm
from drafts.queries.checking import checked
from drafts.queries.versions import versions_seen_by
from drafts.views.access import links_of
from drafts.views.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def check(request: SignedInRequest) -> HttpResponse:
    """A report or its digests, and what each of them is that of. Nothing of it is kept."""
    asked = request.method == "POST"
    form = CheckForm(request.POST or None, request.FILES or None) if asked else CheckForm()
    context: dict[str, object] = {"form": form}
    valid = asked and form.is_valid()
    if valid:
        seen = versions_seen_by(request.user, links_of(request))
        context["findings"] = checked(form.cleaned_data["digests"], seen)
    return render(request, "reports/check.html", context, status=400 if asked and not valid else 200)
