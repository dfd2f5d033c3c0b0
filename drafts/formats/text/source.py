"""What a reader of files hands to the machine that reads texts, and what it gets back.

A reader of a format makes one ``Line`` of each printed line or whole paragraph, in reading order (``line``
makes words and marks clean), and calls ``read_source``. What the file does not say is left out, and is then
told from the words, as in plain text::

    read_source(Source(
        lines=(line("The General Assembly,", (Mark.italic(0, 20),), opens=True, origin=0),
               line("Takes note of it;", (Mark.call(16, "1"),), opens=True, label="1.", origin=1)),
        notes=(RawNote("1", 0, [line("A/80/1.")]),),
        calls_known=True, italics_known=True, furniture=False,
    )).resolution
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafts.core.document import Mark, Marks, Masthead, Resolution
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.lines import Line, one_spelling
from drafts.formats.text.marking import united
from drafts.formats.text.passage import Stretch

CELL_END = "\t"  # parts the cells of a table's row, which is one paragraph of kind ``text``


@dataclass(frozen=True)
class Source:
    """Lines with what the file knows of them, and what it knows of the whole.

    ``notes`` are ready where the file has them apart (a call's ``note`` is their ``key``, or their label);
    None where they stand among the lines. ``calls_known``: the calls are among the marks, so that no number
    is taken for one; only a note that nothing calls is still looked for, where the evidence is strong.
    ``italics_known``: the italics are among the marks, so that no opener is set in them by its words.
    ``furniture``: running heads and page numbers may stand among the lines. ``symbol``, ``masthead`` and
    ``language`` where the file tells them otherwise than in its lines; empty or None where it does not.
    A row of a table is one line that opens, its cells parted by ``CELL_END``.
    """

    lines: tuple[Line, ...]
    notes: tuple[RawNote, ...] | None = None
    calls_known: bool = False
    italics_known: bool = False
    furniture: bool = True
    symbol: str = ""
    language: str = ""
    masthead: Masthead | None = None


@dataclass(frozen=True)
class Reading:
    """A resolution, and for each id of a paragraph or note from which lines its stretches of text came."""

    resolution: Resolution
    stretches: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)


def row(cells: Sequence[tuple[str, Marks]], **more: Any) -> Line:
    """A row of a table as one line of text: its cells, of which empty ones leave no trace."""
    text, marks = "", list[Mark]()
    for words, own in cells:
        made = line(words, own)
        text += CELL_END if text and made.text else ""
        marks += [mark.moved(len(text)) for mark in made.marks]
        text += made.text
    return Line(text, kind="text", marks=tuple(marks), **more)


def line(text: str, marks: Marks = (), **more: Any) -> Line:
    """A line in the one spelling that all texts are read in, its marks moved along.

    Accents are composed, runs of spaces made one, invisible signs left out; ``marks`` count in ``text`` as it
    is given.
    """
    clean = one_spelling(text)
    lead = len(clean) - len(clean.lstrip())
    words = clean.strip()

    def moved(at: int) -> int:
        return min(max(len(one_spelling(text[:at])) - lead, 0), len(words))

    if words != text:
        marks = tuple(mark._replace(start=moved(mark.start), end=moved(mark.end)) for mark in marks)
    kept = tuple(mark for mark in marks if mark.type == "note" or mark.end > mark.start)
    return Line(words, marks=united(kept, words), **more)
