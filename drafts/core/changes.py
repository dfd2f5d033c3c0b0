"""One pairing as a change: its words, its number, its kind, its marks, and what the pairing rests on."""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core.align import Link
from drafts.core.comparison import JOINT, Change, ChangeKind, MarkChange, Segments
from drafts.core.document import Marks, Paragraph
from drafts.core.marks import compare_marks
from drafts.core.reasons import confidence_in, reason_for
from drafts.core.words import compare_words

Paragraphs = Sequence[Paragraph]


def change_of(
    link: Link | None, old: Paragraphs, new: Paragraphs, notes: dict[str, str], *, moved: bool = False
) -> Change:
    """What became of ``old``: ``new``. Either side may be empty; ``notes`` tells which old note is which new one."""
    segments = compare_words(joined_text(old), joined_text(new))
    marks = compare_marks(joined_marks(old), joined_marks(new), segments, notes) if link else ()
    return Change(
        kind=_kind(old, new, segments, marks),
        old=tuple(paragraph.id for paragraph in old),
        new=tuple(paragraph.id for paragraph in new),
        segments=segments,
        old_labels=tuple(paragraph.label for paragraph in old),
        new_labels=tuple(paragraph.label for paragraph in new),
        moved=moved,
        renumbered=link is not None and _printed(old[0]) != _printed(new[0]),
        retyped=link is not None and _types(old) != _types(new),
        marks=marks,
        confidence=confidence_in(link, segments),
        why=reason_for(link, segments, moved=moved),
    )


def joined_text(paragraphs: Paragraphs) -> str:
    return JOINT.join([paragraph.text for paragraph in paragraphs])


def joined_marks(paragraphs: Paragraphs) -> Marks:
    """The marks of all, at their places in the joined text."""
    marks: Marks = ()
    start = 0
    for paragraph in paragraphs:
        marks += tuple(mark.moved(start) for mark in paragraph.marks)
        start += len(paragraph.text) + len(JOINT)
    return marks


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


def _printed(paragraph: Paragraph) -> str:
    """The number alone: ``(a)`` and ``a)`` are one."""
    return "".join(char for char in paragraph.label if char.isalnum())


def _types(paragraphs: Paragraphs) -> set[tuple[str, int]]:
    return {(paragraph.kind, paragraph.level) for paragraph in paragraphs}
