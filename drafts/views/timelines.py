"""A draft's life: the timeline for its people, the whole record for who runs it, and both as tables."""

from __future__ import annotations

import json
import uuid

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.formats.tables import to_csv
from drafts.forms.deeds import SieveForm
from drafts.models import Deed, Draft
from drafts.queries.deeds import record_of, timeline_of
from drafts.views.access import draft_for
from drafts.views.requests import SignedInRequest, part_of

ON_A_PAGE = 100  # deeds; a draft's whole life has some hundred

_HEAD = ("recorded at", "holds from", "who", "delegation", "role", "about", "what")
_RECORD_HEAD = (*_HEAD, "kind", "details", "address", "browser")


@require_GET
@login_required
def timeline(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    draft = draft_for(request, draft_id, "follow")
    return _render(request, draft, timeline_of(draft), whole_record=False)


@require_GET
@login_required
def record(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    draft = draft_for(request, draft_id, "audit")
    return _render(request, draft, record_of(draft), whole_record=True)


@require_GET
@login_required
def timeline_csv(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    draft = draft_for(request, draft_id, "follow")
    found = SieveForm(request.GET).sieve().applied(timeline_of(draft))
    return _attached(to_csv(_HEAD, map(_row, found)), f"{file_name(draft)}-timeline.csv")


@require_GET
@login_required
def record_csv(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The whole record as a table. That it was taken out is recorded too."""
    draft = draft_for(request, draft_id, "audit")
    found = SieveForm(request.GET, whole_record=True).sieve().applied(record_of(draft))
    table = to_csv(_RECORD_HEAD, map(_record_row, found))
    actions.record_export(draft, by=request.user)
    return _attached(table, f"{file_name(draft)}-record.csv")


@require_POST
@login_required
def seen(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """All that the page showed has been seen."""
    draft = draft_for(request, draft_id, "follow")
    up_to = request.POST.get("up_to", "")
    if up_to.isascii() and up_to.isdecimal():
        actions.see_all(draft, by=request.user, up_to=int(up_to[:18]))
    return redirect("draft", draft_id=draft.pk)


def file_name(draft: Draft) -> str:
    """The draft's symbol as a file's name: ``A-C.3-61-L.8``."""
    symbol = draft.issued[-1].symbol if draft.issued else ""
    return "".join(char if char.isalnum() or char in ".-" else "-" for char in symbol) or str(draft.pk)


def _render(
    request: SignedInRequest, draft: Draft, found: QuerySet[Deed], *, whole_record: bool
) -> HttpResponse:
    form = SieveForm(request.GET, whole_record=whole_record)
    page = Paginator(form.sieve().applied(found), ON_A_PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "draft": draft,
        "versions": draft.issued,
        "form": form,
        "page": page,
        "asked": asked.urlencode(),
        "whole_record": whole_record,
    }
    return render(request, part_of("timelines/show.html", "deeds", request), context)


def _row(deed: Deed) -> tuple[object, ...]:
    at, day = deed.at.isoformat(timespec="seconds"), deed.date and deed.date.isoformat()
    return (at, day, deed.who, deed.delegation, deed.role, deed.group, deed.words)


def _record_row(deed: Deed) -> tuple[object, ...]:
    details = json.dumps(deed.details, ensure_ascii=False, sort_keys=True)
    return (*_row(deed), deed.kind, details, deed.address, deed.agent)


def _attached(table: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(table, content_type="text/csv; charset=utf-8", headers=headers)
