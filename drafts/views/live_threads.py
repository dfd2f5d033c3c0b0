"""Discussions beside the live text: where each stands by now, and beginning one on words as they stand."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.errors import ClosedDraftError, DeedError, NotAllowedError
from drafts.forms.discussion import LiveStartForm
from drafts.models import Draft
from drafts.queries.discussion import PlacedThread, placed_live, threads_of
from drafts.queries.live import live_resolution
from drafts.translating import translated
from drafts.views.access import draft_for, versions_for
from drafts.views.requests import Request, SignedInRequest


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The open discussions as the margin of the editor has them."""
    return _listed(request, draft_for(request, draft_id, "read live"))


@require_POST
@login_required
def start(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Begin a discussion and give the margin anew; what cannot be begun is told in plain words.

    The page keeps what was typed until it is begun.
    """
    draft = draft_for(request, draft_id, "discuss")
    form = LiveStartForm(request.POST)
    if not form.is_valid():
        return _refused(" ".join(str(error) for errors in form.errors.values() for error in errors))
    said = form.cleaned_data
    try:
        actions.start_live_thread(
            draft,
            said["paragraph"],
            said["text"],
            words=said["words"],
            at=said["at"],
            held=(said["held_from"], said["held_to"]),
            by=request.user,
        )
    except (NotAllowedError, ClosedDraftError):
        raise
    except DeedError as error:
        return _refused(translated(error))
    return _listed(request, draft)


def placed_in_live_text(request: Request, draft: Draft) -> list[PlacedThread]:
    """Every discussion of the draft, where it stands in the live text as it is kept by now."""
    found = list(threads_of(draft))
    if not found:
        return []
    live = live_resolution(draft, actions.open_live_text(draft.pk).doc)
    first = min((each.version.number for each in found if each.version), default=None)
    chain = list(versions_for(request, draft).order_by("number"))
    early = [each for each in chain if first is not None and each.number >= first]
    return placed_live(live, found, early[-1] if early else None, early)


def _listed(request: Request, draft: Draft) -> HttpResponse:
    context = {"draft": draft, "version": draft.known_by, **open_beside(request, draft)}
    return render(request, "live/show.html#threads", context)


def open_beside(request: Request, draft: Draft) -> dict[str, object]:
    """What the margin shows: the discussions that are open, and how many are not."""
    placed = placed_in_live_text(request, draft)
    opened = [each for each in placed if not each.is_resolved]
    return {"live_threads": opened, "resolved_threads": len(placed) - len(opened)}


def _refused(why: str) -> HttpResponse:
    return HttpResponse(why, status=422, content_type="text/plain; charset=utf-8")
