"""Comparisons of two versions of a draft."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from drafts.formats.orders import ENDINGS, WORDS
from drafts.queries.comparisons import pairings_between, report_of
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.requests import Request, part_of

MODES = {"inline": "In one text", "sides": "Side by side", "changes": "Changes only"}


@require_GET
@open_to_public
def choose(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """From two versions chosen in a form to the address of their comparison."""
    old, new = request.GET.get("old", ""), request.GET.get("new", "")
    if not (old.isascii() and old.isdecimal() and new.isascii() and new.isdecimal()):
        raise Http404
    address = {"draft_id": draft_id, "old": int(old[:9]), "new": int(new[:9])}
    return HttpResponseRedirect(
        reverse("comparison", kwargs=address, query={"mode": mode_of(request.GET.get("mode"))})
    )


@require_GET
@open_to_public
def compare_versions(request: Request, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """Compare two versions of a draft. The address of a change is this page's with the change's id."""
    draft = draft_for(request, draft_id)
    versions = {version.number: version for version in versions_for(request, draft)}
    if not {old, new} <= versions.keys():
        raise Http404
    decisions = list(pairings_between(versions[old], versions[new]))
    context = {
        "decisions": decisions,
        "draft": draft,
        "versions": list(versions.values()),
        "newest_first": sorted(versions.values(), key=lambda version: -version.number),
        "old": versions[old],
        "new": versions[new],
        "modes": MODES,
        "mode": mode_of(request.GET.get("mode")),
        "reports": {ENDINGS[form]: words for form, words in WORDS.items()},
        "report": report_of(versions[old], versions[new], decisions),
    }
    return render(request, part_of("comparisons/versions.html", "comparison", request), context)


def mode_of(asked: str | None) -> str:
    """The layout asked for, else that in one text."""
    return asked if asked in MODES else "inline"
