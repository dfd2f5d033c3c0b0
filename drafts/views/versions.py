"""Versions of a draft: see one, bring in the next, withdraw one, take one up again."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from types import MappingProxyType

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from drafts import actions
from drafts.core.errors import DeedError
from drafts.core.sheet import Sheet
from drafts.forms.discussion import StartForm
from drafts.forms.states import WithdrawalForm
from drafts.forms.texts import TextsForm
from drafts.models import Draft
from drafts.queries.concordances import contributions_to
from drafts.translating import translated
from drafts.views import downloads
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.margin import margin_of
from drafts.views.requests import Request, SignedInRequest


@require_GET
@open_to_public
def show(request: Request, draft_id: uuid.UUID, number: int) -> HttpResponse:
    return show_version(request, draft_for(request, draft_id), number)


def show_version(
    request: Request,
    draft: Draft,
    number: int,
    template: str = "versions/show.html",
    more: Mapping[str, object] = MappingProxyType({}),
    thread_form: StartForm | None = None,
) -> HttpResponse:
    """The text laid out as a document, with the draft's versions and discussions beside it.

    A template may show ``more``. ``thread_form`` is one for a discussion that could not begin.
    """
    chain = versions_for(request, draft).filter(number__lte=number)
    brought = "brought" in request.GET
    versions = list(chain) if brought else list(chain.filter(number=number))
    version = next((each for each in versions if each.number == number), None)
    if version is None:
        raise Http404
    before = next((each for each in draft.issued if each.number < number), None)
    context = {
        "draft": draft,
        "versions": draft.issued,
        "version": version,
        "before": before,
        "brought": brought,
        "contributions": contributions_to(versions) if brought else {},
        "downloads": downloads.WORDS,
        **margin_of(request, draft, version, Sheet.of(version.resolution()), thread_form),
        **more,
    }
    return render(request, template, context, status=400 if thread_form else 200)


@require_GET
@login_required
def new(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Where the next version is brought in."""
    draft = draft_for(request, draft_id, "issue")
    context = {
        "form": TextsForm(),
        "draft": draft,
        "versions": draft.issued,
        "last": next(iter(draft.issued), None),
    }
    return render(request, "readings/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def withdraw(request: SignedInRequest, draft_id: uuid.UUID, number: int) -> HttpResponse:
    """Record that a version was withdrawn, and why."""
    draft = draft_for(request, draft_id, "withdraw version")
    version = get_object_or_404(draft.versions, number=number)
    sent = request.POST if request.method == "POST" else None
    form = WithdrawalForm(sent, initial={"date": timezone.localdate()})
    status = 200 if sent is None else 400
    if form.is_valid():
        try:
            actions.withdraw_version(version, by=request.user, **form.cleaned_data)
        except DeedError as error:
            form.add_error(None, translated(error))
            status = 409
        else:
            messages.success(request, _("{name} is shown as withdrawn now.").format(name=version.name))
            return redirect("version", draft_id=draft.pk, number=number)
    context = {"draft": draft, "versions": draft.issued, "version": version, "form": form}
    return render(request, "versions/withdrawal.html", context, status=status)


@require_POST
@login_required
def take_up(request: SignedInRequest, draft_id: uuid.UUID, number: int) -> HttpResponse:
    """Take the text of an old version up again, to be looked over and kept as the next."""
    draft = draft_for(request, draft_id, "issue")
    version = get_object_or_404(draft.versions, number=number)
    reading = actions.take_up_version(version, by=request.user)
    messages.success(
        request,
        _("This is the text of {name}. Correct it, and keep it as the next version.").format(
            name=version.name
        ),
    )
    return redirect("reading", reading_id=reading.pk)
