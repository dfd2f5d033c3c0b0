"""A Word file as the blocks a person sees: its paragraphs and the rows of its tables, from top to bottom.

Nothing here knows what a resolution is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafts.core.document import Mark, Marks, Note
from drafts.formats.docx.form import LABEL
from drafts.formats.docx.names import Element, number, value, w
from drafts.formats.docx.notes import KINDS, Calls
from drafts.formats.docx.numbering import Numbering
from drafts.formats.docx.styles import Styles
from drafts.formats.docx.words import Words, words_of
from drafts.formats.text.source import CELL_END

_BOX = w("txbxContent")
_BODY_TEXT = 9  # the outline level of what is no heading


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a row of a table (then with its ``cells``, of the paragraphs in each).

    ``label`` is the number printed before it, ``level`` how deep it stands in its list (1 to 9; 0 in none),
    ``style`` the name of its style in lower case. ``outline`` is 1 to 9 for a heading, else 0. A call's
    ``note`` is the key of the note. ``raised`` are the stretches set as superscripts.
    """

    text: str
    marks: Marks = ()
    label: str = ""
    level: int = 0
    style: str = ""
    outline: int = 0
    raised: tuple[tuple[int, int], ...] = ()
    cells: tuple[tuple[Block, ...], ...] = ()

    @property
    def paragraphs(self) -> Iterator[Block]:
        """Itself, or the paragraphs in its cells one by one."""
        if not self.cells:
            yield self
        for cell in self.cells:
            for block in cell:
                yield from block.paragraphs


@dataclass(frozen=True)
class Story:
    """Reads one part after another: what they share are styles, lists and the notes called."""

    styles: Styles
    calls: Calls
    numbering: Numbering

    def blocks(self, container: Element) -> Iterator[Block]:
        """The blocks of a body, a header, a cell or a note."""
        for element in container:
            if element.tag == w("p"):
                yield self._paragraph(element)
                for box in _boxes(element):
                    yield from self.blocks(box)
            elif element.tag == w("tbl"):
                for row in element.iterchildren(w("tr")):
                    yield self._row(row)

    def notes(self, parts: dict[str, Element | None]) -> tuple[Note, ...]:
        """The notes called so far, their keys as ids, from the parts that hold each kind."""
        found = {}
        for kind in KINDS:
            part = parts.get(kind)
            for element in () if part is None else part.iterchildren(w(kind)):
                found[f"{kind} {element.get(w('id'), '')}"] = element
        return tuple(
            self._note(key, label, found[key]) if key in found else Note(key, label, "")
            for key, label in self.calls.numbered()
        )

    def _paragraph(self, paragraph: Element) -> Block:
        properties = paragraph.find(w("pPr"))
        style = value(properties, "pStyle") or self.styles.default
        numbered = self.numbering.next(properties, style)
        words = words_of(paragraph, style, self.styles, self.calls)
        label, words = _typed_label(words, self.styles)
        block = _block(words)
        outline = value(properties, "outlineLvl") or self.styles.paragraph_value(style, "outlineLvl")[0]
        depth = number(outline, _BODY_TEXT) + 1
        return replace(
            block,
            label=label or (numbered.label if numbered else ""),
            level=numbered.level if numbered else 0,
            style=self.styles.name(style),
            outline=depth if 0 < depth <= _BODY_TEXT else 0,
        )

    def _row(self, row: Element) -> Block:
        cells = tuple(tuple(self.blocks(cell)) for cell in row.iterchildren(w("tc")))
        return replace(joined_blocks([joined_blocks(cell, "\n") for cell in cells], CELL_END), cells=cells)

    def _note(self, key: str, label: str, element: Element) -> Note:
        block = joined_blocks(list(self.blocks(element)), "\n")
        start = len(block.text) - len(block.text.lstrip())
        while label and key in self.calls.labels and block.text.startswith(label, start):
            start += len(label)  # LibreOffice writes some labels twice
        text = block.text[start:]
        start += len(text) - len(text.lstrip())
        return Note(key, label, text.strip(), cut(block.marks, start, start + len(text.strip())))


def joined_blocks(blocks: Iterable[Block], joint: str) -> Block:
    """Several blocks as one, its words joined by ``joint``; those without any are left out."""
    text, marks, raised = "", [], []
    for block in blocks:
        if not block.text and not block.marks:
            continue
        text += joint if text else ""
        written = f"{block.label} " if block.label else ""
        at = len(text) + len(written)
        marks += [mark.moved(at) for mark in block.marks]
        raised += [(start + at, end + at) for start, end in block.raised]
        text += written + block.text
    return Block(text, tuple(marks), raised=tuple(raised))


def cut(marks: Marks, start: int, end: int) -> Marks:
    """What of the marks stands on ``[start, end)``, with offsets from ``start``."""
    return tuple(
        mark._replace(
            start=min(max(mark.start, start), end) - start, end=min(max(mark.end, start), end) - start
        )
        for mark in marks
        if mark.type == "note" or (mark.start < end and mark.end > start)
    )


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a paragraph, but not those within a box."""
    if element.find(f".//{_BOX}") is None:
        return
    for child in element:
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child)


def _typed_label(words: list[Words], styles: Styles) -> tuple[str, list[Words]]:
    """A number that is written out in the run style made for that, and the words after it."""
    count = 0
    while count < len(words) and words[count].style and styles.name(words[count].style) == LABEL.lower():
        count += 1
    return "".join(each.text for each in words[:count]).strip("\t"), words[count:]


def _block(words: list[Words]) -> Block:
    marks: list[Mark] = []
    raised: list[tuple[int, int]] = []
    parts: list[str] = []
    at, slanted, high = 0, -1, -1  # where the italics and the superscript that go on here began
    for each in words:
        if slanted >= 0 and not each.look.italic and each.text:
            marks.append(Mark.italic(slanted, at))
            slanted = -1
        if high >= 0 and not each.look.raised and each.text:
            raised.append((high, at))
            high = -1
        if each.note:
            marks.append(Mark.call(at, each.note))
            continue
        slanted = at if slanted < 0 and each.look.italic else slanted
        high = at if high < 0 and each.look.raised else high
        parts.append(each.text)
        at += len(each.text)
    if slanted >= 0:
        marks.append(Mark.italic(slanted, at))
    if high >= 0:
        raised.append((high, at))
    return Block("".join(parts), tuple(sorted(marks, key=lambda mark: mark.start)), raised=tuple(raised))
