"""The sponsors of a draft: who they are, how they are printed, who joins, who withdraws."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core import ledger
from drafts.core.addendum import addendum
from drafts.core.document import Resolution
from drafts.core.errors import DeedError
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.ledger import Entry, Moment
from drafts.core.members import name_of
from drafts.core.sheet import Sheet
from drafts.core.sponsor_line import sponsor_line
from drafts.core.sponsor_list import Understood
from drafts.core.state_names import matching
from drafts.formats import write
from drafts.forms.sponsors import LEFT_OUT, ChangeForm, JoinForm, ListForm, UnderstoodForm, WithdrawForm
from drafts.models import Draft, Sponsorship
from drafts.queries.sponsors import entries_of, head_of, ledger_of, parts_of, sponsors_now
from drafts.translating import translated
from drafts.views.access import draft_for, open_to_public, versions_for
from drafts.views.requests import Request, SignedInRequest


@require_GET
@open_to_public
def show(request: Request, draft_id: uuid.UUID) -> HttpResponse:
    """Who sponsors the draft, the line as each language prints it, and the ledger."""
    return _page(request, draft_for(request, draft_id))


@require_POST
@login_required
def join(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """One sponsor joins."""
    draft = draft_for(request, draft_id, "sponsor")
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, join_form=form, status=400)
    try:
        actions.join_sponsors(draft, [form.proposer], by=request.user, date=form.cleaned_data["date"])
    except DeedError as error:
        form.add_error(None, translated(error))
        return _page(request, draft, join_form=form, status=409)
    messages.success(request, _("{name} has joined the sponsors.").format(name=form.proposer.named()))
    return redirect("sponsors", draft_id=draft.pk)


@require_POST
@login_required
def read_list(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """What was understood of a pasted list; nobody has joined yet."""
    draft = draft_for(request, draft_id, "sponsor")
    form = ListForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, list_form=form, status=400)
    return _understood(request, draft, form.cleaned_data["pasted"], UnderstoodForm(request.POST))


@require_POST
@login_required
def join_listed(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Those of a list who were chosen join, all together."""
    draft = draft_for(request, draft_id, "sponsor")
    form = UnderstoodForm(request.POST)
    if form.is_valid():
        try:
            joined = actions.join_sponsors(
                draft, form.cleaned_data["proposers"], by=request.user, date=form.cleaned_data["date"]
            )
        except DeedError as error:
            form.add_error(None, translated(error))
        else:
            count = len(joined)
            messages.success(
                request,
                ngettext("{n} sponsor has joined.", "{n} sponsors have joined.", count).format(n=count),
            )
            return redirect("sponsors", draft_id=draft.pk)
    list_form = ListForm(request.POST)
    if not list_form.is_valid():
        return _page(request, draft, list_form=list_form, status=400)
    return _understood(request, draft, list_form.cleaned_data["pasted"], form, status=409)


@require_POST
@login_required
def withdraw(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """A sponsor withdraws; the ledger keeps that it was one."""
    draft = draft_for(request, draft_id, "sponsor")
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, errors=form.errors.get("date", [_("Say who withdraws.")]), status=400)
    return _entered(request, draft, actions.withdraw_sponsor, form, _("{name} has withdrawn."))


@require_POST
@login_required
def change(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """A sponsor goes on in another capacity."""
    draft = draft_for(request, draft_id, "sponsor")
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, errors=[_("Say who sponsors in which capacity.")], status=400)
    said = (
        _("{name} is a main sponsor now.") if form.cleaned_data["main"] else _("{name} is a co-sponsor now.")
    )
    return _entered(request, draft, actions.change_sponsor, form, said)


