"""The concordance of a draft: which paragraph was which, from version to version."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from drafts.core.sheet import Sheet
from drafts.queries.concordances import concordance_of, contributions_to
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.requests import Request


@require_GET
@open_to_public
def show(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    draft = draft_for(request, draft_id)
    versions = list(versions_for(request, draft))
    if not versions:
        raise Http404
    context = {
        "draft": draft,
        "versions": draft.issued,
        "chain": versions,
        "rows": concordance_of(versions),
        "sheet": Sheet.of(versions[-1].resolution()),
        "contributions": contributions_to(versions),
    }
    return render(request, "concordances/show.html", context)
