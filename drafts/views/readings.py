"""Readings: look a text over as it was read, correct it piece by piece, keep it as a version."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core import editing, symbols
from drafts.core.document import Resolution
from drafts.core.errors import AlreadyKeptError, DeedError, NotAllowedError, OvertakenError, SymbolError
from drafts.core.sheet import Sheet
from drafts.forms.readings import HeadForm, KeepForm, NoteForm, ParagraphForm
from drafts.forms.texts import TextsForm
from drafts.models import Draft, Reading
from drafts.queries.comparisons import says_the_same
from drafts.queries.readings import readings_of
from drafts.views.access import draft_for
from drafts.views.requests import SignedInRequest, part_of


@require_POST
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Read a text that was pasted or chosen; its page shows how it was read."""
    draft = _draft(request)
    form = TextsForm(request.POST, request.FILES)
    if not form.is_valid():
        context = {"form": form, "draft": draft, "last": draft and draft.issued[0]}
        return render(request, "readings/new.html", context, status=400)
    readings = actions.start_readings(form.cleaned_data["brought"], by=request.user, draft=draft)
    actions.read_promptly(readings, settings.PATIENCE)
    return redirect("reading", reading_id=readings[0].pk)


@require_GET
@login_required
def show(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    reading = _reading(request, reading_id)
    if reading.version:
        return redirect("version", draft_id=reading.draft_id, number=reading.version.number)
    return _render(request, reading)


@require_POST
@login_required
def correct_paragraph(request: SignedInRequest, reading_id: uuid.UUID, id: str) -> HttpResponse:
    """Save a paragraph as typed; or join it to the one before, take it out, put an empty one after it."""
    reading = _reading(request, reading_id)
    resolution = actions.resolution_of(reading)
    if id not in resolution.by_id:
        raise Http404
    form = ParagraphForm(resolution, resolution.by_id[id], request.POST)
    deed = request.POST.get("deed", "save")
    if deed == "remove":
        return _corrected(request, reading, editing.take_out(resolution, id), at="text")
    if not form.is_valid():
        return _render(request, reading, editing_id=id, form=form, status=400)
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
    reading = _reading(request, reading_id)
    resolution = actions.resolution_of(reading)
    if id not in resolution.notes_by_id:
        raise Http404
    form = NoteForm(request.POST)
    if request.POST.get("deed") == "remove":
        return _corrected(request, reading, editing.take_out_note(resolution, id), at="notes")
    if not form.is_valid():
        return _render(request, reading, editing_id=id, form=form, status=400)
    text = " ".join(form.cleaned_data["text"].split())
    return _corrected(
        request, reading, editing.rewrite_note(resolution, id, form.cleaned_data["label"], text), at=id
    )


@require_POST
@login_required
def add_note(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    reading = _reading(request, reading_id)
    resolution, fresh = editing.add_note(actions.resolution_of(reading))
    return _corrected(request, reading, resolution, at=fresh, edit=fresh)


@require_POST
@login_required
def correct_head(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Save sponsors, title and masthead as typed."""
    reading = _reading(request, reading_id)
    resolution = actions.resolution_of(reading)
    form = HeadForm(resolution, request.POST)
    if not form.is_valid():
        return _render(request, reading, editing_id="head", form=form, status=400)
    return _corrected(request, reading, form.apply(resolution), at="head")


@require_POST
@login_required
def settle_doubt(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """A person has looked at a doubtful place and finds it right."""
    reading = _reading(request, reading_id)
    resolution = actions.resolution_of(reading)
    place = (request.POST.get("code"), request.POST.get("paragraph"), request.POST.get("offset"))
    for number, doubt in enumerate(resolution.doubts):
        if (doubt.code, doubt.paragraph, str(doubt.offset)) == place:
            resolution = editing.settle(resolution, number)
            break
    return _corrected(request, reading, resolution, at=place[1] or "head")


@require_POST
@login_required
def undo(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Bring back what stood before the last correction."""
    reading = actions.undo_correction(_reading(request, reading_id), by=request.user)
    return _back(request, reading, at="text")


@require_POST
@login_required
def put_aside(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Off the front page. Its address still works, and correcting or keeping it takes it up again."""
    reading = actions.put_reading_aside(_reading(request, reading_id), by=request.user)
    address = reverse("reading", args=[reading.pk])
    messages.success(request, f"Put aside. Its page is still there: {address}")
    return redirect("home")


@require_POST
@login_required
def keep(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Keep the reading as a version."""
    reading = _reading(request, reading_id)
    form = KeepForm(request.POST)
    if not form.is_valid():
        return _render(request, reading, keep_form=form, status=400)
    try:
        version = actions.keep_reading(reading, by=request.user, **form.cleaned_data)
    except AlreadyKeptError:
        return redirect("reading", reading_id=reading_id)  # pressed twice: it is there
    except DeedError as error:
        form.add_error(None, str(error))
        if isinstance(error, OvertakenError):  # whoever sends the form once more has seen the other version
            form.data = request.POST.copy()
            form.data["after"] = str(error.number)
        status = 403 if isinstance(error, NotAllowedError) else 409
        return _render(request, _reading(request, reading_id), keep_form=form, status=status)
    messages.success(request, f"{version.name} is kept as version {version.number}.")
    return redirect("version", draft_id=version.draft_id, number=version.number)


def _reading(request: SignedInRequest, reading_id: uuid.UUID) -> Reading:
    return get_object_or_404(readings_of(request.user).select_related("draft", "version"), pk=reading_id)


def _draft(request: SignedInRequest) -> Draft | None:
    """The draft that a text is brought to, if the form names one."""
    asked = request.POST.get("draft")
    try:
        return draft_for(request, uuid.UUID(asked), "issue") if asked else None
    except ValueError as error:
        raise Http404 from error


def _corrected(
    request: SignedInRequest, reading: Reading, resolution: Resolution, *, at: str, edit: str = ""
) -> HttpResponse:
    actions.correct_reading(reading, resolution, by=request.user)
    return _back(request, reading, at=at, edit=edit)


def _back(request: SignedInRequest, reading: Reading, *, at: str, edit: str = "") -> HttpResponse:
    query = {"edit": edit} if edit else None
    return HttpResponseRedirect(reverse("reading", args=[reading.pk], query=query, fragment=at))


def _render(
    request: SignedInRequest,
    reading: Reading,
    *,
    editing_id: str = "",
    form: Any = None,
    keep_form: KeepForm | None = None,
    status: int = 200,
) -> HttpResponse:
    resolution = actions.resolution_of(reading)
    draft = reading.draft and draft_for(request, reading.draft.pk)
    editing_id = editing_id or request.GET.get("edit", "")
    context = {
        "reading": reading,
        "draft": draft,
        "last": draft and draft.issued[0],
        "sheet": Sheet.of(resolution),
        "editing": editing_id,
        "form": form or _form(resolution, editing_id),
        "keep_form": keep_form or KeepForm(initial=_proposal(resolution, draft)),
        "next_number": draft.issued[0].number + 1 if draft else 1,
        "same": draft is not None and says_the_same(draft.issued[0], resolution),
    }
    return render(request, part_of("readings/show.html", "review", request), context, status=status)


def _form(resolution: Resolution, id: str) -> HeadForm | ParagraphForm | NoteForm | None:
    """The form for the piece that is being corrected."""
    if id == "head":
        return HeadForm(resolution)
    if paragraph := resolution.by_id.get(id):
        return ParagraphForm(resolution, paragraph)
    if note := resolution.notes_by_id.get(id):
        return NoteForm(initial={"label": note.label, "text": note.text})
    return None


def _proposal(resolution: Resolution, draft: Draft | None) -> dict[str, Any]:
    """The symbol the text itself bears, else the one that follows from the last version's; and today."""
    symbol = resolution.symbol
    taken = {version.symbol for version in draft.issued} if draft else set()
    if draft and (not symbol or symbol in taken):
        try:
            symbol = symbols.next_revision(draft.issued[0].symbol)
        except SymbolError:
            symbol = ""
    return {"symbol": symbol, "date": timezone.localdate(), "after": draft and draft.issued[0].number}
