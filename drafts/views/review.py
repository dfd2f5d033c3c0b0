"""The page on which a reading is looked over: what every view of a reading comes back to."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from drafts import actions
from drafts.core import symbols
from drafts.core.amendments import amended_symbol
from drafts.core.beside import lines_beside, pages_beside
from drafts.core.chronology import are_strangers, written_date
from drafts.core.document import Resolution
from drafts.core.errors import SymbolError
from drafts.core.proposers import Disagreement, disagreement
from drafts.core.review import Review
from drafts.forms.readings import HeadForm, KeepForm, NoteForm, ParagraphForm
from drafts.models import Draft, Reading
from drafts.queries.comparisons import says_the_same
from drafts.queries.pictures import WIDTHS
from drafts.queries.readings import chain_of, readings_of
from drafts.queries.sponsors import entries_of
from drafts.views.access import draft_for
from drafts.views.requests import SignedInRequest, part_of


def render_review(
    request: SignedInRequest,
    reading: Reading,
    *,
    editing_id: str = "",
    form: Any = None,
    keep_form: KeepForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The reading beside its source, with what was doubted and settled, and how to keep it."""
    resolution = actions.resolution_of(reading)
    draft = reading.draft and draft_for(request, reading.draft.pk)
    last = next(iter(draft.issued), None) if draft else None
    settled = list(reading.settlements.select_related("settled_by"))
    review = Review.of(resolution, {each.key for each in settled})
    editing_id = editing_id or request.GET.get("edit", "")
    context = {
        "reading": reading,
        "draft": draft,
        "last": last,
        "review": review,
        "sheet": review.sheet,
        "settled": settled,
        "editing": editing_id,
        "form": form or _form(resolution, editing_id),
        "keep_form": keep_form or KeepForm(initial=_proposal(resolution, draft)),
        "next_number": last.number + 1 if last else 1,
        "same": last is not None and says_the_same(last, resolution),
        "alone": draft is None or actions.stands_alone(resolution, draft),
        "disagreement": _disagreement(resolution, draft),
        "amended": amended_symbol(resolution),
        "stray": last is not None and are_strangers(last.symbol, resolution.symbol),
        "chain": chain_of(reading),
        **_source(reading, review),
    }
    return render(request, part_of("readings/show.html", "review", request), context, status=status)


def reading_of(request: SignedInRequest, reading_id: uuid.UUID) -> Reading:
    """The reading, if it is this person's own."""
    readings = readings_of(request.user).select_related("draft", "version")
    return get_object_or_404(readings, pk=reading_id)


def back_to(request: SignedInRequest, reading: Reading, *, at: str, edit: str = "") -> HttpResponse:
    query = {"edit": edit} if edit else None
    return HttpResponseRedirect(reverse("reading", args=[reading.pk], query=query, fragment=at))


def _disagreement(resolution: Resolution, draft: Draft | None) -> Disagreement | None:
    """Where the text and the ledger of the draft that it revises name other sponsors."""
    if draft is None or actions.stands_alone(resolution, draft):
        return None
    return disagreement(entries_of(draft), resolution)


def _source(reading: Reading, review: Review) -> dict[str, Any]:
    """Its lines or its pages, whichever it has."""
    places = reading.places or {"pages": 0, "lines": [], "of": {}}
    if places["pages"]:
        return {"pages": pages_beside(places["pages"], places["of"], review), "widths": WIDTHS}
    return {"lines": lines_beside(places["lines"], places["of"], review)}


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
    """Symbol and date as the text itself bears them, else the symbol after the last version's, and today."""
    symbol = resolution.symbol
    taken = {version.symbol for version in draft.issued} if draft else set()
    last = next(iter(draft.issued), None) if draft else None
    if last and (not symbol or symbol in taken):
        try:
            symbol = symbols.next_revision(last.symbol)
        except SymbolError:
            symbol = ""
    return {"symbol": symbol, "date": _date_of(resolution), "after": last and last.number}


def _date_of(resolution: Resolution) -> datetime.date:
    return written_date(resolution.masthead.date) or timezone.localdate()
