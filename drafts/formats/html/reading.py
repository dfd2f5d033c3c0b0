"""A web page, or what a clipboard holds, into a resolution: the machine that reads texts judges its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafts.core.document import Doubt, Resolution
from drafts.core.doubting import doubted
from drafts.core.phrases import PHRASEBOOKS, language_of
from drafts.formats.html.blocks import RULE, Block, Page
from drafts.formats.html.cleaning import clean_tree, decoded
from drafts.formats.html.footnotes import Footnotes, find_footnotes
from drafts.formats.text import Line, RawNote, Reading, Source, line, read_source
from drafts.formats.text.marking import cut_marks
from drafts.formats.text.source import row

MOST_RUN_ON = 0.3  # of the blocks going on in the next, and they are lines as printed, not paragraphs
FEWEST_TO_JUDGE = 8  # blocks from which that share means anything


def read_html(data: bytes, source: str) -> Resolution:
    """Read a page from a file.

    Raises:
        ReadError: the bytes are no text, or elements stand within each other beyond all sense.
    """
    return read_markup(decoded(data, source), source).resolution


def read_markup(markup: str, source: str = "") -> Reading:
    """Read what a page or a clipboard holds. External resources are never fetched.

    Raises:
        ReadError: elements stand within each other beyond all sense.
    """
    tree = clean_tree(markup, source)
    footnotes = find_footnotes(tree)
    language = language_of("\n".join(str(part) for part in tree.itertext()))
    page = Page(footnotes, language)
    blocks = page.read(tree)
    if footnotes.notes:  # the rule above them parts nothing any more
        blocks = [block for block in blocks if block.text != RULE]
    lines = tuple(_lines(blocks, language))
    if not lines:
        return Reading(Resolution(doubts=(Doubt("empty", doubted("empty text")),)))
    marks = [mark for each in lines for mark in each.marks]
    source_lines = Source(
        lines,
        notes=_notes(footnotes, language) if footnotes.notes else None,
        calls_known=any(mark.type == "note" for mark in marks),
        italics_known=any(mark.type == "italic" for mark in marks),
        language=language,
    )
    doubts = (Doubt("tracked-changes", doubted("tracked-changes", n=page.accepted)),) if page.accepted else ()
    return read_source(source_lines, doubts)


def _lines(blocks: Sequence[Block], language: str) -> Iterator[Line]:
    """All lines. The first of a block opens a paragraph, unless the page is set line by line."""
    wrapped, upper = _run_on(blocks), _start(blocks, language)
    for at, block in enumerate(blocks):
        if block.text == RULE:
            yield line(RULE, gap=True, origin=at)
        elif block.cells and at < upper:  # a masthead set as a table
            for cell in block.cells:
                yield from _pieces(cell, at, known=True)
        elif block.cells:
            yield row([(cell.text, cell.marks) for cell in block.cells], origin=at)
        else:
            yield from _pieces(block, at, known=not (wrapped or block.printed))


def _start(blocks: Sequence[Block], language: str) -> int:
    """Where the enacting words stand; 0 where there are none."""
    book = PHRASEBOOKS.get(language)
    return next((at for at, block in enumerate(blocks) if book and book.enacts(block.text.strip())), 0)


def _pieces(block: Block, origin: int, *, known: bool) -> Iterator[Line]:
    """A block's lines. ``known``: a paragraph opens with its first."""
    start, first = 0, True
    for part in block.text.split("\n"):
        made = line(part, cut_marks(block.marks, start, start + len(part)), origin=origin)
        start += len(part) + 1
        if made.text and first:
            first = False
            made = replace(
                made,
                gap=known,
                opens=known or None,
                label=block.label,
                heading=block.heading,
                kind=block.kind,
                level=block.level,
            )
        if made.text:
            yield made


def _run_on(blocks: Sequence[Block]) -> bool:
    """Whether each printed line is a block of its own, as converters of PDF and some mail programs have it::

    <p>Recalling its resolution on the charting of</p>
    <p>the sea, and its annexes,</p>
    """
    words = [block for block in blocks if block.text.strip() and block.text != RULE]
    if len(words) < FEWEST_TO_JUDGE:
        return False
    going_on = sum(
        block.text.strip()[-1].isalnum() and after.text.strip()[0].islower() and not after.label
        for block, after in pairwise(words)
    )
    return going_on > MOST_RUN_ON * len(words)


def _notes(footnotes: Footnotes, language: str) -> tuple[RawNote, ...]:
    within = Footnotes(calls=footnotes.calls, backs=footnotes.backs)  # the notes' own blocks are not apart
    return tuple(
        RawNote(
            note.label,
            0,
            [line(each.text, each.marks) for each in Page(within, language).read(note.block)],
            note.key,
        )
        for note in footnotes.notes
    )
