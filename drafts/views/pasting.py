"""What somebody pastes into the live text, read as any text is: paragraphs, levels, italics, notes."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from drafts.core.document import Masthead, Note, Paragraph, Resolution
from drafts.core.errors import ReadError
from drafts.formats.brought import Brought
from drafts.queries.texts import read_unkept
from drafts.translating import translated
from drafts.views.access import draft_for
from drafts.views.requests import SignedInRequest


@require_POST
@login_required
def read(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The pasted text as paragraphs and notes, in JSON; the page enters them where the caret is.

    ``html`` is what the clipboard held beside ``text``. Nothing is kept.
    """
    draft_for(request, draft_id, "write")
    rich, plain = request.POST.get("html", ""), request.POST.get("text", "")
    if len(rich) > settings.MAX_TEXT_BYTES:
        rich = ""
    [found] = read_unkept([Brought.of_markup(rich) if rich.strip() else Brought.of_text(plain)])
    if isinstance(found, ReadError):
        return HttpResponse(translated(found), status=422, content_type="text/plain; charset=utf-8")
    return JsonResponse(_told(found), json_dumps_params={"ensure_ascii": False})


def _told(text: Resolution) -> dict[str, Any]:
    """``head`` says whether something stood above the text: sponsors, symbol, masthead are no paragraphs."""
    return {
        "title": text.title,
        "head": bool(text.sponsors or text.submitted or text.symbol or text.masthead != Masthead()),
        "paragraphs": [
            {
                "kind": each.kind,
                "level": each.level,
                "labelled": bool(each.label),
                "label": "" if each.kind in ("preambular", "operative") else each.label,
                "runs": list(_runs(each)),
            }
            for each in text.paragraphs
        ],
        "notes": [{"id": note.id, "runs": list(_runs(note))} for note in text.notes],
    }


def _runs(piece: Paragraph | Note) -> Iterator[dict[str, Any]]:
    """Words of one look, and between them the notes that are called."""
    edges = {0, len(piece.text), *(at for mark in piece.marks for at in (mark.start, mark.end))}
    start = 0
    for end in sorted(edges):
        if end > start:
            italic = any(each.type == "italic" and each.start <= start < each.end for each in piece.marks)
            yield {"text": piece.text[start:end], "italic": italic}
        yield from ({"note": each.note} for each in piece.marks if each.type == "note" and each.start == end)
        start = end
