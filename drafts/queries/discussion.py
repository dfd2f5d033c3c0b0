"""Discussions of a draft, and where they stand in one of its versions, or in the live text.

One begun on the live text stands in the first version issued after it, and in all from there on: it is
followed from its paragraph as it was then, so that nothing is asked twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from drafts.core import compare, numbering
from drafts.core.anchoring import Anchor, carried
from drafts.core.comparison import Comparison
from drafts.core.document import Paragraph, Resolution
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
    """All discussions with all that was said. Three queries, however many.

    ``since`` is the number of the first version that each stands in, or None: so far in the live text alone.
    """
    remarks = Remark.objects.select_related("by").prefetch_related("mentioned")
    issued = Version.objects.filter(draft=OuterRef("draft"), created_at__gt=OuterRef("at")).order_by("number")
    return (
        Thread.objects.filter(draft=draft)
        .annotate(since=Coalesce(F("version__number"), Subquery(issued.values("number")[:1])))  # type: ignore[no-redef]
        .select_related("version", "by")
        .prefetch_related(Prefetch("remarks", queryset=remarks))
    )


def counts_of(draft: Draft) -> tuple[int, int]:
    """How many discussions were begun, and how many of them are open. One query."""
    turns = Remark.objects.filter(thread=OuterRef("pk")).exclude(kind=Remark.SAID).order_by("-pk")
    found = Thread.objects.filter(draft=draft).annotate(turn=Subquery(turns.values("kind")[:1]))
    turned = list(found.values_list("turn", flat=True))
    return len(turned), len(turned) - turned.count(Remark.RESOLVED)


def placed_in(version: Version, threads: Sequence[Thread], chain: Sequence[Version]) -> list[PlacedThread]:
    """The discussions begun on a version or before it, in the order of its text; first what has no place.

    ``chain`` are the whole versions up to this one, oldest first, as far back as the first discussion.
    """
    early = {thread: since for thread in threads if (since := thread.since) and since <= version.number}
    if not early:
        return []
    texts, comparisons = comparisons_in(chain)
    numbers = [each.number for each in chain]
    anchors = []
    for thread, since in early.items():
        first = numbers.index(since)
        anchors.append(_anchor(thread, texts[first:], comparisons[first:]))
    return _in_order(list(early), anchors, texts[-1])


def placed_live(
    live: Resolution, threads: Sequence[Thread], version: Version | None, chain: Sequence[Version]
) -> list[PlacedThread]:
    """All discussions where they stand in the live text, in its order.

    ``version`` is the newest one, and ``chain`` as in :func:`placed_in`.
    """
    begun_here = [thread for thread in threads if not thread.version_id]
    anchors = [_anchor(thread, [live], []) for thread in begun_here]
    brought = placed_in(version, [each for each in threads if each.version_id], chain) if version else []
    if version and brought:
        text = version.resolution()
        step = [compare(text, live)]
        anchors += [carried(each.anchor, each.thread.quote, [text, live], step) for each in brought]
    return _in_order([*begun_here, *(each.thread for each in brought)], anchors, live)


def _anchor(thread: Thread, texts: Sequence[Resolution], comparisons: Sequence[Comparison]) -> Anchor:
    """Where a discussion stands in the last of these texts, the first being where it began.

    One of the live text began before the first, in its paragraph as it was.
    """
    if thread.version_id:
        return carried(thread.anchor, thread.quote, texts, comparisons)
    then = Paragraph(id=thread.key, kind="operative", text=thread.context)
    begun = Resolution(paragraphs=(then,), lineage=texts[0].lineage, language=texts[0].language)
    now = texts[0].by_id.get(thread.key)
    # Its own paragraph is looked at first: it is hardly ever elsewhere, and long texts take their time.
    near = replace(texts[0], paragraphs=(now,), notes=()) if now else texts[0]
    first = carried(thread.anchor, thread.quote, [begun, near], [compare(begun, near)])
    if first.fate == "gone" and now:
        first = carried(thread.anchor, thread.quote, [begun, texts[0]], [compare(begun, texts[0])])
    return carried(first, thread.quote, texts, comparisons)


def _in_order(threads: Sequence[Thread], anchors: Sequence[Anchor], text: Resolution) -> list[PlacedThread]:
    names = numbering.names(text.paragraphs)
    order = {paragraph.id: place for place, paragraph in enumerate(text.paragraphs)}
    placed = [
        PlacedThread(thread, tuple(thread.remarks.all()), anchor, names.get(anchor.paragraph, ""))
        for thread, anchor in zip(threads, anchors, strict=True)
    ]
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
