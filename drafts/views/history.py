"""The history of the live text: any moment of it, what changed, who wrote what; and taking one up again."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import push_url

from drafts import actions
from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.report import Report
from drafts.core.sheet import Sheet
from drafts.models import Draft
from drafts.queries.authors import Authors, by_authors
from drafts.queries.history import History, history_of
from drafts.queries.points import NOW, Point, point
from drafts.views.access import draft_for
from drafts.views.life import Life
from drafts.views.requests import SignedInRequest, part_of

VIEWS = {
    "inline": _("What changed: in one text"),
    "sides": _("What changed: side by side"),
    "changes": _("What changed: changes only"),
    "authors": _("Who wrote what"),
    "text": _("The text alone"),
}
BEFORE = "before"  # the sitting before: what a person who was away wants to know


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The text at one moment, with what changed since another, or who wrote it."""
    draft = draft_for(request, draft_id, "read live")
    actions.open_live_text(draft.pk)
    history = history_of(draft.pk)
    authors = Authors.of(draft)
    life = Life.of(history, authors)
    here = point(draft, history, _asked_moment(request, history, life))
    text = here.resolution()
    view, since = request.GET.get("view", ""), request.GET.get("since", "") or BEFORE
    view = view if view in VIEWS else "inline"
    context = {
        "draft": draft,
        "versions": draft.issued,
        "views": VIEWS,
        "view": view,
        "since": since,
        "since_words": point(draft, history, since).words if since.isdecimal() else "",
        "life": life,
        "here": here,
        "stop": life.stop_at(here.seq),
        "told": life.told_of(here.seq),
        "stop_before": life.before(here.seq),
        "stop_after": life.after(here.seq),
        "moment_before": here.seq - 1,
        "entry": next((each for each in history.entries if each.seq == here.seq), None),
        "is_now": here.seq == history.seq,
        "language": text.language,
        **_shown(draft, history, here, text, view, since, authors),
    }
    response = render(request, part_of("live/history.html", "moment", request), context)
    return push_url(response, _address(draft, here.seq, view=view, since=since)) if request.htmx else response


@require_POST
@login_required
def take_up(request: SignedInRequest, draft_id: uuid.UUID, seq: int) -> HttpResponse:
    """Take the text of a moment up again."""
    draft = draft_for(request, draft_id, "write")
    before = actions.take_up_moment(draft, seq, by=request.user)
    messages.success(
        request, _("Taken up again: the live text says that now. What it changed is shown below.")
    )
    return HttpResponseRedirect(_address(draft, before + 1, since=str(before)))


def _asked_moment(request: SignedInRequest, history: History, life: Life) -> str:
    """By its number, or by its place on the slider; else the last."""
    at, step = request.GET.get("at", ""), request.GET.get("step", "")
    if at:
        return at if at.isdecimal() else at + " "  # a version's name is none of a moment
    if step.isascii() and step.isdecimal() and int(step[:9]) < len(life.stops):
        return str(life.stops[int(step[:9])].seq)
    return NOW if not step else f"step {step}"


def _shown(
    draft: Draft, history: History, here: Point, text: Resolution, view: str, since: str, authors: Authors
) -> dict[str, Any]:
    if view == "text":
        return {"sheet": Sheet.of(text)}
    if view == "authors":
        return {"written": by_authors(draft, here.seq, text, authors)}
    other = point(draft, history, str(_before(history, here)) if since == BEFORE else since)
    old, new = (other, other.resolution()), (here, text)
    if (other.at, other.seq) > (here.at, here.seq):
        old, new = new, old
    report = Report.of(compare(old[1], new[1]), old[1], new[1])
    return {"old": old[0], "new": new[0], "mode": view, "report": report}


def _before(history: History, here: Point) -> int:
    """The end of the sitting before; in the first one, what the text was begun from."""
    sitting = history.sitting_at(here.seq)
    return max(sitting.after if sitting else 0, 1)


def _address(draft: Draft, seq: int, **more: str) -> str:
    return reverse("live-history", args=[draft.pk], query={"at": seq, **more})
