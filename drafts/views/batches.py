"""Reports of many drafts at once: choose which, follow how far they are, get them."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.bodies import name_of_body
from drafts.core.errors import DeedError, TooManyError
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.states import WORDS
from drafts.forms.batches import BatchForm
from drafts.models import Batch
from drafts.queries.batches import RECENT, batches_of, hidden_from_its_maker, items_of, pairs_found
from drafts.queries.finding import choices_for
from drafts.translating import translated
from drafts.views.errors import to_wait
from drafts.views.requests import SignedInRequest, part_of


@require_GET
@login_required
def new(request: SignedInRequest) -> HttpResponse:
    """Choose drafts as they are found, and forms."""
    return _choosing(request, BatchForm(filters=request.GET))


@require_POST
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Begin, and see how far it is."""
    form = BatchForm(request.POST, filters=request.POST)
    if form.is_valid():
        try:
            actions.spend("batch", by=request.user)
            batch = actions.start_batch(form.search, form.cleaned_data["chosen"], form.asked, by=request.user)
        except DeedError as error:
            form.add_error(None, translated(error))
            response = _choosing(request, form, status=400)
            return to_wait(response, error) if isinstance(error, TooManyError) else response
        else:
            return redirect("batch", batch_id=batch.pk)
    return _choosing(request, form, status=400)


@require_GET
@login_required
def show(request: SignedInRequest, batch_id: uuid.UUID) -> HttpResponse:
    """How far it is, draft by draft, and the zip when it is made."""
    batch = _batch(request, batch_id)
    context = {
        "batch": batch,
        "items": items_of(batch),
        "kept": actions.is_batch_kept(batch),
        "hidden": hidden_from_its_maker(batch),
    }
    return render(request, part_of("batches/show.html", "batch", request), context)


@require_POST
@login_required
def cancel(request: SignedInRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Make no more of it."""
    actions.cancel_batch(_batch(request, batch_id))
    return redirect("batch", batch_id=batch_id)


@require_POST
@login_required
def again(request: SignedInRequest, batch_id: uuid.UUID) -> HttpResponse:
    """Take it up again, or make it anew."""
    actions.spend("batch", by=request.user)
    actions.reopen_batch(_batch(request, batch_id), by=request.user)
    return redirect("batch", batch_id=batch_id)


@require_GET
@login_required
def download(request: SignedInRequest, batch_id: uuid.UUID) -> HttpResponse:
    """All its reports in one zip, with an index."""
    batch = _batch(request, batch_id)
    if (data := actions.zip_of(batch)) is None:
        return redirect("batch", batch_id=batch_id)
    name = f"reports {batch.created_at:%Y-%m-%d}.zip"
    headers = {"Content-Disposition": content_disposition_header(True, name) or "attachment"}
    return HttpResponse(data, content_type="application/zip", headers=headers)


def _batch(request: SignedInRequest, batch_id: uuid.UUID) -> Batch:
    return get_object_or_404(batches_of(request.user), pk=batch_id)


def _choosing(request: SignedInRequest, form: BatchForm, status: int = 200) -> HttpResponse:
    bodies, sessions = choices_for(request.user)
    pairs, passed_over = pairs_found(request.user, form.search)
    context = {
        "form": form,
        "search": form.search,
        "filters": form.filters,
        "bodies": [(body, name_of_body(body)) for body in bodies],
        "sessions": sessions,
        "states": WORDS,
        "languages": ENGLISH_NAMES,
        "pairs": pairs,
        "passed_over": passed_over,
        "most": settings.MAX_BATCH,
        "batches": batches_of(request.user)[:RECENT],
    }
    return render(request, "batches/new.html", context, status=status)
