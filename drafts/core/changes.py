"""One pairing as a change: its words, its number, its kind, its marks, and what the pairing rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafts.core.align import Link
from drafts.core.comparison import JOINT, Change, ChangeKind, MarkChange, Segments
from drafts.core.document import Mark, Marks, Paragraph
from drafts.core.marks import compare_marks
from drafts.core.reasons import confidence_in, reason_for
from drafts.core.words import compare_words

Paragraphs = Sequence[Paragraph]

_AROUND_NUMBER = " .()\u00a0"


def change_of(
    link: Link | None, old: Paragraphs, new: Paragraphs, notes: Mapping[str, str], *, moved: bool = False
) -> Change:
    """What became of ``old``: ``new``; either may be empty. ``notes`` tells which old note is which new one."""
    segments = compare_words(joined_text(old), joined_text(new))
    marks = compare_marks(joined_marks(old), joined_marks(new), segments, notes) if link else ()
    return Change(
        kind=_kind(old, new, segments, marks),
        old=tuple([paragraph.id for paragraph in old]),
        new=tuple([paragraph.id for paragraph in new]),
        segments=segments,
        old_labels=tuple([paragraph.label for paragraph in old]),
        new_labels=tuple([paragraph.label for paragraph in new]),
        moved=moved,
        renumbered=link is not None and _renumbered(old[0].label, new[0].label),
        retyped=link is not None and _retyped(old, new),
        marks=marks,
        confidence=confidence_in(link, segments),
        why=reason_for(link, segments, moved=moved),
    )


def joined_text(paragraphs: Paragraphs) -> str:
    return paragraphs[0].text if len(paragraphs) == 1 else JOINT.join([each.text for each in paragraphs])


def joined_marks(paragraphs: Paragraphs) -> Marks:
    """The marks of all, at their places in the joined text."""
    if len(paragraphs) == 1:
        return paragraphs[0].marks
    marks: list[Mark] = []
    start = 0
    for paragraph in paragraphs:
        marks += [mark.moved(start) for mark in paragraph.marks]
        start += len(paragraph.text) + len(JOINT)
    return tuple(marks)


def _kind(old: Paragraphs, new: Paragraphs, segments: Segments, marks: tuple[MarkChange, ...]) -> ChangeKind:
    if not old:
        return "added"
    if not new:
        return "removed"
    if len(new) > 1:
        return "split"
    if len(old) > 1:
        return "merged"
    return "edited" if marks or any(op != "equal" for op, _ in segments) else "unchanged"


def _renumbered(old: str, new: str) -> bool:
    """Whether the number itself changed: ``(a)`` and ``a)`` are one, and so are ``3`` and ``3.``"""
    return old != new and old.strip(_AROUND_NUMBER) != new.strip(_AROUND_NUMBER)


def _retyped(old: Paragraphs, new: Paragraphs) -> bool:
    first = old[0]
    return any(each.kind != first.kind or each.level != first.level for each in (*old, *new))
