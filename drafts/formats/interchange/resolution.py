"""``resolution/1``: a resolution as JSON, and back (FORMATS, section 3). Our empty string is JSON's null."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from drafts.core.document import (
    DEEPEST_LEVEL,
    KINDS,
    PROPOSALS,
    Doubt,
    Mark,
    Marks,
    Masthead,
    Note,
    Paragraph,
    Resolution,
    Sponsor,
)
from drafts.core.doubting import recalled
from drafts.core.worded import worded
from drafts.formats.interchange.node import Node

FORMAT = "resolution/1"
FURTHEST = 2**31  # an offset beyond it is no offset: texts are limited to some millions of characters
_MASTHEAD = tuple(each.name for each in fields(Masthead))


def resolution_to_json(value: Resolution) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "language": value.language or None,
        "symbol": value.symbol or None,
        "lineage": value.lineage or None,
        "masthead": {name: getattr(value.masthead, name) or None for name in _MASTHEAD},
        "proposal": value.proposal,
        "submitted": value.submitted or None,
        "sponsors": [{"name": each.name, "code": each.code or None} for each in value.sponsors],
        "title": value.title,
        "paragraphs": [_paragraph_to_json(each) for each in value.paragraphs],
        "notes": [_note_to_json(each) for each in value.notes],
        "doubts": [_doubt_to_json(each) for each in value.doubts],
    }


def resolution_from_json(node: Node) -> Resolution:
    """Read it back, every rule of a resolution checked.

    Raises:
        ReadError: naming the place of what is missing, of another type, doubled, or outside its text.
    """
    node["paragraphs"].unique(each["id"] for each in node["paragraphs"].items())
    node["notes"].unique(each["id"] for each in node["notes"].items())
    notes = node["notes"].each(_note_from_json)
    resolution = Resolution(
        paragraphs=node["paragraphs"].each(_paragraph_from_json),
        notes=notes,
        title=node["title"].text_or_null(),
        sponsors=node["sponsors"].each(_sponsor_from_json),
        submitted=node.get("submitted").text_or_null(),
        proposal=None if node.get("proposal").value is None else node["proposal"].choice(PROPOSALS),
        language=node["language"].text_or_null(),
        symbol=node["symbol"].text_or_null(),
        lineage=node.get("lineage").text_or_null(),
        masthead=_masthead_from_json(node.get("masthead")),
        doubts=node.get("doubts").each(_doubt_from_json),
    )
    _check_calls(node, {note.id for note in notes})
    return resolution


def _paragraph_to_json(value: Paragraph) -> dict[str, Any]:
    return {
        "id": value.id,
        "kind": value.kind,
        "level": value.level,
        "label": value.label,
        "text": value.text,
        "marks": _marks_to_json(value.marks),
    }


def _note_to_json(value: Note) -> dict[str, Any]:
    return {"id": value.id, "label": value.label, "text": value.text, "marks": _marks_to_json(value.marks)}


def _marks_to_json(marks: Marks) -> list[dict[str, Any]]:
    return [
        {"type": "note", "at": mark.start, "note": mark.note}
        if mark.type == "note"
        else {"type": "italic", "start": mark.start, "end": mark.end}
        for mark in marks
    ]


def _doubt_to_json(value: Doubt) -> dict[str, Any]:
    return {
        "at": {"paragraph": value.paragraph or None, "offset": value.offset},
        "code": value.code,
        "text": value.text,
        "margin": value.margin,
    }


def _paragraph_from_json(node: Node) -> Paragraph:
    text = node["text"].text()
    return Paragraph(
        id=node["id"].name(),
        kind=node["kind"].choice(KINDS),
        text=text,
        level=node["level"].integer(0, DEEPEST_LEVEL),
        label=node["label"].text_or_null(),
        marks=_marks_from_json(node.get("marks"), len(text)),
    )


def _note_from_json(node: Node) -> Note:
    text = node["text"].text()
    marks = _marks_from_json(node.get("marks"), len(text))
    return Note(id=node["id"].name(), label=node["label"].text_or_null(), text=text, marks=marks)


def _marks_from_json(node: Node, length: int) -> Marks:
    """The marks on a text of ``length`` code points, put in order of place."""
    marks = node.each(lambda each: _mark_from_json(each, length))
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _mark_from_json(node: Node, length: int) -> Mark:
    if node["type"].choice(("italic", "note")) == "note":
        return Mark.call(node["at"].integer(0, length), node["note"].name())
    start = node["start"].integer(0, length)
    return Mark.italic(start, node["end"].integer(start, length))


def _sponsor_from_json(node: Node) -> Sponsor:
    return Sponsor(node["name"].name(), node.get("code").text_or_null())


def _masthead_from_json(node: Node) -> Masthead:
    if node.value is None:
        return Masthead()
    return Masthead(**{name: node.get(name).text_or_null() for name in _MASTHEAD})


def _doubt_from_json(node: Node) -> Doubt:
    code = node["code"].name()
    return Doubt(
        code=code,
        text=recalled(code, node["text"].text()),
        paragraph=node["at"].get("paragraph").text_or_null(),
        offset=node["at"]["offset"].integer(0, FURTHEST),
        margin=node["margin"].number(),
    )


def _check_calls(node: Node, notes: set[str]) -> None:
    """See that every note called is there."""
    for piece in (*node["paragraphs"].items(), *node["notes"].items()):
        for mark in () if piece.get("marks").value is None else piece["marks"].items():
            if mark["type"].value == "note" and mark["note"].value not in notes:
                mark["note"].refuse(worded("there is no note {name}.", name=repr(mark["note"].value)))
