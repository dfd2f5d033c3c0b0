"""The blocks of a page, from top to bottom, and the words in each with their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from drafts.core.document import DEEPEST_LEVEL, KINDS, Kind, Mark, Marks
from drafts.formats.html.footnotes import Footnotes
from drafts.formats.html.lists import printed_labels
from drafts.formats.html.styles import BLOCKS, Look, is_deleted, is_hidden, look_in

MOST_BLOCKS = 20_000  # the longest resolutions have some thousand
TAIL = 12  # characters; the longest unit of length has two, and a number before it
RULE = "__________"  # what a drawn line is as text

_SPACES = re.compile(r"[ \t\r\n\f]+")
_LIST_SIGN = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BULLET = re.compile(r"[^\w*()]*|o")
_CALLS = re.compile(r"[\s\[(]*(?:\d{1,3}|\*{1,4})(?:[\])\s]*,?[\s\[(]*(?:\d{1,3}|\*{1,4}))*[\])\s]*")
_CALL = re.compile(r"\d{1,3}|\*{1,4}")
_UNIT = re.compile(r"(?:^|[\s\d/(])(?:[cdkm]?m|ft|in|mi)$")
_POWERS = {"2": "²", "3": "³"}


@dataclass(frozen=True, slots=True)
class Block:
    """A line of its own on the page, broken by line feeds where it says so.

    ``label`` is printed before it. ``kind`` and ``level`` where the page says them, as ours do. ``printed``:
    its lines are lines as printed, not paragraphs. ``cells``: it is a row of a table, and has no text itself.
    """

    text: str
    marks: Marks = ()
    label: str = ""
    heading: bool = False
    printed: bool = False
    cells: tuple[Block, ...] = ()
    kind: Kind | None = None
    level: int = 0


@dataclass
class Page:
    """Reads elements into ``blocks``. ``accepted`` counts the marked changes that were taken as made."""

    footnotes: Footnotes
    language: str = ""
    blocks: list[Block] = field(default_factory=list)
    accepted: int = 0

    def __post_init__(self) -> None:
        self._apart = {note.block for note in self.footnotes.notes}
        self._labels: dict[etree._Element, str] = {}
        self._open(Block(""))

    def read(self, element: etree._Element) -> list[Block]:
        """The blocks of an element, also of one that is a note."""
        self._inside(element, Look())
        self._close()
        return self.blocks

    def _element(self, element: etree._Element, look: Look) -> None:
        if len(self.blocks) >= MOST_BLOCKS:  # nobody reads on; the words stay, as one stretch
            self._append(" " + _SPACES.sub(" ", "".join(str(part) for part in element.itertext())))
            return
        tag, style = str(element.tag), str(element.get("style", ""))
        if is_hidden(element) or element in self._apart or element in self.footnotes.backs:
            return
        if element.get("class") == "label" and self._shape.label and not self._length:
            return  # a page of ours says it twice
        if is_deleted(element):
            self.accepted += 1
        elif element in self.footnotes.calls:
            self._marks.append(Mark.call(self._flushed(), self.footnotes.calls[element]))
        elif tag == "br":
            self._flushed()
            self._append("\n")
        elif tag == "hr":
            self._close()
            self.blocks.append(Block(RULE))
        elif style and _LIST_SIGN.search(style):
            self._list_sign(element)
        elif tag == "table":
            self._table(element, look)
        else:
            self.accepted += tag == "ins"
            self._holder(element, tag, look)

    def _holder(self, element: etree._Element, tag: str, look: Look) -> None:
        """An element that holds words or blocks."""
        if tag == "ol":
            self._labels.update(printed_labels(element, self.language))
        if tag not in BLOCKS:
            self._inside(element, look_in(element, look))
            return
        self._close()
        kind = next((kind for kind in KINDS if kind == element.get("data-kind")), None)
        level = str(element.get("data-level", ""))
        self._open(
            Block(
                "",
                label=str(element.get("data-label", "")) or self._labels.get(element, self._shape.label),
                heading=tag[:1] == "h" and tag[1:].isdecimal(),
                printed=tag == "pre",
                kind=kind,
                level=min(int(level), DEEPEST_LEVEL) if level.isdecimal() and level.isascii() else 0,
            )
        )
        self._inside(element, look_in(element, look))
        self._close()
        self._open(Block(""))

    def _inside(self, element: etree._Element, look: Look) -> None:
        self._say(element.text or "", look)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, look)
            self._say(child.tail or "", look)

    # A table whose cells hold a line or two each is a table; any other only lays out a page.

    def _table(self, table: etree._Element, look: Look) -> None:
        self._close()
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        columns = max((len(row) for row in rows), default=0)
        layout = columns < 2 or any(
            sum(1 for _ in cell.iter("p", "table", "li")) > 2 for row in rows for cell in row
        )
        for row in rows:
            cells = [self._cell(cell, look) for cell in row]
            if layout:
                self.blocks += [block for cell in cells for block in cell]
            elif any(cells):
                self.blocks.append(Block("", cells=tuple(_joined(cell) for cell in cells)))

    def _cell(self, cell: etree._Element, look: Look) -> list[Block]:
        inner = Page(self.footnotes, self.language)
        if not is_hidden(cell):
            inner._inside(cell, look_in(cell, look))
            inner._close()
        self.accepted += inner.accepted
        return inner.blocks

    # The block in the making.

    def _open(self, shape: Block) -> None:
        self._shape = shape
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0
        self._raised = ""
        self._tail = ""  # the last signs, to see what a raised number stands behind

    def _close(self) -> None:
        """The open block is at its end; one without words leaves its label to the next, as <li><p> does."""
        self._flushed()
        text = "".join(self._parts)
        shape = self._shape
        if text.strip():
            self.blocks.append(replace(shape, text=text, marks=tuple(self._marks)))
            shape = replace(shape, label="")
        self._open(shape)

    def _say(self, text: str, look: Look) -> None:
        if look.raised:
            self._raised += text
            return
        if not self._shape.printed:
            text = _SPACES.sub(" ", text)
        if text:
            start = self._flushed()
            self._append(text)
            if look.italic:
                self._marks.append(Mark.italic(start, self._length))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._tail = (self._tail + text)[-TAIL:]

    def _flushed(self) -> int:
        """Settle what was raised so far: calls, powers, or the end of an ordinal. Gives the text's length."""
        raised, self._raised = self._raised, ""
        if raised:
            if raised.strip() in _POWERS and _UNIT.search(self._tail):
                self._append(_POWERS[raised.strip()])
            elif _CALLS.fullmatch(raised) and self._tail.strip():
                self._marks += [
                    Mark.call(self._length, self.footnotes.key_of(each)) for each in _CALL.findall(raised)
                ]
            else:
                self._append(_SPACES.sub(" ", raised))
        return self._length

    def _list_sign(self, element: etree._Element) -> None:
        """Word writes the number of an automatic list before its words."""
        sign = " ".join("".join(str(part) for part in element.itertext()).split())
        if not _BULLET.fullmatch(sign):
            self._shape = replace(self._shape, label=sign)


def _joined(blocks: Sequence[Block]) -> Block:
    """The blocks of a cell as one, each with its number before it."""
    text, marks = "", list[Mark]()
    for block in blocks:
        text += " " if text else ""
        text += f"{block.label} " if block.label else ""
        marks += [mark.moved(len(text)) for mark in block.marks]
        text += block.text
    return Block(text, tuple(marks))
