"""Doubts of a reading: settle one, or ask again."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from drafts import actions
from drafts.views.requests import SignedInRequest
from drafts.views.review import back_to, reading_of


@require_POST
@login_required
def settle(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """A person has looked at a doubtful place: it is right as read, or to be read as they chose."""
    reading = reading_of(request, reading_id)
    sent = request.POST
    actions.settle_doubt(reading, sent.get("key", ""), by=request.user, choice=sent.get("choice", ""))
    return back_to(request, reading, at="doubts")


@require_POST
@login_required
def reopen(request: SignedInRequest, reading_id: uuid.UUID, key: str) -> HttpResponse:
    """Ask about a place again."""
    reading = reading_of(request, reading_id)
    actions.reopen_doubt(reading, key, by=request.user)
    return back_to(request, reading, at="doubts")
