"""The people of a draft, and the ways in: who they are, invite, change, remove, leave."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from drafts import actions
from drafts.core.errors import DeedError, TooManyError
from drafts.core.roles import WORDS_OF
from drafts.forms.people import InviteForm, PersonForm
from drafts.models import Draft
from drafts.queries.invitations import invitations_to, public_link_of
from drafts.translating import translated
from drafts.views.access import draft_for
from drafts.views.errors import to_wait
from drafts.views.mails import mail_set_up, send_invitation
from drafts.views.requests import SignedInRequest
from drafts.views.undoing import tell_with_undo


@require_GET
@login_required
def show(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    return _render(request, draft_for(request, draft_id, "follow"))


@require_POST
@login_required
def invite(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Make a code, and send it where an address was given and mail is set up."""
    draft = draft_for(request, draft_id, "people")
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _render(request, draft, invite_form=form, status=400)
    try:
        actions.spend("invitation", by=request.user)
        if form.cleaned_data["email"] and mail_set_up():
            actions.spend("mail", by=request.user)
        invitation = actions.invite(draft, by=request.user, **form.values())
    except DeedError as error:
        form.add_error(None, translated(error))
        response = _render(request, draft, invite_form=form, status=400)
        return to_wait(response, error) if isinstance(error, TooManyError) else response
    messages.success(request, send_invitation(request, invitation))
    return redirect("people", draft_id=draft.pk)


@require_POST
@login_required
def take_back(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> HttpResponse:
    """A code opens nothing from now on."""
    draft = draft_for(request, draft_id, "people")
    invitation = get_object_or_404(invitations_to(draft), pk=id)
    told = _("%(code)s opens nothing any more.") % {"code": invitation.shown_code}
    if actions.take_back_invitation(invitation, by=request.user):
        tell_with_undo(request, told, "take back", draft=str(draft.pk), invitation=invitation.pk)
    else:  # somebody else took it back meanwhile, and meant it
        messages.success(request, told)
    return redirect("people", draft_id=draft.pk)


@require_POST
@login_required
def change(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> HttpResponse:
    """Another role or delegation for one of the people."""
    draft = draft_for(request, draft_id, "people")
    person = get_object_or_404(draft.persons.select_related("user"), pk=id)
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _render(request, draft, changing=id, person_form=form, status=400)
    try:
        actions.change_person(person, by=request.user, **form.values())
    except DeedError as error:
        form.add_error(None, translated(error))
        return _render(request, draft, changing=id, person_form=form, status=409)
    messages.success(
        request, _("{person} is {role} now.").format(person=person, role=translated(WORDS_OF[person.role]))
    )
    return redirect("people", draft_id=draft.pk)


@require_POST
@login_required
def remove(request: SignedInRequest, draft_id: uuid.UUID, id: int) -> HttpResponse:
    """One of the people takes part no longer."""
    draft = draft_for(request, draft_id, "people")
    person = get_object_or_404(draft.persons.select_related("user"), pk=id)
    if person.user_id == request.user.pk:
        return _leave(request, draft)
    undone_by = {"draft": str(draft.pk), "user": person.user_id, "stood": actions.standing_of(person)}
    actions.remove_person(person, by=request.user)
    told = _("%(person)s takes part in this draft no longer.") % {"person": person}
    tell_with_undo(request, told, "remove", **undone_by)
    return redirect("people", draft_id=draft.pk)


@require_POST
@login_required
def leave(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Take part no longer oneself."""
    return _leave(request, draft_for(request, draft_id, "follow"))


@require_POST
@login_required
def open_link(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Open the public link, or renew it."""
    draft = draft_for(request, draft_id, "link")
    actions.open_public_link(draft, by=request.user)
    messages.success(
        request, _("The public link is open. Whoever has it can read this draft and nothing else.")
    )
    return redirect("people", draft_id=draft.pk)


@require_POST
@login_required
def close_link(request: SignedInRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Close the public link."""
    draft = draft_for(request, draft_id, "link")
    link = public_link_of(draft)
    closed = actions.close_public_link(draft, by=request.user)
    told = _("The public link is closed: its address leads nowhere now.")
    if closed and link:
        tell_with_undo(request, told, "close link", draft=str(draft.pk), link=link.pk)
    else:  # it was closed already
        messages.success(request, told)
    return redirect("people", draft_id=draft.pk)


def _leave(request: SignedInRequest, draft: Draft) -> HttpResponse:
    stood = actions.leave_draft(draft, by=request.user)
    told = _("You take part in that draft no longer.")
    tell_with_undo(request, told, "leave", draft=str(draft.pk), stood=stood)
    return redirect("home")


def _render(
    request: SignedInRequest,
    draft: Draft,
    *,
    invite_form: InviteForm | None = None,
    changing: int = 0,
    person_form: PersonForm | None = None,
    status: int = 200,
) -> HttpResponse:
    runs_it = "people" in draft.may
    context = {
        "draft": draft,
        "versions": draft.issued,
        "persons": draft.persons.select_related("user").order_by("delegation", "user__username"),
        "invitations": invitations_to(draft) if runs_it else (),
        "link": public_link_of(draft) if runs_it else None,
        "invite_form": invite_form or InviteForm(),
        "changing": changing,
        "person_form": person_form,
        "roles": PersonForm().fields["role"].choices,  # type: ignore[attr-defined]
        "mail_set_up": mail_set_up(),
    }
    return render(request, "people/show.html", context, status=status)
