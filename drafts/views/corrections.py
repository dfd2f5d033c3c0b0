"""Corrections of a reading, piece by piece; each is kept at once."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from drafts import actions
from drafts.core import editing
from drafts.core.document import Resolution
from drafts.forms.readings import HeadForm, NoteForm, ParagraphForm
from drafts.models import Reading
from drafts.views.requests import SignedInRequest
from drafts.views.review import back_to, reading_of, render_review


@require_POST
@login_required
def correct_paragraph(request: SignedInRequest, reading_id: uuid.UUID, id: str) -> HttpResponse:
    """Save a paragraph as typed; or join it to the one before, take it out, put an empty one after it."""
    reading = reading_of(request, reading_id)
    resolution = actions.resolution_of(reading)
    if id not in resolution.by_id:
        raise Http404
    form = ParagraphForm(resolution, resolution.by_id[id], request.POST)
    deed = request.POST.get("deed", "save")
    if deed == "remove":
        return _corrected(request, reading, editing.take_out(resolution, id), at="text")
    if not form.is_valid():
        return render_review(request, reading, editing_id=id, form=form, status=400)
    data = form.cleaned_data
    saved = editing.rewrite(resolution, id, data["text"], kind=data["kind"], level=data["level"])
    if deed == "join":
        return _corrected(request, reading, editing.join(saved, id), at="text")
    if deed == "insert":
        saved, fresh = editing.insert(saved, after=id)
        return _corrected(request, reading, saved, at=fresh, edit=fresh)
    return _corrected(request, reading, saved, at=id)


@require_POST
@login_required
def correct_note(request: SignedInRequest, reading_id: uuid.UUID, id: str) -> HttpResponse:
    """Save a note as typed, or take it out with its calls."""
    reading = reading_of(request, reading_id)
    resolution = actions.resolution_of(reading)
    if id not in resolution.notes_by_id:
        raise Http404
    form = NoteForm(request.POST)
    if request.POST.get("deed") == "remove":
        return _corrected(request, reading, editing.take_out_note(resolution, id), at="notes")
    if not form.is_valid():
        return render_review(request, reading, editing_id=id, form=form, status=400)
    text = " ".join(form.cleaned_data["text"].split())
    return _corrected(
        request, reading, editing.rewrite_note(resolution, id, form.cleaned_data["label"], text), at=id
    )


@require_POST
@login_required
def add_note(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    reading = reading_of(request, reading_id)
    resolution, fresh = editing.add_note(actions.resolution_of(reading))
    return _corrected(request, reading, resolution, at=fresh, edit=fresh)


@require_POST
@login_required
def correct_head(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Save sponsors, title and masthead as typed."""
    reading = reading_of(request, reading_id)
    resolution = actions.resolution_of(reading)
    form = HeadForm(resolution, request.POST)
    if not form.is_valid():
        return render_review(request, reading, editing_id="head", form=form, status=400)
    return _corrected(request, reading, form.apply(resolution), at="head")


@require_POST
@login_required
def undo(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Bring back what stood before the last correction."""
    reading = actions.undo_correction(reading_of(request, reading_id), by=request.user)
    return back_to(request, reading, at="text")


def _corrected(
    request: SignedInRequest, reading: Reading, resolution: Resolution, *, at: str, edit: str = ""
) -> HttpResponse:
    actions.correct_reading(reading, resolution, by=request.user)
    return back_to(request, reading, at=at, edit=edit)
