"""Where one is signed in, and ending it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from drafts import actions
from drafts.views.requests import SignedInRequest


@require_POST
@login_required
def end(request: SignedInRequest, id: int) -> HttpResponse:
    """Sign out in one place; here, that is as good as signing out."""
    sign_in = get_object_or_404(request.user.sign_ins, pk=id)
    actions.end_sign_in(sign_in)
    if sign_in.session_key == request.session.session_key:
        request.session.flush()
        return redirect("home")
    messages.success(request, _("Signed out there."))
    return redirect(reverse("account") + "#signed-in")


@require_POST
@login_required
def end_others(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    n = actions.end_sign_ins(request.user, but=request.session.session_key or "")
    if n:
        said = ngettext("Signed out in {n} other place.", "Signed out in {n} other places.", n).format(n=n)
    else:
        said = _("You were signed in nowhere else.")
    messages.success(request, said)
    return redirect(reverse("account") + "#signed-in")
