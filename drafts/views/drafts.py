"""Drafts: begin one, see where it stands."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from drafts.core import states
from drafts.core.ledger import standing
from drafts.forms.texts import TextsForm
from drafts.queries.deeds import news_for, record_of
from drafts.queries.sponsors import entries_of
from drafts.views.access import draft_for, open_to_public
from drafts.views.requests import Request, SignedInRequest
from drafts.views.versions import show_version

MOST_NEWS = 8  # on the draft's page; the rest is on the timeline


@require_GET
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """Where a draft begins: with a text."""
    return render(request, "readings/new.html", {"form": TextsForm()})


@require_GET
@open_to_public
def show(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """The home of a draft: where it stands, what is new, what one may do next; and its newest text."""
    draft = draft_for(request, draft_id)
    person = draft.persons.filter(user=request.user.pk).first()
    news = list(news_for(person)[:MOST_NEWS]) if person else []
    context = {
        "news": news,
        "more_news": person and len(news) == MOST_NEWS,
        "moves": states.moves_from(draft.state) if "state" in draft.may else (),
        "people": draft.persons.count(),
        "sponsors_now": len(standing(entries_of(draft))),
        "stood_since": record_of(draft).filter(kind="state-changed").first(),
    }
    return show_version(request, draft, draft.in_force.number, "drafts/show.html", context)
