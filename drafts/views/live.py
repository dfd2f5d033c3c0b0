"""The live text of a draft: written together in the browser, or paragraph by paragraph by forms."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core import compare, editing
from drafts.core.document import Resolution
from drafts.core.errors import OvertakenTextError
from drafts.core.phrases import PHRASEBOOKS
from drafts.core.report import Report
from drafts.core.sheet import Sheet
from drafts.core.worded import worded
from drafts.formats.inline import to_inline
from drafts.forms.readings import NoteForm, ParagraphForm, TitleForm
from drafts.models import Draft
from drafts.queries.live import live_resolution
from drafts.translating import translated
from drafts.views.access import draft_for
from drafts.views.comparisons import MODES, mode_of
from drafts.views.live_threads import open_beside
from drafts.views.requests import SignedInRequest, part_of

EDITOR = "build/editor.js"  # made by the set-up; where it is not, forms do
TITLE = "title"  # where it is edited, in the place of a paragraph's key
PieceForm = ParagraphForm | NoteForm | TitleForm


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The editor, with everybody who is in it."""
    draft = draft_for(request, draft_id, "read live")
    if finders.find(EDITOR) is None:
        return redirect("live-by-forms", draft_id=draft.pk)
    version = draft.known_by
    book = PHRASEBOOKS.get(version.language)
    context = {
        "draft": draft,
        "versions": draft.issued,
        "version": version,
        "openers": book.opener_patterns if book else {},
        "may_write": "write" in draft.may,
        **open_beside(request, draft),
    }
    return render(request, "live/show.html", context)


