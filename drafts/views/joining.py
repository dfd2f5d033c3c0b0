"""Ways into a draft: by a code, and by a public link."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from drafts import actions
from drafts.core.errors import ClosedLinkError, InvitationError
from drafts.forms.people import JoinForm
from drafts.models import Invitation
from drafts.queries.invitations import invitation_with, open_link
from drafts.views.access import remember_link
from drafts.views.requests import SignedInRequest

# So that nobody finds a code by trying: after as many wrong ones, a person waits.
WRONG_TRIES = 10
WAIT = 15 * 60  # seconds


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def join(request: SignedInRequest) -> HttpResponse:
    """Type a code, see what it opens, and take part."""
    if request.method != "POST":
        form = JoinForm(initial={"code": request.GET.get("code"), "delegation": request.user.delegation})
        return _render(request, form, _invitation(request.GET.get("code", "")))
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _render(request, form, status=400)
    tries = f"wrong-codes-{request.user.pk}"
    if cache.get(tries, 0) >= WRONG_TRIES:
        form.add_error("code", f"Too many wrong codes. Wait {WAIT // 60} minutes, then try again.")
        return _render(request, form, status=429)
    try:
        person = actions.join_draft(**form.cleaned_data, by=request.user)
    except InvitationError as error:
        cache.add(tries, 0, WAIT)
        cache.incr(tries)
        form.add_error("code", str(error))
        return _render(request, form, status=409)
    messages.success(request, f"You take part in this draft as {person.role}.")
    return redirect("draft", draft_id=person.draft_id)


@require_GET
def public(request: HttpRequest, token: str, rest: str = "") -> HttpResponse:
    """Follow a public link, to the draft or to a page of it."""
    link = open_link(token)
    if link is None:
        raise ClosedLinkError(
            "This public link leads nowhere: it was closed or renewed, or its address is cut short. Ask "
            "whoever gave it to you for the one that holds now."
        )
    remember_link(request, token)
    response = HttpResponseRedirect(reverse("draft", args=[link.draft_id]) + quote(rest))
    response["Referrer-Policy"] = "no-referrer"
    return response


def _invitation(code: str) -> Invitation | None:
    """What a code in the address opens, to be shown before anything is done; none where it opens nothing."""
    try:
        found = invitation_with(code) if code else None
    except InvitationError:
        return None
    return found if found and found.state == "open" else None


def _render(
    request: SignedInRequest, form: JoinForm, invitation: Invitation | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "invitation": invitation}
    return render(request, "people/join.html", context, status=status)
