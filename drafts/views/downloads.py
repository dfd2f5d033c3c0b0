"""Texts and comparisons handed out as files, in every form that ``formats.write`` has for them."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from drafts import actions
from drafts.core.filenames import tame_name
from drafts.formats import write
from drafts.formats.orders import ENDINGS
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.reports import asked_in, page_address, pair_of, reader
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
    "html": _("web page"),
    "xml": "Akoma Ntoso",
    "txt": _("plain text"),
    "json": "JSON",
}
_KINDS = {**TEXTS, "csv": ("csv", "text/csv; charset=utf-8"), "zip": ("zip", "application/zip")}
COMPARISONS = {ending: _KINDS[ending] for ending in ENDINGS.values()}


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
    """What changed between two versions, with the options that the address names. See ``views.reports``.

    What takes longer is made meanwhile, and its page says how far it is.
    """
    draft = draft_for(request, draft_id)
    before, after = pair_of(request, draft, old, new)
    if ending not in COMPARISONS:
        raise Http404
    form, kind = COMPARISONS[ending]
    asked = asked_in(request, after, form)
    made = actions.have_report(before, after, asked, by=reader(request))
    if (data := actions.file_of(made)) is None:
        return HttpResponseRedirect(page_address(draft, before, after, asked))
    return _file(data, f"{before.name} to {after.name}.{ending}", kind)


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    """As an attachment whose name any system can have: ``A_C.3_61_L.8_Rev.1.pdf``."""
    disposition = content_disposition_header(as_attachment=True, filename=tame_name(name))
    headers = {"Content-Disposition": disposition or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=kind, headers=headers)