@require_GET
@login_required
def names(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """States whose name in any language begins as typed, for the field to offer."""
    draft = draft_for(request, draft_id, "sponsor")
    found = matching(request.GET.get("name", "")[:100], _language(draft))
    return render(request, "sponsors/show.html#names", {"matches": found})


@require_GET
@open_to_public
def additional(request: Request, draft_id: uuid.UUID, number: int) -> HttpResponse:
    """The document that names who joined since a version was issued: ``…/Add.1``."""
    draft = draft_for(request, draft_id)
    version = get_object_or_404(versions_for(request, draft), number=number)
    later = max(each.number for each in draft.issued)
    since = ledger.joined_between(entries_of(draft), Moment(number), Moment(later, after=True))
    if not since:
        raise Http404
    text = addendum(
        version.resolution(),
        (each.proposer for each in since),
        date=max(each.joined.date for each in since),
        taken={each.symbol for each in draft.issued},
    )
    if request.GET.get("as") == "text":
        return HttpResponse(write(text, "text"), content_type="text/plain; charset=utf-8")
    context = {"draft": draft, "versions": draft.issued, "version": version, "sheet": Sheet.of(text)}
    return render(request, "sponsors/additional.html", context)


@dataclass(frozen=True)
class _Row:
    """A name of a pasted list, what it may mean, and since when that one is a sponsor already."""

    understood: Understood
    choices: tuple[tuple[str, str], ...]
    chosen: str
    standing: ledger.Standing | None


def _language(draft: Draft) -> str:
    return draft.known_by.language or "en"


def _entered(
    request: SignedInRequest, draft: Draft, deed: Callable[..., Sponsorship], form: WithdrawForm, words: str
) -> HttpResponse:
    """Make the entry that a form asks for and say so; or say on the page why it cannot be made."""
    try:
        row = deed(draft, **form.cleaned_data, by=request.user)
    except DeedError as error:
        return _page(request, draft, errors=[translated(error)], status=409)
    messages.success(request, words.format(name=row.value().proposer.named()))
    return redirect("sponsors", draft_id=draft.pk)


def _page(
    request: Request,
    draft: Draft,
    *,
    join_form: JoinForm | None = None,
    list_form: ListForm | None = None,
    errors: Any = (),
    status: int = 200,
) -> HttpResponse:
    asked = request.GET.get("in", "")
    context = {
        "draft": draft,
        "versions": draft.issued,
        "languages": ENGLISH_NAMES,
        "join_form": join_form or JoinForm(),
        "list_form": list_form or ListForm(),
        "errors": errors,
        **_ledger(draft, asked if asked in ENGLISH_NAMES else _language(draft)),
    }
    return render(request, "sponsors/show.html", context, status=status)


def _ledger(draft: Draft, language: str) -> dict[str, Any]:
    """Who the sponsors are, in the words of ``language`` at the date of the last version."""
    last = next(iter(draft.issued), None)
    day = last.date if last else timezone.localdate()
    rows = list(ledger_of(draft))
    entries = [row.value() for row in rows]
    issued = Moment(last.number if last else 0)
    since = ledger.joined_between(entries, issued, Moment(issued.version, after=True)) if last else ()
    return {
        "last": last,
        "language": language,
        "line": _line(entries, language, day, (last.proposal if last else "") or "draft"),
        "sponsors": sponsors_now(rows, language, day),
        "parts": parts_of(rows, language),
        "joined_since": since,
    }


def _line(entries: list[Entry], language: str, day: datetime.date, proposal: str) -> str:
    """The line of sponsors as it would be printed."""
    head = head_of(entries, language, day, proposal)  # type: ignore[arg-type]
    return sponsor_line(
        Resolution(
            sponsors=head.sponsors,
            submitted=head.submitted,
            language=language,
            proposal=proposal,  # type: ignore[arg-type]
        )
    )


def _understood(
    request: SignedInRequest,
    draft: Draft,
    found: tuple[Understood, ...],
    form: UnderstoodForm,
    *,
    status: int = 200,
) -> HttpResponse:
    standing = {each.proposer.key: each for each in ledger.standing(entries_of(draft))}
    chosen = [value for value, _behalf in form.chosen] if form.chosen else [""] * len(found)
    rows = [
        _row(each, standing.get(each.proposer.key), _language(draft), value)
        for each, value in zip(found, chosen, strict=False)
    ]
    context = {
        "draft": draft,
        "versions": draft.issued,
        "language": _language(draft),
        "rows": rows,
        "known": sum(each.known for each in found),
        "pasted": request.POST["pasted"],
        "form": form,
        "errors": form.non_field_errors() if form.chosen else (),
    }
    return render(request, "sponsors/list.html", context, status=status)


def _row(found: Understood, standing: ledger.Standing | None, language: str, chosen: str) -> _Row:
    """What a name may mean, the likeliest first; who sponsors already or is named again is left out."""
    means = (found.proposer.code,) if found.proposer.code else found.suggestions
    choices = [(code, name_of(code, language)) for code in means]
    if not found.proposer.code:
        choices.append(
            (
                f"group:{found.proposer.name}",
                _("a group or organisation: {name}").format(name=found.proposer.name),
            )
        )
    choices.append((LEFT_OUT, _("leave it out")))
    proposed = LEFT_OUT if standing or found.again else choices[0][0] if found.known else ""
    return _Row(found, tuple(choices), chosen or proposed, standing)
