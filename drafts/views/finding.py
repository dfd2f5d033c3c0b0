"""Finding drafts."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from drafts import actions
from drafts.core.bodies import name_of_body
from drafts.core.errors import TooManyError
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.states import WORDS
from drafts.forms.finding import FindForm
from drafts.queries.finding import PAGE, choices_for, find
from drafts.translating import translated
from drafts.views.errors import to_wait
from drafts.views.requests import SignedInRequest, part_of


@require_GET
@login_required
def show(request: SignedInRequest) -> HttpResponse:
    """All drafts that one may see, by words and by where they belong; the newest where nothing is asked."""
    form = FindForm(request.GET)
    search = form.search
    page = part_of("finding/show.html", "found", request)
    bodies, sessions = choices_for(request.user)
    context = {
        "form": form,
        "search": search,
        "bodies": [(body, name_of_body(body)) for body in bodies],
        "sessions": sessions,
        "states": WORDS,
        "languages": ENGLISH_NAMES,
    }
    try:
        actions.spend("search", by=request.user)
    except TooManyError as error:
        return to_wait(render(request, page, context | {"later": translated(error)}), error)
    found = find(request.user, search, form.page)
    pages = -(-found.total // PAGE)
    context |= {
        "found": found,
        "page": form.page,
        "previous": form.address(form.page - 1) if form.page > 1 else "",
        "next": form.address(form.page + 1) if form.page < pages else "",
    }
    return render(request, page, context)
