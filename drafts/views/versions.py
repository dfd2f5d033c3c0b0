"""Versions of a draft: see one, bring in the next."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from drafts.core.sheet import Sheet
from drafts.forms.texts import TextsForm
from drafts.models import Draft
from drafts.queries.concordances import contributions_to
from drafts.queries.drafts import drafts_seen_by
from drafts.queries.versions import versions_seen_by
from drafts.views.requests import SignedInRequest


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID, number: int) -> HttpResponse:
    draft = get_object_or_404(drafts_seen_by(request.user), pk=draft_id)
    return show_version(request, draft, number)


def show_version(request: SignedInRequest, draft: Draft, number: int) -> HttpResponse:
    """The text laid out as a document, with the draft's versions beside it."""
    chain = versions_seen_by(request.user).filter(draft=draft, number__lte=number)
    brought = "brought" in request.GET
    versions = list(chain) if brought else list(chain.filter(number=number))
    version = next((each for each in versions if each.number == number), None)
    if version is None:
        raise Http404
    before = next((each for each in draft.issued if each.number < number), None)
    context = {
        "draft": draft,
        "versions": draft.issued,
        "version": version,
        "before": before,
        "sheet": Sheet.of(version.resolution()),
        "brought": brought,
        "contributions": contributions_to(versions) if brought else {},
    }
    return render(request, "versions/show.html", context)


@require_GET
@login_required
def new(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Where the next version is brought in."""
    draft = get_object_or_404(drafts_seen_by(request.user), pk=draft_id)
    context = {"form": TextsForm(), "draft": draft, "versions": draft.issued, "last": draft.issued[0]}
    return render(request, "readings/new.html", context)
