"""One pairing as a change: its words, its number, its kind, its marks, and what the pairing rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from drafts.core.align import Link
from drafts.core.comparison import JOINT, Change, ChangeKind, Segment, Segments
from drafts.core.document import Mark, Marks, Paragraph
from drafts.core.marks import compare_marks, same_marks
from drafts.core.naming import name_changes, name_marks
from drafts.core.reasons import Reason, certain, judged
from drafts.core.typesetting import reads_alike

Paragraphs = Sequence[Paragraph]

_AROUND_NUMBER = " .()\u00a0"


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what became of paragraphs.

    ``words`` compares two texts, ``notes`` says which old note is which new one, ``language`` is the new
    text's.
    """

    words: Callable[[str, str], Segments]
    notes: Mapping[str, str]
    language: str = ""

    def paired(self, link: Link, old: Paragraphs, new: Paragraphs, *, moved: bool) -> list[Change]:
        """``old`` became ``new``; neither is empty. One change, or for a row of paragraphs one for each."""
        if len(old) != len(new):
            return [self._changed(link, old, new, moved)]
        reason = certain(link, moved=moved)
        return [
            unchanged(
                before,
                after,
                moved=moved,
                reason=reason or judged(link, (Segment("equal", after.text),), moved=moved),
            )
            if before.text == after.text and same_marks(before.marks, after.marks, self.notes)
            else self._changed(link, (before,), (after,), moved)
            for before, after in zip(old, new, strict=True)
        ]

    def _changed(self, link: Link, old: Paragraphs, new: Paragraphs, moved: bool) -> Change:
        segments = self.words(_joined_text(old), _joined_text(new))
        marks = compare_marks(_joined_marks(old), _joined_marks(new), segments, self.notes)
        confidence, why = judged(link, segments, moved=moved)
        return Change(
            kind=_kind(old, new, edited=bool(marks) or not reads_alike(segments)),
            old=tuple([paragraph.id for paragraph in old]),
            new=tuple([paragraph.id for paragraph in new]),
            segments=segments,
            old_labels=tuple([paragraph.label for paragraph in old]),
            new_labels=tuple([paragraph.label for paragraph in new]),
            moved=moved,
            renumbered=_renumbered(old[0].label, new[0].label),
            retyped=_retyped(old, new),
            marks=marks,
            confidence=confidence,
            why=why,
            named=(*name_changes(segments, old, new, self.language), *name_marks(marks)),
        )

    def removed(self, paragraph: Paragraph) -> Change:
        words = (Segment("delete", paragraph.text),) if paragraph.text else ()
        return Change("removed", (paragraph.id,), (), words, old_labels=(paragraph.label,))

    def added(self, paragraph: Paragraph) -> Change:
        words = (Segment("insert", paragraph.text),) if paragraph.text else ()
        return Change("added", (), (paragraph.id,), words, new_labels=(paragraph.label,))


def unchanged(old: Paragraph, new: Paragraph, *, moved: bool, reason: Reason) -> Change:
    """What most paragraphs are: told without looking at a word."""
    confidence, why = reason
    before, after, text = old.label, new.label, new.text
    return Change(
        "unchanged",
        (old.id,),
        (new.id,),
        (Segment("equal", text),) if text else (),
        (before,),
        (after,),
        moved,
        before != after and _renumbered(before, after),
        old.kind != new.kind or old.level != new.level,
        (),
        confidence,
        why,
    )


def _joined_text(paragraphs: Paragraphs) -> str:
    return paragraphs[0].text if len(paragraphs) == 1 else JOINT.join([each.text for each in paragraphs])


def _joined_marks(paragraphs: Paragraphs) -> Marks:
    """The marks of all, at their places in the joined text."""
    if len(paragraphs) == 1:
        return paragraphs[0].marks
    marks: list[Mark] = []
    start = 0
    for paragraph in paragraphs:
        marks += [mark.moved(start) for mark in paragraph.marks]
        start += len(paragraph.text) + len(JOINT)
    return tuple(marks)


def _kind(old: Paragraphs, new: Paragraphs, *, edited: bool) -> ChangeKind:
    if len(new) > 1:
        return "split"
    if len(old) > 1:
        return "merged"
    return "edited" if edited else "unchanged"


def _renumbered(old: str, new: str) -> bool:
    """Whether the number itself changed: ``(a)`` and ``a)`` are one, and so are ``3`` and ``3.``"""
    return old != new and old.strip(_AROUND_NUMBER) != new.strip(_AROUND_NUMBER)


def _retyped(old: Paragraphs, new: Paragraphs) -> bool:
    first = old[0]
    return any((each.kind, each.level) != (first.kind, first.level) for each in (*old, *new))
