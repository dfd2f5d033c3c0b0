"""A resolution as plain text: for a terminal, or to be pasted into a mail."""

from __future__ import annotations

from collections.abc import Iterator

from drafts.core.comparison import Segment
from drafts.core.document import Marks, Note, Paragraph, Resolution
from drafts.core.doubts import place_names
from drafts.core.sponsor_line import sponsor_line
from drafts.formats.wrapping import COLOURED, PLAIN, Style, clean, wrap

STEP = "    "  # each level of sub-paragraphs stands this much further in


def plain_text(resolution: Resolution, *, color: bool = False, doubts: bool = False) -> str:
    """The text from its symbol to its notes, wrapped, with notes called as ``[1]``.

    ``doubts`` lists what the reader was not sure of, each with its place.
    """
    style = COLOURED if color else PLAIN
    labels = {note.id: note.label for note in resolution.notes}
    blocks = [
        *_head(resolution, style),
        *(_paragraph(each, labels, style) for each in resolution.paragraphs),
        *_foot(resolution.notes, labels, style),
        *(_doubts(resolution) if doubts else ()),
    ]
    return "\n\n".join(blocks) + "\n"


def _head(resolution: Resolution, style: Style) -> Iterator[str]:
    if resolution.symbol:
        yield style.mark("strong", _line(resolution.symbol, ""))
    if line := sponsor_line(resolution):
        yield _line(line)
    if resolution.title:
        yield style.mark("strong", _line(resolution.title, STEP))


def _paragraph(paragraph: Paragraph, labels: dict[str, str], style: Style) -> str:
    inset = STEP * (paragraph.level - 1)
    first = (
        f"{inset}{paragraph.label:<3} " if paragraph.label else inset + ("" if paragraph.level == 0 else STEP)
    )
    if paragraph.label:
        inset += STEP
    text = _called(paragraph.text, paragraph.marks, labels)
    return wrap([Segment("equal", text)], style, first=first, rest=inset)


def _foot(notes: tuple[Note, ...], labels: dict[str, str], style: Style) -> Iterator[str]:
    if notes:
        yield "__________"
    for note in notes:
        text = _called(note.text, note.marks, labels)
        yield wrap([Segment("equal", text)], style, first=f"{clean(note.label):>3} ", rest=STEP)


def _doubts(resolution: Resolution) -> Iterator[str]:
    names = place_names(resolution)
    if resolution.doubts:
        yield f"Doubts: {len(resolution.doubts)}"
    for doubt in resolution.doubts:
        place = names.get(doubt.paragraph, "")
        yield _line(f"{place}: {doubt.text}" if place else doubt.text)


def _called(text: str, marks: Marks, labels: dict[str, str]) -> str:
    """The text with ``[1]`` where note 1 is called, ``[1] [2]`` where two are.

    From the end, so that earlier offsets stay true.
    """
    last = -1
    for mark in reversed([mark for mark in marks if mark.type == "note"]):
        gap = " " if mark.start == last else ""
        text = f"{text[: mark.start]}[{labels[mark.note]}]{gap}{text[mark.start :]}"
        last = mark.start
    return text


def _line(text: str, inset: str = "") -> str:
    return wrap([Segment("equal", text)], PLAIN, first=inset, rest=inset)
