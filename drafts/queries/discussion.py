"""Discussions of a draft, and where they stand in one of its versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from drafts.core import numbering
from drafts.core.anchoring import Anchor, carried
from drafts.models import Draft, Remark, Thread, User, Version
from drafts.queries.comparisons import comparisons_in


@dataclass(frozen=True, slots=True)
class PlacedThread:
    """A discussion as a page shows it: what was said, where it stands, and what people call that place."""

    thread: Thread
    remarks: tuple[Remark, ...]
    anchor: Anchor
    name: str

    @property
    def is_resolved(self) -> bool:
        turns = [remark for remark in self.remarks if remark.kind != Remark.SAID]
        return bool(turns) and turns[-1].kind == Remark.RESOLVED

    def calls(self, user: User) -> bool:
        """Whether somebody mentioned this person in it."""
        return any(user in remark.mentioned.all() for remark in self.remarks)


def threads_of(draft: Draft) -> QuerySet[Thread]:
    """All discussions with all that was said. Three queries, however many."""
    remarks = Remark.objects.select_related("by").prefetch_related("mentioned")
    return (
        Thread.objects.filter(draft=draft)
        .select_related("version", "by")
        .prefetch_related(Prefetch("remarks", queryset=remarks))
    )


def placed_in(version: Version, threads: Sequence[Thread], chain: Sequence[Version]) -> list[PlacedThread]:
    """The discussions begun on a version or before it, in the order of its text; first what has no place.

    ``chain`` are the whole versions up to this one, oldest first, as far back as the first discussion.
    """
    early = [thread for thread in threads if thread.version.number <= version.number]
    if not early:
        return []
    texts, comparisons = comparisons_in(chain)
    numbers = [each.number for each in chain]
    names = numbering.names(texts[-1].paragraphs)
    order = {paragraph.id: place for place, paragraph in enumerate(texts[-1].paragraphs)}
    placed = []
    for thread in early:
        since = numbers.index(thread.version.number)
        anchor = carried(thread.anchor, thread.quote, texts[since:], comparisons[since:])
        placed.append(
            PlacedThread(thread, tuple(thread.remarks.all()), anchor, names.get(anchor.paragraph, ""))
        )
    return sorted(
        placed, key=lambda each: (order.get(each.anchor.paragraph, -1), each.anchor.start, each.thread.pk)
    )


def stretches_of(placed: Sequence[PlacedThread]) -> dict[str, list[tuple[int, int, int]]]:
    """By paragraph, the stretches of text that open discussions are about, each with its thread's number."""
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for each in placed:
        if not each.is_resolved and not each.anchor.whole:
            found[each.anchor.paragraph].append((each.anchor.start, each.anchor.end, each.thread.pk))
    return dict(found)
