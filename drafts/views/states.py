"""Where a draft stands: say that it moved."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core import states
from drafts.core.errors import DeedError
from drafts.core.worded import worded
from drafts.forms.states import MoveForm
from drafts.models import Draft
from drafts.translating import translated
from drafts.views.access import draft_for
from drafts.views.requests import SignedInRequest


@require_GET
@login_required
def new(request: SignedInRequest, draft_id: uuid.UUID, state: str) -> HttpResponse:
    """What there is to say about this move."""
    draft = draft_for(request, draft_id, "state")
    move = states.move(draft.state, state)
    if move is None:
        raise Http404
    initial = {"state": state, "seen": draft.state, "date": timezone.localdate()}
    return _render(request, draft, move, MoveForm(move, initial=initial))


@require_POST
@login_required
def create(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Record the move."""
    draft = draft_for(request, draft_id, "state")
    move = states.move(request.POST.get("seen", ""), request.POST.get("state", ""))
    if move is None:
        raise DeedError(
            worded("There is no such way from one state to another. Go back and load the page again.")
        )
    form = MoveForm(move, request.POST)
    if not form.is_valid():
        return _render(request, draft, move, form, status=400)
    said = form.cleaned_data | {"state": move.new}
    draft = actions.move_draft(draft, by=request.user, **said)
    messages.success(request, _("The draft is {state} now.").format(state=translated(draft.state_words)))
    return redirect("draft", draft_id=draft.pk)


def _render(
    request: SignedInRequest, draft: Draft, move: states.Move, form: MoveForm, status: int = 200
) -> HttpResponse:
    context = {"draft": draft, "versions": draft.issued, "move": move, "form": form}
    return render(request, "states/new.html", context, status=status)
