"""A Word file's blocks into a resolution: the machine that reads texts is told what the file knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafts.core.document import DEEPEST_LEVEL, Masthead, Note, Resolution
from drafts.core.masthead import DISTRIBUTION, ORIGINAL
from drafts.core.phrases import PHRASEBOOKS, language_of
from drafts.formats.docx.blocks import Block, joined_blocks
from drafts.formats.docx.content import Content
from drafts.formats.docx.form import FIELDS, FURNITURE, SPONSORS, TITLE, UNCALLED, kind_of
from drafts.formats.docx.typed import typed_notes, with_calls
from drafts.formats.text import markers
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.lines import Line
from drafts.formats.text.marking import cut_marks
from drafts.formats.text.masthead import find_symbol
from drafts.formats.text.reading import read_source
from drafts.formats.text.source import Source, line, row

_BREAK, _STEP = re.compile(r"\n+"), re.compile(r"[\t\n]+")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_FIELDS = {style.lower(): field for style, field in FIELDS.items()}
_FIXED_WORDS = {"distribution": DISTRIBUTION.values(), "original": ORIGINAL.values()}
_APART = frozenset(style.lower() for style in (*FIELDS, FURNITURE, TITLE, UNCALLED))


def judge(content: Content) -> Resolution:
    """What each block is, by the words and by what the file says of it: styles, numbers, italics, notes."""
    language = language_of("\n".join(block.text for block in content.blocks))
    blocks, typed = _with_typed_notes(content)
    fields = _fields(blocks)
    lines = tuple(_lines([block for block in blocks if block.style not in _APART], language))
    head = tuple(piece for block in content.head for piece in _pieces(block, _STEP))
    if not fields and not find_symbol(lines) and find_symbol(head):
        lines = (*head, *lines)
    read = read_source(
        Source(
            lines=lines,
            notes=None if typed else tuple(_raw_note(note) for note in content.notes),
            calls_known=not typed or any(mark.type == "note" for each in lines for mark in each.marks),
            italics_known=True,
            furniture=False,
            language=language,
            symbol=fields.pop("symbol", ""),
            masthead=Masthead(**fields) if fields else None,
        )
    ).resolution
    return _with_styled_head(read, blocks)


def _with_typed_notes(content: Content) -> tuple[list[Block], bool]:
    """The blocks, calls of notes typed by hand set on them, and whether there are such notes.

    Where a file has notes of Word's own, it has no others.
    """
    typed = frozenset[str]() if content.notes else typed_notes(content.blocks)
    return [with_calls(block, typed) if typed else block for block in content.blocks], bool(typed)


def _fields(blocks: Sequence[Block]) -> dict[str, str]:
    """The masthead of a document of our form."""
    found: dict[str, str] = {}
    for block in (paragraph for each in blocks for paragraph in each.paragraphs):
        if (field := _FIELDS.get(block.style)) and block.text.strip():
            found.setdefault(field, _without_fixed_words(field, " ".join(block.text.split())))
    return found


def _without_fixed_words(field: str, text: str) -> str:
    """``Distr.: Limited`` is Limited."""
    for words in _FIXED_WORDS.get(field, ()):
        if text.startswith(words.strip()):
            return text.removeprefix(words.strip()).strip()
    return text


def _lines(blocks: Sequence[Block], language: str) -> Iterator[Line]:
    """The blocks as lines. Above the text proper a row's cells and what tabs part are lines each."""
    upper = _proper(blocks, language)
    for at, block in enumerate(blocks):
        if at < upper:
            for each in block.paragraphs:
                if each.style not in _APART:
                    yield from _pieces(each, _STEP)
        elif block.cells:
            yield from _whole(_row(block, at))
        elif told := kind_of(block.style):
            known = {"kind": told[0], "level": told[1], "label": block.label}
            yield from _whole(line(block.text, block.marks, origin=at, **known))
        else:
            yield from _pieces(block, _BREAK, at)


def _row(block: Block, origin: int) -> Line:
    joined = (joined_blocks(cell, "\n") for cell in block.cells)
    return row([(cell.text, cell.marks) for cell in joined], origin=origin)


def _whole(made: Line) -> tuple[Line, ...]:
    return (made,) if made.text else ()


def _proper(blocks: Sequence[Block], language: str) -> int:
    """Where the text proper begins: its enacting words, or the first paragraph of a style that says so."""
    book = PHRASEBOOKS.get(language)
    for at, block in enumerate(blocks):
        if kind_of(block.style) or (book and not block.cells and book.enacts(block.text.strip())):
            return at
    return 0


def _pieces(block: Block, cut: re.Pattern[str], origin: int = -1) -> Iterator[Line]:
    """The lines of a block, of which the first opens a paragraph; the others may, as in any text."""
    label = f"{block.label}." if _BARE_NUMBER.fullmatch(block.label) else block.label
    level = block.level if 1 < block.level <= DEEPEST_LEVEL and not markers.number(label) else 0
    start, first = 0, True
    for end in (*(found.start() for found in cut.finditer(block.text)), len(block.text)):
        marks = cut_marks(block.marks, start, end)
        piece = line(block.text[start:end], marks, gap=first, opens=first or None, origin=origin)
        if piece.text:
            yield replace(piece, heading=bool(block.outline), label=label, level=level) if first else piece
            first = False
        start = end


def _with_styled_head(read: Resolution, blocks: Sequence[Block]) -> Resolution:
    """Title and sponsor line of a document of our form, whatever their words."""
    by_style = {block.style: " ".join(block.text.split()) for block in reversed(blocks) if block.text.strip()}
    title, sponsors = by_style.get(TITLE.lower(), ""), by_style.get(SPONSORS.lower(), "")
    if sponsors and not (read.sponsors or read.submitted):
        read = replace(read, submitted=sponsors)
    return replace(read, title=title) if title else read


def _raw_note(note: Note) -> RawNote:
    return RawNote(note.label, 0, [line(note.text, note.marks)] if note.text else [], key=note.id)
