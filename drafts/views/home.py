"""The front page: a person's drafts, and two texts to compare."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drafts.queries.batches import batches_under_way
from drafts.queries.deeds import news_counts
from drafts.queries.drafts import drafts_seen_by, liveliest
from drafts.queries.readings import waiting_readings_of
from drafts.views.guides import guide_for
from drafts.views.texts import text_forms

SHOWN = 20  # drafts on the front page: those on which something was done last; all others are found


def show(request: HttpRequest) -> HttpResponse:
    old, new = text_forms()
    newest = list(liveliest(drafts_seen_by(request.user))[: SHOWN + 1])
    context = {
        "drafts": newest[:SHOWN],
        "more_drafts": len(newest) > SHOWN,
        "news": news_counts(request.user, newest) if request.user.is_authenticated else {},
        "batches": batches_under_way(request.user),
        "guide": guide_for(request),
        "readings": waiting_readings_of(request.user),
        "old_form": old,
        "new_form": new,
    }
    return render(request, "home/show.html", context)
