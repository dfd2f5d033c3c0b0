"""The concordance of a draft: which paragraph was which, from version to version."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from drafts.core.sheet import Sheet
from drafts.queries.concordances import concordance_of, contributions_to
from drafts.queries.drafts import drafts_seen_by
from drafts.queries.versions import versions_seen_by
from drafts.views.requests import SignedInRequest


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    draft = get_object_or_404(drafts_seen_by(request.user), pk=draft_id)
    versions = list(versions_seen_by(request.user).filter(draft=draft))
    context = {
        "draft": draft,
        "versions": draft.issued,
        "chain": versions,
        "rows": concordance_of(versions),
        "sheet": Sheet.of(versions[-1].resolution()),
        "contributions": contributions_to(versions),
    }
    return render(request, "concordances/show.html", context)
