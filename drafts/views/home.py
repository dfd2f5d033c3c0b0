"""The front page: a person's drafts, and two texts to compare."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drafts.queries.deeds import news_counts
from drafts.queries.drafts import drafts_seen_by
from drafts.queries.readings import waiting_readings_of
from drafts.views.texts import text_forms


def show(request: HttpRequest) -> HttpResponse:
    old, new = text_forms()
    context = {
        "drafts": drafts_seen_by(request.user),
        "news": news_counts(request.user) if request.user.is_authenticated else {},
        "readings": waiting_readings_of(request.user),
        "old_form": old,
        "new_form": new,
    }
    return render(request, "home/show.html", context)
