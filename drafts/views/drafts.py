"""Drafts: begin one, see where it stands."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core import states
from drafts.core.ledger import standing
from drafts.core.sheet import Sheet
from drafts.forms.drafts import BlankForm
from drafts.forms.texts import TextsForm
from drafts.models import Draft
from drafts.queries.deeds import news_for, record_of
from drafts.queries.discussion import counts_of
from drafts.queries.live import live_resolution
from drafts.queries.sponsors import entries_of
from drafts.views.access import draft_for, open_to_public
from drafts.views.requests import Request, SignedInRequest
from drafts.views.versions import show_version

MOST_NEWS = 8  # on the draft's page; the rest is on the timeline


@require_GET
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """Where a draft begins: with a text, or with a blank page."""
    return render(request, "readings/new.html", {"form": TextsForm(), "blank_form": BlankForm()})


@require_POST
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Begin a draft from a blank page, and go on to write it."""
    form = BlankForm(request.POST)
    if not form.is_valid():
        context = {"form": TextsForm(), "blank_form": form}
        return render(request, "readings/new.html", context, status=400)
    draft = actions.start_writing(**form.cleaned_data, by=request.user)
    return redirect("live-text", draft_id=draft.pk)


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
        "moves": _moves(draft),
        "people": draft.persons.count(),
        "sponsors_now": len(standing(entries_of(draft))),
        **_discussed(draft),
        "stood_since": record_of(draft).filter(kind="state-changed").first(),
    }
    if draft.in_force:
        return show_version(request, draft, draft.in_force.number, "drafts/show.html", context)
    text = None
    if "read live" in draft.may:
        text = Sheet.of(live_resolution(draft, actions.open_live_text(draft.pk).doc))
    unissued = {"draft": draft, "versions": [], "version": draft.known_by, "unissued": True, "sheet": text}
    return render(request, "drafts/show.html", {**unissued, **context})


def _discussed(draft: Draft) -> dict[str, int]:
    """How many discussions were begun and are open, for those who may follow them."""
    if "follow" not in draft.may:
        return {}
    begun, still_open = counts_of(draft)
    return {"threads_begun": begun, "threads_open": still_open}


def _moves(draft: Draft) -> list[states.Move]:
    """Where whoever looks at it may say that it goes."""
    if "state" not in draft.may:
        return []
    found = states.moves_from(draft.state)
    return [move for move in found if draft.in_force or move.new not in states.OF_DOCUMENTS]
