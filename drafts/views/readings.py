"""Readings: look a text over as it was read, correct it piece by piece, keep it as a version."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.errors import (
    AlreadyKeptError,
    DeedError,
    NotAllowedError,
    OvertakenError,
    TooManyError,
)
from drafts.forms.drafts import BlankForm
from drafts.forms.readings import KeepForm
from drafts.forms.texts import TextsForm
from drafts.models import Draft, Version
from drafts.queries.readings import chain_of
from drafts.translating import translated
from drafts.views.access import draft_for
from drafts.views.errors import to_wait
from drafts.views.requests import SignedInRequest, part_of
from drafts.views.review import reading_of, render_review
from drafts.views.undoing import tell_with_undo


@require_POST
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Read a text that was pasted or chosen; its page shows how it was read."""
    draft = _draft(request)
    form = TextsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _asking(request, form, draft)
    brought = form.cleaned_data["brought"]
    try:
        actions.spend("reading", by=request.user, cost=len(brought))
    except TooManyError as error:
        form.add_error(None, translated(error))
        return to_wait(_asking(request, form, draft), error)
    readings = actions.start_readings(brought, by=request.user, draft=draft)
    actions.read_promptly(readings, settings.PATIENCE)
    first = chain_of(readings[0])[0] if len(readings) > 1 else readings[0]
    return redirect("reading", reading_id=first.pk)


@require_GET
@login_required
def show(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """The reading beside its source; while it is being read, how far that is; or why it cannot be."""
    reading = reading_of(request, reading_id)
    if reading.version:
        return redirect("version", draft_id=reading.draft_id, number=reading.version.number)
    if not reading.is_read:
        context = {"reading": reading, "chain": chain_of(reading)}
        return render(request, part_of("readings/waiting.html", "review", request), context)
    return render_review(request, reading)


@require_POST
@login_required
def try_again(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Read once more what could not be read."""
    reading = reading_of(request, reading_id)
    actions.spend("reading", by=request.user)
    actions.reopen_reading(reading, by=request.user)
    actions.read_promptly([reading], settings.PATIENCE)
    return redirect("reading", reading_id=reading.pk)


@require_POST
@login_required
def discard(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Throw it away for good, with its file."""
    actions.discard_reading(reading_of(request, reading_id), by=request.user)
    messages.success(request, _("Thrown away, with the file it was read from."))
    return redirect("home")


@require_POST
@login_required
def put_aside(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Off the front page. Its address still works, and correcting or keeping it takes it up again."""
    reading = actions.put_reading_aside(reading_of(request, reading_id), by=request.user)
    address = reverse("reading", args=[reading.pk])
    told = _("Put aside. Its page is still there: %(address)s") % {"address": address}
    tell_with_undo(request, told, "put aside", reading=str(reading.pk))
    return redirect("home")


@require_POST
@login_required
def keep(request: SignedInRequest, reading_id: uuid.UUID) -> HttpResponse:
    """Keep the reading as a version."""
    reading = reading_of(request, reading_id)
    form = KeepForm(request.POST)
    if not form.is_valid():
        return render_review(request, reading, keep_form=form, status=400)
    try:
        version = actions.keep_reading(reading, by=request.user, **form.cleaned_data)
    except AlreadyKeptError:
        return redirect("reading", reading_id=reading_id)  # pressed twice: it is there
    except DeedError as error:
        form.add_error(None, translated(error))
        if isinstance(error, OvertakenError):  # whoever sends the form once more has seen the other version
            form.data = request.POST.copy()
            form.data["after"] = str(error.number)
        status = 403 if isinstance(error, NotAllowedError) else 409
        return render_review(request, reading_of(request, reading_id), keep_form=form, status=status)
    messages.success(
        request, _("{name} is kept as version {number}.").format(name=version.name, number=version.number)
    )
    if following := next((each for each in chain_of(reading) if not each.version), None):
        return redirect("reading", reading_id=following.pk)
    return redirect("version", draft_id=version.draft_id, number=version.number)


def _asking(request: SignedInRequest, form: TextsForm, draft: Draft | None) -> HttpResponse:
    """The form again, with what was typed."""
    context = {"form": form, "draft": draft, "last": _last(draft), "blank_form": BlankForm()}
    return render(request, "readings/new.html", context, status=400)


def _last(draft: Draft | None) -> Version | None:
    """The newest version of the draft that a text is brought to, if it has one."""
    return next(iter(draft.issued), None) if draft else None


def _draft(request: SignedInRequest) -> Draft | None:
    """The draft that a text is brought to, if the form names one."""
    asked = request.POST.get("draft")
    try:
        return draft_for(request, uuid.UUID(asked), "issue") if asked else None
    except ValueError as error:
        raise Http404 from error
