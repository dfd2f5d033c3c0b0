"""Files that were brought in: their bytes, and pictures of their pages, for who may see what came of them."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from drafts.core.errors import ReadError
from drafts.models import Reading, Version
from drafts.queries.pictures import WIDTHS, page_picture
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.requests import Request, SignedInRequest
from drafts.views.review import reading_of


@require_GET
@login_required
def of_reading(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """What a reading was read from."""
    return _download(reading_of(request, reading_id))


@require_GET
@open_to_public
def of_version(request: Request, draft_id: uuid.UUID, number: int) -> HttpResponse:
    """What a version was read from."""
    return _download(get_object_or_404(versions_for(request, draft_for(request, draft_id)), number=number))


@require_GET
@login_required
@cache_control(private=True, immutable=True, max_age=31_536_000)  # a file never changes
def page_of_reading(request: SignedInRequest, reading_id: uuid.UUID, page: int, width: int) -> HttpResponse:
    """The picture of a page."""
    file = reading_of(request, reading_id).file
    if file is None or width not in WIDTHS:
        raise Http404
    try:
        return HttpResponse(page_picture(file, page, width), content_type="image/png")
    except ReadError as error:
        raise Http404 from error


def _download(kept: Reading | Version) -> HttpResponse:
    """As an attachment of no kind in particular: a browser saves it, and never shows or runs it."""
    if kept.file:
        name, data = kept.file.name, bytes(kept.file.data)
    elif kept.source:
        name, data = "pasted text.txt", kept.source.encode()
    else:
        raise Http404
    disposition = content_disposition_header(as_attachment=True, filename=name)
    headers = {"Content-Disposition": disposition or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)
