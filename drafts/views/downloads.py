"""Texts and comparisons handed out as files, in every form that ``formats.write`` has for them."""

from __future__ import annotations

import re
import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from drafts.core.options import Options
from drafts.formats import write
from drafts.queries.comparisons import pairings_between, report_of
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.requests import Request

# By the file's ending: the form, and what a browser is told that it is. HTML is saved, and never run as ours.
_PDF = ("pdf", "application/pdf")
_WORD = ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
_TEXT, _JSON = ("text", "text/plain; charset=utf-8"), ("json", "application/json")
TEXTS = {
    "pdf": _PDF,
    "docx": _WORD,
    "html": ("html", "text/html; charset=utf-8"),
    "xml": ("akn", "application/xml"),
    "txt": _TEXT,
    "json": _JSON,
}
WORDS = {  # what each is called where a text can be taken along
    "pdf": "PDF",
    "docx": "Word",
    "html": "web page",
    "xml": "Akoma Ntoso",
    "txt": "plain text",
    "json": "JSON",
}
COMPARISONS = {"pdf": _PDF, "txt": _TEXT, "json": _JSON}


@require_GET
@open_to_public
def version(request: Request, draft_id: uuid.UUID, number: int, ending: str) -> HttpResponse:
    """The text of a version."""
    draft = draft_for(request, draft_id)
    if ending not in TEXTS:
        raise Http404
    found = get_object_or_404(versions_for(request, draft), number=number)
    form, kind = TEXTS[ending]
    return _file(write(found.resolution(), form), f"{found.name}.{ending}", kind)


@require_GET
@open_to_public
def comparison(request: Request, draft_id: uuid.UUID, old: int, new: int, ending: str) -> HttpResponse:
    """What changed between two versions, decisions by hand obeyed. ``?changes=only`` folds what stayed."""
    draft = draft_for(request, draft_id)
    versions = {each.number: each for each in versions_for(request, draft).filter(number__in=(old, new))}
    if ending not in COMPARISONS or not {old, new} <= versions.keys():
        raise Http404
    before, after = versions[old], versions[new]
    report = report_of(before, after, list(pairings_between(before, after)))
    form, kind = COMPARISONS[ending]
    options = Options(show="changes") if form == "pdf" and request.GET.get("changes") == "only" else None
    data = write(report.comparison, form, old=report.old, new=report.new, options=options)
    return _file(data, f"{before.name} to {after.name}.{ending}", kind)


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    """As an attachment whose name any system can have: ``A_C.3_61_L.8_Rev.1.pdf``."""
    tame = re.sub(r'[/\\:*?"<>|\x00-\x1f\x7f]', "_", name)
    disposition = content_disposition_header(as_attachment=True, filename=tame)
    headers = {"Content-Disposition": disposition or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=kind, headers=headers)
