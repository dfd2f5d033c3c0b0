"""Pairings: why two paragraphs were taken for one, and a person's word on it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.errors import InvalidPairingError
from drafts.core.report import Report
from drafts.core.sheet import Sheet
from drafts.core.worded import worded
from drafts.forms.pairings import PairingForm
from drafts.models import Draft, Pairing, Version
from drafts.queries.comparisons import pairings_between, report_of
from drafts.views.access import draft_for, versions_for
from drafts.views.requests import SignedInRequest


@require_GET
@login_required
def new(request: SignedInRequest, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """Why this change was read as it was, and what else it could be."""
    draft, versions = _versions(request, draft_id, old, new)
    report = report_of(*versions, list(pairings_between(*versions)))
    row = next((row for row in report.rows if row.id == request.GET.get("change") and not row.went_to), None)
    if row is None:
        raise Http404
    return render(request, "pairings/new.html", _context(draft, versions, report) | {"row": row})


@require_POST
@login_required
def create(request: SignedInRequest, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """Decide, and see the comparison as it is now."""
    _draft, versions = _versions(request, draft_id, old, new)
    form = PairingForm(request.POST)
    if not form.is_valid():
        raise InvalidPairingError(worded("Say whether the paragraphs are one or not."))
    keys = form.cleaned_data
    actions.make_pairing(
        *versions, by=request.user, old_keys=keys["old"], new_keys=keys["new"], together=keys["together"]
    )
    messages.success(request, _("The comparison follows your word. You can take it back above the text."))
    target = f"c-{keys['new'][0]}" if keys["new"] else f"r-{keys['old'][0]}"
    address = {"draft_id": draft_id, "old": old, "new": new}
    return HttpResponseRedirect(reverse("comparison", kwargs=address, fragment=target))


@require_POST
@login_required
def take_back(request: SignedInRequest, draft_id: uuid.UUID, old: int, new: int, id: int) -> HttpResponse:
    """Let the words decide again."""
    draft_for(request, draft_id, "pair")
    decision = get_object_or_404(Pairing.everything.filter(old__draft=draft_id), pk=id)
    actions.take_back_pairing(decision, by=request.user)
    messages.success(request, _("Taken back: the words decide again."))
    return redirect("comparison", draft_id=draft_id, old=old, new=new)


def _versions(
    request: SignedInRequest, draft_id: uuid.UUID, old: int, new: int
) -> tuple[Draft, tuple[Version, Version]]:
    draft = draft_for(request, draft_id, "pair")
    found = {version.number: version for version in versions_for(request, draft)}
    if not {old, new} <= found.keys():
        raise Http404
    return draft, (found[old], found[new])


def _context(draft: Draft, versions: tuple[Version, Version], report: Report) -> dict[str, object]:
    old, new = versions
    return {
        "draft": draft,
        "old": old,
        "new": new,
        "report": report,
        "old_sheet": Sheet.of(report.old),
        "new_sheet": Sheet.of(report.new),
    }
