"""Reports of two versions: choose form and options, see it, get it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.errors import ReadError
from drafts.formats.orders import ENDINGS
from drafts.forms.reports import ReportForm, address_of
from drafts.models import Draft, ReportState, User, Version
from drafts.queries.pictures import WIDTHS, report_picture
from drafts.queries.previews import preview_of, shown_as
from drafts.queries.reports import Asked
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.requests import Request

# A page of somebody's words, shown within ours: it runs nothing and asks for nothing.
_HARMLESS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


@require_GET
@open_to_public
def choose(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """From versions and options chosen in a form to the report's own address."""
    draft = draft_for(request, draft_id)
    chosen = [request.GET.get(side, "") for side in ("old", "new")]
    if not all(number.isascii() and number.isdecimal() for number in chosen):
        raise Http404
    old, new = pair_of(request, draft, *(int(number[:9]) for number in chosen))
    form = ReportForm(request.GET, language=new.language, lenient=True)
    if not form.is_valid():
        return _page(request, draft, old, new, form, None, status=400)
    return HttpResponseRedirect(page_address(draft, old, new, form.asked))


@require_GET
@open_to_public
def show(request: Request, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """The report as it will be handed out, and what else it could be."""
    draft = draft_for(request, draft_id)
    before, after = pair_of(request, draft, old, new)
    form = ReportForm(request.GET, language=after.language, lenient=True)
    if not form.is_valid():
        return _page(request, draft, before, after, form, None, status=400)
    return _page(request, draft, before, after, form, form.asked)


@require_POST
@open_to_public
def try_again(request: Request, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """Make once more what could not be made."""
    draft = draft_for(request, draft_id)
    before, after = pair_of(request, draft, old, new)
    asked = asked_in(request, after)
    for each in {asked, shown_as(asked)}:
        by = reader(request)
        actions.reopen_report(actions.have_report(before, after, each, by=by), by=by)
    return HttpResponseRedirect(page_address(draft, before, after, asked))


@require_GET
@open_to_public
@xframe_options_sameorigin
def page_of_its_own(request: Request, draft_id: uuid.UUID, old: int, new: int) -> HttpResponse:
    """The web page of a report, to be shown within another."""
    draft = draft_for(request, draft_id)
    before, after = pair_of(request, draft, old, new)
    made = actions.have_report(before, after, asked_in(request, after, "html"), by=reader(request))
    if (data := actions.file_of(made)) is None:
        raise Http404
    headers = {"Content-Security-Policy": _HARMLESS, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type="text/html; charset=utf-8", headers=headers)


@require_GET
@open_to_public
@cache_control(private=True, max_age=600)
def picture(request: Request, draft_id: uuid.UUID, old: int, new: int, page: int, width: int) -> HttpResponse:
    """The picture of a page of a report on paper."""
    draft = draft_for(request, draft_id)
    before, after = pair_of(request, draft, old, new)
    made = actions.have_report(before, after, asked_in(request, after, "pdf"), by=reader(request))
    data = actions.file_of(made)
    if data is None or width not in WIDTHS:
        raise Http404
    try:
        return HttpResponse(report_picture(data, page, width), content_type="image/png")
    except ReadError as error:
        raise Http404 from error


def pair_of(request: HttpRequest, draft: Draft, old: int, new: int) -> tuple[Version, Version]:
    """The two versions, for whoever may see them both; their rows are read where somebody asks for them."""
    asked = versions_for(request, draft).filter(number__in=(old, new)).prefetch_related(None)
    versions = {each.number: each for each in asked}
    if not {old, new} <= versions.keys():
        raise Http404
    return versions[old], versions[new]


def asked_in(request: HttpRequest, new: Version, form: str = "") -> Asked:
    """What an address asks for, to the letter.

    Raises:
        ReportError: there is no such report; says why.
    """
    return ReportForm.asked_of(request.GET, form=form, language=new.language)


def page_address(draft: Draft, old: Version, new: Version, asked: Asked) -> str:
    return reverse("report", args=[draft.pk, old.number, new.number], query=address_of(asked))


def file_address(draft: Draft, old: Version, new: Version, asked: Asked) -> str:
    """Where the file itself is, for good: the same texts, decisions, options and program give the same."""
    args = [draft.pk, old.number, new.number, ENDINGS[asked.form]]
    return reverse("download-comparison", args=args, query=address_of(asked, form=False))


def reader(request: HttpRequest) -> User | None:
    """Who asks; nobody where it is by a public link."""
    return None if isinstance(request.user, AnonymousUser) else request.user


def _page(
    request: Request,
    draft: Draft,
    old: Version,
    new: Version,
    form: ReportForm,
    asked: Asked | None,
    status: int = 200,
) -> HttpResponse:
    context = {"draft": draft, "versions": draft.issued, "old": old, "new": new, "form": form}
    if asked:
        context |= _made(request, draft, old, new, asked)
    part = request.htmx.target if request.htmx and request.htmx.target in ("preview", "report") else ""
    template = f"reports/show.html#{part}" if part else "reports/show.html"
    return render(request, template, context, status=status)


def _made(request: Request, draft: Draft, old: Version, new: Version, asked: Asked) -> dict[str, Any]:
    """The report, and what is shown of it, as far as it is made."""
    by = reader(request)
    made = actions.have_report(old, new, asked, by=by)
    shown = shown_as(asked)
    seen = made if shown == asked else actions.have_report(old, new, shown, by=by)
    data = actions.file_of(seen)
    return {
        "asked": asked,
        "made": made,
        "refused": next((each for each in (made, seen) if each.state == ReportState.REFUSED), None),
        "ready": made.state == ReportState.MADE and data is not None,
        "preview": preview_of(shown, data) if data is not None else None,
        "shown": shown,
        "query": address_of(shown, form=False),
        "file": file_address(draft, old, new, asked),
        "here": page_address(draft, old, new, asked),
    }
