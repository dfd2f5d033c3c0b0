"""Which draft a request may have, and for what. Every page of a draft gets it here."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from drafts.core import roles
from drafts.core.errors import NotAllowedError
from drafts.core.worded import Day
from drafts.models import Deed, Draft, Version
from drafts.queries import permissions
from drafts.queries.drafts import drafts_seen_by
from drafts.queries.versions import versions_seen_by
from drafts.translating import translated

_LINKS = "public_links"  # in the session: tokens of the public links that were followed
_MOST_LINKS = 20  # the last ones; a session is no library


def draft_for(request: HttpRequest, draft_id: uuid.UUID, deed: roles.Deed = "see") -> Draft:
    """The draft, for whoever may do this deed on it now.

    Raises:
        Http404: there is none, or none that they may know of.
        NotAllowedError, ClosedDraftError: they may see it, and not do that.
    """
    draft = drafts_seen_by(request.user, links_of(request)).filter(pk=draft_id).first()
    if draft is None:
        _say_if_removed(request, draft_id)
        raise Http404
    permissions.check(draft.role, draft, deed)
    if draft.role == "public":
        draft.pass_on = _public_address(request, draft)
    return draft


def versions_for(request: HttpRequest, draft: Draft) -> QuerySet[Version]:
    """The draft's whole versions."""
    return versions_seen_by(request.user, links_of(request)).filter(draft=draft)


def open_to_public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of a draft that the public link opens too; who has neither signs in first."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if request.user.is_authenticated or links_of(request):
            return view(request, *args, **options)
        return redirect_to_login(request.get_full_path())

    return opened


def links_of(request: HttpRequest) -> list[str]:
    """The tokens of the public links that this browser has followed."""
    return list(request.session.get(_LINKS, []))


def remember_link(request: HttpRequest, token: str) -> None:
    """Let this browser read by the public link from now on, as long as the link is open."""
    others = [each for each in links_of(request) if each != token]
    request.session[_LINKS] = [*others, token][-_MOST_LINKS:]


def _public_address(request: HttpRequest, draft: Draft) -> str:
    """The address of this page by the public link: the page's own opens to nobody else."""
    link = draft.public_links.get(closed_at=None)
    rest = request.path.removeprefix(reverse("draft", args=[draft.pk]))
    return request.build_absolute_uri(reverse("public", args=[link.token]) + rest)


def _say_if_removed(request: HttpRequest, draft_id: uuid.UUID) -> None:
    """To somebody who was one of the draft's people: that they no longer are, and who can change it."""
    if not request.user.is_authenticated:
        return
    gone = Deed.objects.filter(
        draft=draft_id, kind__in=("person-removed", "person-left"), details__user=request.user.pk
    ).first()
    if gone:
        day = translated(Day(timezone.localtime(gone.at).date()))
        if gone.kind == "person-left":
            raise NotAllowedError(
                _(
                    "You left this draft on {day}. Nothing that you sent was kept. Ask its facilitator."
                ).format(day=day)
            )
        raise NotAllowedError(
            _(
                "{who} took you off this draft on {day}. Nothing that you sent was kept. Ask its facilitator."
            ).format(who=gone.who, day=day)
        )
