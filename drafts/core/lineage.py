"""Who a paragraph is, through all versions of a draft: its key passes on to what descends from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drafts.core.comparison import JOINT, Change, Comparison, Op
from drafts.core.document import Marks, Resolution


def inherit_keys(
    old: Resolution, new: Resolution, comparison: Comparison, fresh: Callable[[], str]
) -> Resolution:
    """``new`` under the lineage of ``old``, its ids replaced by the keys that the comparison gives them.

    A paragraph that is unchanged, edited or moved keeps its key. Of a split paragraph the part that holds
    most of the old words keeps it, and of merged ones the part that contributes most passes its own on; a tie
    goes to the first. Everything else gets a new key from ``fresh``, which is asked again where it gives one
    that is taken. Notes inherit likewise, and the calls of notes and the doubts follow.
    """
    taken = {paragraph.id for paragraph in old.paragraphs} | {note.id for note in old.notes}
    keys = dict(_descents(comparison))
    notes = {change.new: change.old for change in comparison.notes if change.old and change.new}
    for known, pieces in ((keys, new.paragraphs), (notes, new.notes)):
        for piece in pieces:
            if piece.id not in known:
                known[piece.id] = _unused(fresh, taken)
    return replace(
        new,
        lineage=old.lineage,
        paragraphs=tuple(
            replace(each, id=keys[each.id], marks=_recalled(each.marks, notes)) for each in new.paragraphs
        ),
        notes=tuple(
            replace(each, id=notes[each.id], marks=_recalled(each.marks, notes)) for each in new.notes
        ),
        doubts=tuple(
            replace(each, paragraph=keys.get(each.paragraph) or notes.get(each.paragraph, ""))
            for each in new.doubts
        ),
    )


def _descents(comparison: Comparison) -> list[tuple[str, str]]:
    """The new paragraphs that keep a key, each with that key."""
    pairs = []
    for change in comparison.changes:
        if change.kind in ("unchanged", "edited"):
            pairs.append((change.new[0], change.old[0]))
        elif change.kind == "split":
            pairs.append((_greatest(change, change.new, "delete"), change.old[0]))
        elif change.kind == "merged":
            pairs.append((change.new[0], _greatest(change, change.old, "insert")))
    return pairs


def _greatest(change: Change, parts: Sequence[str], other: Op) -> str:
    """The part with the most letters that both sides have; ``other`` is the op its own side lacks."""
    shared = [0] * len(parts)
    at = 0
    for op, text in change.segments:
        for number, piece in enumerate(text.split(JOINT) if op != other else ()):
            at += number > 0
            shared[at] += len(piece) if op == "equal" else 0
    return parts[shared.index(max(shared))]


def _unused(fresh: Callable[[], str], taken: set[str]) -> str:
    key = fresh()
    while key in taken:
        key = fresh()
    taken.add(key)
    return key


def _recalled(marks: Marks, notes: dict[str, str]) -> Marks:
    return tuple(mark._replace(note=notes[mark.note]) if mark.note else mark for mark in marks)
