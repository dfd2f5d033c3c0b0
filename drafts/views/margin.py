"""What stands beside a version's text: its discussions, and the form for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafts.core.sheet import Sheet
from drafts.forms.discussion import StartForm
from drafts.models import Draft, Version
from drafts.queries.discussion import PlacedThread, placed_in, stretches_of, threads_of
from drafts.views.access import versions_for
from drafts.views.requests import Request

MOST_NAMES = 30  # offered to be called; more would bury the form


def margin_of(
    request: Request, draft: Draft, version: Version, sheet: Sheet, form: StartForm | None = None
) -> dict[str, Any]:
    """The sheet with the words marked that are discussed, the discussions, and a form if one is asked for.

    ``form`` is one that was sent and not accepted; the discussions of what stands above its paragraph go
    before it. Who reads by the public link sees none of this.
    """
    if "follow" not in draft.may:
        return {"sheet": sheet}
    threads = list(threads_of(draft))
    first = min((each.since for each in threads if each.since), default=version.number + 1)
    early = versions_for(request, draft).filter(number__gte=first, number__lte=version.number)
    chain = list(early.order_by("number")) if first <= version.number else []
    placed = placed_in(version, threads, chain)
    form = form or _form(request, draft, sheet)
    above = _above(placed, form, sheet)
    return {
        "sheet": sheet.discussed(stretches_of(placed)),
        "threads_above": placed[:above],
        "threads": placed[above:],
        "later_threads": len(threads) - len(placed),
        "discussing": True,
        "thread_form": form,
        "mentionable": draft.people.order_by("username")[:MOST_NAMES] if form else (),
    }


def _above(placed: Sequence[PlacedThread], form: StartForm | None, sheet: Sheet) -> int:
    """How many of the discussions stand above the form; all of them where there is none."""
    order = [row.paragraph.id for row in sheet.paragraphs]
    key = form and form["paragraph"].value()
    if key not in order:
        return len(placed)
    above = {"", *order[: order.index(key)]}
    return sum(each.anchor.paragraph in above for each in placed)


def _form(request: Request, draft: Draft, sheet: Sheet) -> StartForm | None:
    """For the paragraph and the words that the address names."""
    key = request.GET.get("discuss", "")
    if "discuss" not in draft.may or key not in sheet.resolution.by_id:
        return None
    asked = {"paragraph": key, "words": request.GET.get("words", ""), "at": request.GET.get("at", "")}
    return StartForm(initial=asked)
