"""Comparisons: of two texts that nobody keeps, and of two versions of a draft."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from drafts.core import compare
from drafts.core.report import Report
from drafts.formats.text import read_text
from drafts.forms.texts import TextForm
from drafts.queries.comparisons import pairings_between, report_of
from drafts.queries.versions import versions_seen_by
from drafts.views.requests import Request, part_of

MODES = {"inline": "In one text", "sides": "Side by side", "changes": "Changes only"}


@require_http_methods(["GET", "HEAD", "POST"])
def compare_texts(request: Request) -> HttpResponse:
    """Compare two texts without keeping either; the page carries them, for its form to send again."""
    old, new = text_forms(request)
    context = {"old_form": old, "new_form": new, "modes": MODES, "mode": _mode(request.POST.get("mode"))}
    if not (old.is_bound and old.is_valid() & new.is_valid()):
        template = part_of("comparisons/new.html", "comparison", request)
        return render(request, template, context, status=400 if old.is_bound else 200)
    old_text, new_text = read_text(old.cleaned_data["source"]), read_text(new.cleaned_data["source"])
    context["report"] = Report.of(compare(old_text, new_text), old_text, new_text)
    return render(request, part_of("comparisons/texts.html", "comparison", request), context)


@require_GET
def choose(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """From two versions chosen in a form to the address of their comparison."""
    old, new = request.GET.get("old", ""), request.GET.get("new", "")
    if not (old.isascii() and old.isdecimal() and new.isascii() and new.isdecimal()):
        raise Http404
    address = {"draft_id": draft_id, "old": int(old[:9]), "new": int(new[:9])}
    return HttpResponseRedirect(
        reverse("comparison", kwargs=address, query={"mode": _mode(request.GET.get("mode"))})
    )


@require_GET
def compare_versions(request: Request, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """Compare two versions of a draft. The address of a change is this page's with the change's id."""
    versions = {version.number: version for version in versions_seen_by(request.user).filter(draft=draft_id)}
    if not {old, new} <= versions.keys():
        raise Http404
    decisions = list(pairings_between(versions[old], versions[new]))
    context = {
        "decisions": decisions,
        "draft": versions[new].draft,
        "versions": list(versions.values()),
        "newest_first": sorted(versions.values(), key=lambda version: -version.number),
        "old": versions[old],
        "new": versions[new],
        "modes": MODES,
        "mode": _mode(request.GET.get("mode")),
        "report": report_of(versions[old], versions[new], decisions),
    }
    return render(request, part_of("comparisons/versions.html", "comparison", request), context)


def text_forms(request: Request | None = None) -> tuple[TextForm, TextForm]:
    """The forms for the old and the new text, filled from a request that sends them."""
    if request is None or request.method != "POST":
        return TextForm(prefix="old"), TextForm(prefix="new")
    sent = request.POST, request.FILES
    return TextForm(*sent, prefix="old"), TextForm(*sent, prefix="new")


def _mode(asked: str | None) -> str:
    return asked if asked in MODES else "inline"
