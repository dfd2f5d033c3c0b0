"""The guided path of the demonstration: what it shows, and taking a step, leaving it, taking it up again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from drafts.models import Draft
from drafts.queries.guides import sample_of, steps_taken
from drafts.views.requests import SignedInRequest

# The cookie: the steps that were said to be done, and "left" where the path was. It outlives signing out, and
# belongs to the browser, as many people try the samples under the one account.
_KEPT = "guide"
_LEFT = "left"
_YEAR = 365 * 24 * 60 * 60


class Step(NamedTuple):
    """One card of the path, with the page where it is done."""

    name: str
    title: object
    words: object
    link: object
    address: str
    done: bool = False


@dataclass(frozen=True)
class Progress:
    """How far somebody has come by their own word."""

    done: frozenset[str] = frozenset()
    left: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> Progress:
        words = set(request.COOKIES.get(_KEPT, "").split("."))
        return cls(frozenset(words - {_LEFT, ""}), _LEFT in words)

    def keep(self, response: HttpResponse) -> HttpResponse:
        words = ".".join([*sorted(self.done), *([_LEFT] if self.left else [])])
        response.set_cookie(
            _KEPT,
            words,
            max_age=_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response


def guide_for(request: HttpRequest) -> dict[str, object] | None:
    """What the front page shows of the path; None where the samples are not this person's."""
    if not request.user.is_authenticated or not (draft := sample_of(request.user)):
        return None
    kept = Progress.of(request)
    done = steps_taken(draft, request.user) | kept.done
    steps = [step._replace(done=step.name in done) for step in _steps(draft)]
    return {
        "steps": steps,
        "taken": sum(step.done for step in steps),
        "next": next((step.name for step in steps if not step.done), ""),
        "left": kept.left,
    }


@require_POST
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Take a step, say that one is done, leave the path, or take it up again from where it was."""
    kept = Progress.of(request)
    deed, name = request.POST.get("deed", ""), request.POST.get("step", "")
    if deed in ("skip", "resume"):
        return replace(kept, left=deed == "skip").keep(redirect("home"))
    if deed == "again":
        return Progress().keep(redirect("home"))
    draft = sample_of(request.user)
    step = next((each for each in _steps(draft) if each.name == name), None) if draft else None
    if step is None or deed not in ("go", "done"):
        raise Http404
    answer = redirect(step.address if deed == "go" else reverse("home") + "#guide")
    if deed == "done" or step.name == "compare":  # the others are done there, not by going
        kept = replace(kept, done=kept.done | {step.name})
    return kept.keep(answer)


def _steps(draft: Draft) -> list[Step]:
    """The steps in their order: a table of words, long only by them."""
    compare = reverse("comparison", args=[draft.pk, 1, 2])
    return [
        Step(
            "compare",
            _("Read a comparison"),
            _(
                "The first draft of a resolution and its revision. Added words are underlined, "
                "deleted ones struck."
            ),
            _("Open the comparison"),
            compare,
        ),
        Step(
            "step",
            _("Step through the changes"),
            _(
                "On that page press n for the next change and p for the one before, or use the arrows "
                "at the top."
            ),
            _("Step through them"),
            f"{compare}#main",
        ),
        Step(
            "write",
            _("Write in the live text"),
            _("Put the caret into a paragraph and type. Everybody in the draft sees it as you write."),
            _("Open the editor"),
            reverse("live-text", args=[draft.pk]),
        ),
        Step(
            "issue",
            _("Issue a version"),
            _(
                "In the editor press “Issue it as a version”, look the text over and keep it. "
                "It never changes from then on."
            ),
            _("Go and issue it"),
            reverse("live-text", args=[draft.pk]),
        ),
        Step(
            "report",
            _("Hand out a report"),
            _("Choose what it shows and take it as PDF, as a Word file with tracked changes, or as a page."),
            _("Make a report"),
            reverse("report", args=[draft.pk, 1, 2]),
        ),
    ]
