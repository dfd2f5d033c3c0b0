"""Finding drafts."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from drafts.core.bodies import name_of_body
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.states import WORDS
from drafts.forms.finding import FindForm
from drafts.queries.finding import PAGE, choices_for, find
from drafts.views.requests import SignedInRequest, part_of


@require_GET
@login_required
def show(request: SignedInRequest) -> HttpResponse:
    """All drafts that one may see, by words and by where they belong; the newest where nothing is asked."""
    form = FindForm(request.GET)
    search = form.search
    bodies, sessions = choices_for(request.user)
    found = find(request.user, search, form.page)
    pages = -(-found.total // PAGE)
    context = {
        "form": form,
        "search": search,
        "found": found,
        "bodies": [(body, name_of_body(body)) for body in bodies],
        "sessions": sessions,
        "states": WORDS,
        "languages": ENGLISH_NAMES,
        "page": form.page,
        "previous": form.address(form.page - 1) if form.page > 1 else "",
        "next": form.address(form.page + 1) if form.page < pages else "",
    }
    return render(request, part_of("finding/show.html", "found", request), context)
