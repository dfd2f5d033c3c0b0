"""``comparison/1``: a comparison as JSON, and back (FORMATS, section 3).

``named`` on a change, ``reanchored`` on a note, ``warnings`` and ``masthead`` on the whole go beyond the
contract: they stand there only when they say something, so that who reads it to the letter meets nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from drafts.core.comparison import (
    CHANGE_KINDS,
    Change,
    Comparison,
    FieldChange,
    MarkChange,
    NoteChange,
    Op,
    Segment,
    Segments,
    Side,
    SponsorChanges,
    new_text,
    old_text,
)
from drafts.core.reasons import recalled
from drafts.core.worded import counted, worded
from drafts.formats.interchange.node import Node

FORMAT = "comparison/1"
# The counts of the contract, in its order. The value counts a few more things, for the page.
SUMMARY = (
    "unchanged", "edited", "added", "removed", "moved", "split", "merged", "renumbered",
    "sponsors_joined", "sponsors_withdrawn", "notes_added", "notes_removed", "notes_edited",
)  # fmt: skip

_OPS: tuple[Op, ...] = ("equal", "delete", "insert")
_NOTE_KINDS: tuple[Literal["unchanged", "edited", "added", "removed"], ...] = (
    "unchanged",
    "edited",
    "added",
    "removed",
)
_MARK_CHANGES: tuple[Literal["added", "removed"], ...] = ("added", "removed")
# How many paragraphs of either side a change of each kind holds: 2 stands for two or more.
_SHAPES = {
    "unchanged": (1, 1), "edited": (1, 1), "added": (0, 1), "removed": (1, 0),
    "split": (1, 2), "merged": (2, 1),
}  # fmt: skip


def comparison_to_json(value: Comparison) -> dict[str, Any]:
    summary = value.summary
    written: dict[str, Any] = {
        "format": FORMAT,
        "old": _side_to_json(value.old),
        "new": _side_to_json(value.new),
        "summary": {name: summary[name] for name in SUMMARY},
        "title": {"segments": _segments_to_json(value.title)},
        "changes": [_change_to_json(each) for each in value.changes],
        "sponsors": {name: list(getattr(value.sponsors, name)) for name in ("joined", "withdrawn", "kept")},
        "notes": [_note_to_json(each) for each in value.notes],
    }
    more = {
        "warnings": list(value.warnings),
        "masthead": [{"field": name, "old": old, "new": new} for name, old, new in value.masthead],
    }
    return written | {name: said for name, said in more.items() if said}


def comparison_from_json(node: Node) -> Comparison:
    """Read it back, with what always holds of a comparison checked as far as it can be without the two texts.

    Raises:
        ReadError: naming the place of what is missing, of another type, doubled, or at odds with the rest.
    """
    comparison = Comparison(
        old=_side_from_json(node["old"]),
        new=_side_from_json(node["new"]),
        changes=node["changes"].each(_change_from_json),
        title=_segments_from_json(node["title"]["segments"]),
        sponsors=_sponsors_from_json(node["sponsors"]),
        notes=node["notes"].each(_note_from_json),
        warnings=node.get("warnings").each(Node.text),
        masthead=node.get("masthead").each(
            lambda each: FieldChange(each["field"].name(), each["old"].text(), each["new"].text())
        ),
    )
    for side in ("old", "new"):
        node["changes"].unique(_ids(node["changes"], side))
    _check_summary(node["summary"], comparison)
    return comparison


def _side_to_json(value: Side) -> dict[str, Any]:
    return {"symbol": value.symbol or None, "language": value.language or None}


def _segments_to_json(segments: Segments) -> list[list[str]]:
    return [[op, text] for op, text in segments]


def _change_to_json(value: Change) -> dict[str, Any]:
    written = {
        "kind": value.kind,
        "moved": value.moved,
        "renumbered": value.renumbered,
        "retyped": value.retyped,
        "old": list(value.old),
        "new": list(value.new),
        "old_labels": list(value.old_labels),
        "new_labels": list(value.new_labels),
        "segments": _segments_to_json(value.segments),
        "marks": [_mark_to_json(each) for each in value.marks],
        "confidence": value.confidence,
        "why": value.why,
    }
    return written | ({"named": list(value.named)} if value.named else {})


def _mark_to_json(value: MarkChange) -> dict[str, Any]:
    if value.type == "note":
        return {"change": value.change, "type": "note", "at": value.start, "note": value.note}
    return {"change": value.change, "type": "italic", "start": value.start, "end": value.end}


def _note_to_json(value: NoteChange) -> dict[str, Any]:
    written = {
        "kind": value.kind,
        "old": value.old or None,
        "new": value.new or None,
        "segments": _segments_to_json(value.segments),
    }
    return written | ({"reanchored": True} if value.reanchored else {})


def _side_from_json(node: Node) -> Side:
    return Side(node["symbol"].text_or_null(), node["language"].text_or_null())


def _segments_from_json(node: Node) -> Segments:
    return node.each(_segment_from_json)


def _segment_from_json(node: Node) -> Segment:
    parts = tuple(node.items())
    if len(parts) != 2:
        node.refuse(
            counted(
                "has {n} member, and must have two: what was done, and the text.",
                "has {n} members, and must have two: what was done, and the text.",
                len(parts),
            )
        )
    return Segment(parts[0].choice(_OPS), parts[1].text())


def _change_from_json(node: Node) -> Change:
    segments = _segments_from_json(node["segments"])
    lengths = {"removed": len(old_text(segments)), "added": len(new_text(segments))}
    change = Change(
        kind=node["kind"].choice(CHANGE_KINDS),
        old=node["old"].each(Node.name),
        new=node["new"].each(Node.name),
        segments=segments,
        old_labels=node["old_labels"].each(Node.text),
        new_labels=node["new_labels"].each(Node.text),
        moved=node["moved"].flag(),
        renumbered=node["renumbered"].flag(),
        retyped=node["retyped"].flag(),
        marks=node["marks"].each(lambda each: _mark_from_json(each, lengths)),
        confidence=node["confidence"].number(),
        why=recalled(node["why"].text()),
        named=node.get("named").each(Node.text),
    )
    shape = (min(len(change.old), 2), min(len(change.new), 2))
    if shape != _SHAPES[change.kind]:
        node.refuse(
            worded(
                "is {kind}, with {old} old and {new} new paragraphs.",
                kind=change.kind,
                old=len(change.old),
                new=len(change.new),
            )
        )
    return change


def _mark_from_json(node: Node, lengths: dict[str, int]) -> MarkChange:
    change = node["change"].choice(_MARK_CHANGES)
    if node["type"].choice(("italic", "note")) == "note":
        at = node["at"].integer(0, lengths[change])
        return MarkChange(change, "note", at, at, node["note"].name())
    start = node["start"].integer(0, lengths[change])
    return MarkChange(change, "italic", start, node["end"].integer(start, lengths[change]))


def _sponsors_from_json(node: Node) -> SponsorChanges:
    return SponsorChanges(*(node[name].each(Node.name) for name in ("joined", "withdrawn", "kept")))


def _note_from_json(node: Node) -> NoteChange:
    return NoteChange(
        kind=node["kind"].choice(_NOTE_KINDS),
        old=node["old"].text_or_null(),
        new=node["new"].text_or_null(),
        segments=_segments_from_json(node["segments"]),
        reanchored=node.get("reanchored").value is not None and node["reanchored"].flag(),
    )


def _ids(changes: Node, side: str) -> Iterator[Node]:
    return (paragraph for change in changes.items() for paragraph in change[side].items())


def _check_summary(node: Node, comparison: Comparison) -> None:
    """A summary at odds with its changes means that someone changed one by hand and not the other."""
    for name in SUMMARY:
        found, listed = node[name].value, comparison.summary[name]
        if found != listed:
            node[name].refuse(
                worded("is {value}, but the changes listed make it {n}.", value=repr(found), n=listed)
            )
