"""Ways into a draft: by a code, and by a public link."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from drafts import actions
from drafts.core.errors import ClosedLinkError, InvitationError, TooManyError
from drafts.core.roles import WORDS_OF
from drafts.core.worded import worded
from drafts.forms.people import JoinForm
from drafts.models import Invitation
from drafts.queries.invitations import invitation_with, open_link
from drafts.translating import translated
from drafts.views.access import remember_link
from drafts.views.errors import to_wait
from drafts.views.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def join(request: SignedInRequest) -> HttpResponse:
    """Type a code, see what it opens, and take part."""
    if request.method != "POST":
        form = JoinForm(initial={"code": request.GET.get("code"), "delegation": request.user.delegation})
        return _render(request, form, _invitation(request, request.GET.get("code", "")))
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _render(request, form, status=400)
    try:
        actions.spend("code", by=request.user)
        person = actions.join_draft(**form.cleaned_data, by=request.user)
    except (InvitationError, TooManyError) as error:
        form.add_error("code", translated(error))
        response = _render(request, form, status=409)
        return to_wait(response, error) if isinstance(error, TooManyError) else response
    actions.give_back("code", by=request.user)
    messages.success(
        request, _("You take part in this draft as {role}.").format(role=translated(WORDS_OF[person.role]))
    )
    return redirect("draft", draft_id=person.draft_id)


@require_GET
def public(request: HttpRequest, token: str, rest: str = "") -> HttpResponse:
    """Follow a public link, to the draft or to a page of it."""
    link = open_link(token)
    if link is None:
        raise ClosedLinkError(
            worded(
                "This public link leads nowhere: it was closed or renewed, or its address is cut short. Ask "
                "whoever gave it to you for the one that holds now."
            )
        )
    remember_link(request, token)
    response = HttpResponseRedirect(reverse("draft", args=[link.draft_id]) + quote(rest))
    response["Referrer-Policy"] = "no-referrer"
    return response


def _invitation(request: SignedInRequest, code: str) -> Invitation | None:
    """What a code in the address opens, to be shown before anything is done; none where it opens nothing.

    A wrong one counts as one that was sent: else codes could be tried by looking.
    """
    if not code:
        return None
    try:
        actions.spend("code", by=request.user)
        found = invitation_with(code)
    except (InvitationError, TooManyError):
        return None
    actions.give_back("code", by=request.user)
    return found if found.state == "open" else None


def _render(
    request: SignedInRequest, form: JoinForm, invitation: Invitation | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "invitation": invitation}
    return render(request, "people/join.html", context, status=status)
