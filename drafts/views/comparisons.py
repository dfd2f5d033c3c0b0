"""Comparisons of two versions of a draft."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from drafts.formats.orders import ENDINGS, WORDS
from drafts.queries.comparisons import pairings_between, report_of
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.remembered import remembered
from drafts.views.requests import Request, part_of

MODES = {"inline": _("In one text"), "sides": _("Side by side"), "changes": _("Changes only")}


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
    mode = mode_of(request.GET.get("mode"))

    def context() -> dict[str, Any]:
        versions = {version.number: version for version in versions_for(request, draft)}
        if not {old, new} <= versions.keys():
            raise Http404
        decisions = list(pairings_between(versions[old], versions[new]))
        return {
            "decisions": decisions,
            "versions": list(versions.values()),
            "old": versions[old],
            "new": versions[new],
            "modes": MODES,
            "mode": mode,
            "reports": {ENDINGS[form]: words for form, words in WORDS.items()},
            "report": report_of(versions[old], versions[new], decisions),
        }

    page = "comparisons/versions.html"
    comparison = remembered(request, draft, f"{page}#comparison", old, new, mode, context=context)
    if part_of(page, "comparison", request) != page:
        return HttpResponse(comparison)
    versions = sorted(draft.versions.all(), key=lambda version: -version.number)
    sides = {version.number: version for version in versions}
    told = {"draft": draft, "comparison": comparison, "newest_first": versions}
    return render(request, page, told | {"old": sides[old], "new": sides[new]})


def mode_of(asked: str | None) -> str:
    """The layout asked for, else that in one text."""
    return asked if asked in MODES else "inline"
