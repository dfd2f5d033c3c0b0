"""Drafts: begin one, see where it stands."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from drafts.forms.texts import TextsForm
from drafts.queries.drafts import drafts_seen_by
from drafts.views.requests import SignedInRequest
from drafts.views.versions import show_version


@require_GET
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """Where a draft begins: with a text."""
    return render(request, "readings/new.html", {"form": TextsForm()})


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The draft's newest version."""
    draft = get_object_or_404(drafts_seen_by(request.user), pk=draft_id)
    return show_version(request, draft, draft.issued[0].number)
