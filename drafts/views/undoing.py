"""Undo, in the message that says what was done: instead of asking beforehand whether one is sure.

What it takes to undo a deed goes with the message, signed: nobody can make one up, and nothing is kept for
those who never press it. Whether somebody may is asked when they do.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from drafts import actions
from drafts.core.errors import DeedError
from drafts.models import Draft, User
from drafts.queries.invitations import invitations_to
from drafts.views.access import draft_for
from drafts.views.requests import SignedInRequest
from drafts.views.review import reading_of

_SALT = "undo"
_HOUR = 3600  # seconds for which it can be pressed: a message is read at once, or the next time one looks


def tell_with_undo(request: SignedInRequest, words: object, deed: str, **values: object) -> None:
    """Say what was done, with a button that undoes it. ``values`` say what it was done to, fit for JSON."""
    sealed = signing.dumps({"deed": deed, "by": request.user.pk, **values}, salt=_SALT)
    told = render_to_string("undoing/offer.html", {"words": words, "sealed": sealed}, request)
    messages.success(request, told)


@require_POST
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Undo what a message offered to undo."""
    try:
        values = signing.loads(request.POST.get("sealed", ""), salt=_SALT, max_age=_HOUR)
    except signing.SignatureExpired as error:
        raise DeedError(
            _("That was more than an hour ago. Do it again by hand, on the page where it was done.")
        ) from error
    except signing.BadSignature as error:
        raise Http404 from error
    if values.pop("by") != request.user.pk:
        raise Http404
    return _UNDOING[values.pop("deed")](request, **values)


def _take_person_back(request: SignedInRequest, draft: str, user: int, stood: actions.Stood) -> HttpResponse:
    found = draft_for(request, uuid.UUID(draft), "people")
    person = get_object_or_404(User, pk=user)
    actions.take_person_back(found, person, stood, by=request.user)
    messages.success(request, _("%(person)s takes part again.") % {"person": person.shown_name})
    return redirect("people", draft_id=draft)


def _come_back(request: SignedInRequest, draft: str, stood: actions.Stood) -> HttpResponse:
    found = get_object_or_404(Draft, pk=draft)  # not theirs to see: that they left is in the sealed message
    actions.come_back(found, stood, by=request.user)
    messages.success(request, _("You take part again."))
    return redirect("draft", draft_id=draft)


def _give_invitation_again(request: SignedInRequest, draft: str, invitation: int) -> HttpResponse:
    found = draft_for(request, uuid.UUID(draft), "people")
    taken_back = get_object_or_404(invitations_to(found), pk=invitation)
    actions.give_invitation_again(taken_back, by=request.user)
    messages.success(request, _("%(code)s holds again.") % {"code": taken_back.shown_code})
    return redirect("people", draft_id=draft)


def _open_link_again(request: SignedInRequest, draft: str, link: int) -> HttpResponse:
    found = draft_for(request, uuid.UUID(draft), "link")
    actions.open_link_again(get_object_or_404(found.public_links, pk=link), by=request.user)
    messages.success(request, _("The public link is open again, at its old address."))
    return redirect("people", draft_id=draft)


def _take_reading_up(request: SignedInRequest, reading: str) -> HttpResponse:
    actions.take_reading_up(reading_of(request, uuid.UUID(reading)), by=request.user)
    messages.success(request, _("It waits on your front page again."))
    return redirect("home")


_UNDOING: dict[str, Callable[..., HttpResponse]] = {
    "remove": _take_person_back,
    "leave": _come_back,
    "take back": _give_invitation_again,
    "close link": _open_link_again,
    "put aside": _take_reading_up,
}