@require_GET
@login_required
def changes(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """What the live text changes in the version in force."""
    draft = draft_for(request, draft_id, "read live")
    if draft.in_force is None:  # since it was begun, then
        return redirect(reverse("live-history", args=[draft.pk], query={"since": "1"}))
    old, live = draft.in_force.resolution(), _live(draft)
    context = {
        "draft": draft,
        "versions": draft.issued,
        "old": draft.in_force,
        "modes": MODES,
        "mode": mode_of(request.GET.get("mode")),
        "report": Report.of(compare(old, live), old, live),
    }
    return render(request, part_of("live/changes.html", "comparison", request), context)


@require_GET
@login_required
def by_forms(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The live text, each paragraph with a way to edit it that needs no script."""
    draft = draft_for(request, draft_id, "read live")
    return _forms_page(request, draft, editing_id=request.GET.get("edit", ""))


@require_POST
@login_required
def edit_paragraph(request: SignedInRequest, draft_id: uuid.UUID, id: str) -> HttpResponse:
    """Save a paragraph as typed; or join it to the one before, take it out, put an empty one after it."""
    draft = draft_for(request, draft_id, "write")
    before = _live(draft)
    if id not in before.by_id:
        return _gone(request, draft)
    form = ParagraphForm(before, before.by_id[id], request.POST)
    deed = request.POST.get("deed", "save")
    if deed != "remove" and not form.is_valid():
        return _forms_page(request, draft, editing_id=id, form=form, status=400)
    fresh = id

    def change(text: Resolution) -> Resolution:
        nonlocal fresh
        _check_seen(request, text, id)
        if deed == "remove":
            return editing.take_out(text, id)
        data = form.cleaned_data
        saved = editing.rewrite(text, id, data["text"], kind=data["kind"], level=data["level"])
        if deed == "join":
            return editing.join(saved, id)
        if deed == "insert":
            saved, fresh = editing.insert(saved, after=id)
        return saved

    return _edited(request, draft, change, id, form, at=lambda: fresh, edit=deed == "insert")


@require_POST
@login_required
def edit_note(request: SignedInRequest, draft_id: uuid.UUID, id: str) -> HttpResponse:
    """Save a note as typed, or take it out with its calls."""
    draft = draft_for(request, draft_id, "write")
    if id not in _live(draft).notes_by_id:
        return _gone(request, draft)
    form = NoteForm(request.POST)
    removing = request.POST.get("deed") == "remove"
    if not removing and not form.is_valid():
        return _forms_page(request, draft, editing_id=id, form=form, status=400)

    def change(text: Resolution) -> Resolution:
        _check_seen(request, text, id)
        if removing:
            return editing.take_out_note(text, id)
        words = " ".join(form.cleaned_data["text"].split())
        return editing.rewrite_note(text, id, form.cleaned_data["label"], words)

    return _edited(request, draft, change, id, form, at=lambda: id)


@require_POST
@login_required
def edit_title(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Save the title as typed."""
    draft = draft_for(request, draft_id, "write")
    form = TitleForm(request.POST)
    form.full_clean()

    def change(text: Resolution) -> Resolution:
        _check_seen(request, text, TITLE)
        return replace(text, title=form.cleaned_data["text"])

    return _edited(request, draft, change, TITLE, form, at=lambda: TITLE)


@require_POST
@login_required
def take_up(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Freeze the live text and look it over, to keep it as the next version."""
    draft = draft_for(request, draft_id, "issue")
    reading = actions.take_up_live_text(draft, by=request.user)
    return redirect("reading", reading_id=reading.pk)


def _live(draft: Draft) -> Resolution:
    return live_resolution(draft, actions.open_live_text(draft.pk).doc)


def _edited(
    request: SignedInRequest,
    draft: Draft,
    change: Callable[[Resolution], Resolution],
    id: str,
    form: PieceForm,
    *,
    at: Callable[[], str],
    edit: bool = False,
) -> HttpResponse:
    """Do it, unless somebody else has changed the same piece: then both texts are shown."""
    try:
        actions.edit_live_text(draft, change, by=request.user)
    except OvertakenTextError as error:
        form.full_clean()
        form.add_error("text", translated(error))
        return _forms_page(request, draft, editing_id=id, form=form, status=409)
    except KeyError:  # taken out between the look and the deed
        return _gone(request, draft)
    place = at()
    address = reverse("live-by-forms", args=[draft.pk])
    return redirect(f"{address}?edit={place}#{place}" if edit else f"{address}#{place}")


def _line(text: Resolution, id: str) -> str:
    """A paragraph, note or the title as the form shows it.

    Raises:
        KeyError: there is none.
    """
    if id == TITLE:
        return text.title
    if id in text.notes_by_id:
        return text.notes_by_id[id].text
    paragraph = text.by_id[id]
    return to_inline(paragraph.text, paragraph.marks, text.notes)


def _check_seen(request: SignedInRequest, text: Resolution, id: str) -> None:
    """See that the piece still says what the form showed."""
    now = _line(text, id)
    if request.POST.get("seen", now) != now:
        raise OvertakenTextError(
            worded(
                "Somebody has changed this meanwhile. It now reads: “{now}” Put together what should "
                "stand, and save again.",
                now=now,
            )
        )


def _gone(request: SignedInRequest, draft: Draft) -> HttpResponse:
    """The piece was taken out meanwhile: what was typed is shown, to be put elsewhere."""
    return _forms_page(request, draft, orphan=request.POST.get("text", ""), status=409)


def _forms_page(
    request: SignedInRequest,
    draft: Draft,
    *,
    editing_id: str = "",
    form: PieceForm | None = None,
    orphan: str | None = None,
    status: int = 200,
) -> HttpResponse:
    text = _live(draft)
    may_write = "write" in draft.may
    if form is None and may_write:
        form = _form_for(text, editing_id)
    context = {
        "draft": draft,
        "versions": draft.issued,
        "version": draft.known_by,
        "sheet": Sheet.of(text),
        "editing": editing_id if form else "",
        "form": form,
        "seen": _line(text, editing_id) if form else "",
        "orphan": orphan,
        "may_write": may_write,
    }
    return render(request, "live/forms.html", context, status=status)


def _form_for(text: Resolution, id: str) -> PieceForm | None:
    if id == TITLE:
        return TitleForm(initial={"text": text.title})
    if id in text.by_id:
        return ParagraphForm(text, text.by_id[id])
    if id in text.notes_by_id:
        note = text.notes_by_id[id]
        return NoteForm(initial={"label": note.label, "text": note.text})
    return None
