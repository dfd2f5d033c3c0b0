"""The manual inside the program."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

# The sections in their order: the place on the page, which other pages link to, and the heading.
SECTIONS = {
    "start": _("Start a draft"),
    "compare": _("Read a comparison"),
    "write": _("Write together"),
    "issue": _("Issue a revision"),
    "invite": _("Invite people"),
    "report": _("Hand out a report"),
    "keys": _("Keys"),
}


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Open to everybody: somebody who was sent a link wants to know what they look at."""
    return render(request, "help/show.html", {"sections": SECTIONS})
