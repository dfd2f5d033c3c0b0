"""Discussions: all of a draft's, and taking part in one."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.errors import ClosedDraftError, DeedError, NotAllowedError
from drafts.forms.discussion import StartForm
from drafts.models import Draft, Thread, User
from drafts.queries.discussion import PlacedThread, placed_in, threads_of
from drafts.translating import translated
from drafts.views.access import draft_for, versions_for
from drafts.views.live_threads import placed_in_live_text
from drafts.views.requests import SignedInRequest
from drafts.views.versions import show_version

# Which discussions can be asked for, and which belong to each.
SHOWN: dict[str, Callable[[PlacedThread, User], bool]] = {
    "open": lambda each, user: not each.is_resolved,
    "resolved": lambda each, user: each.is_resolved,
    "to you": lambda each, user: each.calls(user),
    "all": lambda each, user: True,
}


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Every discussion of the draft, by where it stands in the newest version; nothing is ever left out.

    First come those that were begun on the live text since, and stand in no version yet.
    """
    draft = draft_for(request, draft_id, "follow")
    chain = list(versions_for(request, draft).order_by("number"))
    issued = placed_in(chain[-1], list(threads_of(draft)), chain) if chain else []
    live = [each for each in placed_in_live_text(request, draft) if not each.thread.since]
    placed = [*live, *issued]
    shown = request.GET.get("show", "")
    shown = shown if shown in SHOWN else "open"
    context = {
        "draft": draft,
        "versions": draft.issued,
        "version": chain[-1] if chain else None,
        "live_threads": [each for each in live if SHOWN[shown](each, request.user)],
        "threads": [each for each in issued if SHOWN[shown](each, request.user)],
        "counts": {
            name: sum(belongs(each, request.user) for each in placed) for name, belongs in SHOWN.items()
        },
        "shown": shown,
    }
    return render(request, "discussion/show.html", context)


@require_POST
@login_required
def start(request: SignedInRequest, draft_id: uuid.UUID, number: int) -> HttpResponse:
    """Begin a discussion of a paragraph or of words in it."""
    draft = draft_for(request, draft_id, "discuss")
    version = get_object_or_404(versions_for(request, draft), number=number)
    form = StartForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            thread = actions.start_thread(
                version, said["paragraph"], said["text"], words=said["words"], at=said["at"], by=request.user
            )
        except (NotAllowedError, ClosedDraftError):
            raise
        except DeedError as error:
            form.add_error(None, translated(error))
        else:
            return _to(draft, number, thread)
    return show_version(request, draft, number, thread_form=form)


@require_POST
@login_required
def answer(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> HttpResponse:
    """Say something in a discussion."""
    draft, thread = _thread(request, draft_id, id)
    actions.answer_thread(thread, request.POST.get("text", ""), by=request.user)
    return _back(request, draft, thread)


@require_POST
@login_required
def resolve(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> HttpResponse:
    """Close a discussion."""
    draft, thread = _thread(request, draft_id, id)
    actions.resolve_thread(thread, by=request.user, text=request.POST.get("text", ""))
    return _back(request, draft, thread)


@require_POST
@login_required
def reopen(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> HttpResponse:
    """Open a closed discussion again."""
    draft, thread = _thread(request, draft_id, id)
    actions.reopen_thread(thread, by=request.user, text=request.POST.get("text", ""))
    return _back(request, draft, thread)


def _thread(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> tuple[Draft, Thread]:
    draft = draft_for(request, draft_id, "discuss")
    return draft, get_object_or_404(Thread.objects.filter(draft=draft).select_related("draft"), pk=id)


def _back(request: SignedInRequest, draft: Draft, thread: Thread) -> HttpResponse:
    """To where it was sent from: a version's page, the margin of the live text, else the list of all."""
    if "live" in request.POST:
        return redirect("live-threads", draft_id=draft.pk)
    sent = request.POST.get("version", "")
    if sent.isascii() and sent.isdecimal():
        return _to(draft, int(sent[:9]), thread)
    address = reverse("discussion", args=[draft.pk], query={"show": "all"}, fragment=f"thread-{thread.pk}")
    return HttpResponseRedirect(address)


def _to(draft: Draft, number: int, thread: Thread) -> HttpResponse:
    return HttpResponseRedirect(reverse("version", args=[draft.pk, number], fragment=f"thread-{thread.pk}"))
