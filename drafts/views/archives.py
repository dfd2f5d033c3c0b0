"""Whole drafts as files: take one out, bring one in."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from drafts import actions
from drafts.core.errors import DeedError, ReadError, TooManyError
from drafts.formats.archive import pack, unpack
from drafts.forms.archives import ArchiveForm
from drafts.models import Draft
from drafts.queries.deeds import record_of
from drafts.translating import translated
from drafts.views.access import draft_for, versions_for
from drafts.views.errors import to_wait
from drafts.views.requests import SignedInRequest
from drafts.views.timelines import file_name


@require_POST
@login_required
def take_out(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """All of a draft as one zip: rows and versions as JSON, texts, files, and an index to read."""
    draft = draft_for(request, draft_id, "export")
    actions.spend("archive out", by=request.user)
    files = actions.export_draft(draft, by=request.user)
    archive = pack({"index.html": _index(request, draft).encode(), **files})
    headers = {"Content-Disposition": content_disposition_header(True, f"{file_name(draft)}.zip") or ""}
    return HttpResponse(archive, content_type="application/zip", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bring_in(request: SignedInRequest) -> HttpResponse:
    """A draft that was taken out of another installation."""
    form = ArchiveForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["archive"]
        try:
            actions.spend("archive in", by=request.user)
            draft = actions.import_draft(unpack(file.read(), file.name), by=request.user, name=file.name)
        except (ReadError, DeedError) as error:
            form.add_error("archive", translated(error))
            if isinstance(error, TooManyError):
                return to_wait(_asking(request, form), error)
        else:
            messages.success(
                request, _("The draft is here, with all its versions, its sponsors and its record.")
            )
            return redirect("draft", draft_id=draft.pk)
    return _asking(request, form)


def _asking(request: SignedInRequest, form: ArchiveForm) -> HttpResponse:
    status = 400 if request.method == "POST" else 200
    return render(request, "archives/new.html", {"form": form}, status=status)


def _index(request: SignedInRequest, draft: Draft) -> str:
    """A page to read without this program, with links to the files beside it."""
    context = {
        "draft": draft,
        "versions": versions_for(request, draft).order_by("number"),
        "persons": draft.persons.select_related("user"),
        "record": record_of(draft).order_by("pk"),
        "now": timezone.now(),
    }
    return render_to_string("archives/index.html", context)
