"""Notes that somebody typed by hand: raised numbers in the text, and their words under a line or at the end.

::

    …the Protocol,¹ and                     a call of note 1
    ¹ United Nations, Treaty Series …       the note

A number is a call only where there is such a note; in m² it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafts.core.document import Mark
from drafts.formats.docx.blocks import Block
from drafts.formats.text.lines import is_rule
from drafts.formats.text.marking import united, without

_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SIGNS, "0123456789")
_RAISED = re.compile(f"[{_SIGNS}]+")
_OPENING = re.compile(f"^\\s*[{_SIGNS}]+")
_LABEL = re.compile(r"(\d{1,3}) ?\D")
_NUMBERS = re.compile(r"\d{1,3}")
_MEASURE = re.compile(r"(?<![^\W\d_])[kcdm]?m$")  # km², m³


def typed_notes(blocks: Iterable[Block]) -> frozenset[str]:
    """The labels of the notes typed among these blocks: opened by a raised number, or below a rule."""
    return frozenset(_labels(blocks))


def with_calls(block: Block, notes: frozenset[str]) -> Block:
    """The block with the raised numbers that call these notes taken out and set on it as calls."""
    calls: list[tuple[int, str]] = []
    gone: list[int] = []
    for start, end in _raised(block):
        labels = _NUMBERS.findall(block.text[start:end].translate(_DIGITS))
        before = block.text[:start].rstrip()
        if before and not _MEASURE.search(before) and labels and notes.issuperset(labels):
            calls += [(start - len(gone), label) for label in labels]
            gone += range(start, end)
    left = set(gone)
    text = _OPENING.sub(_in_digits, "".join(sign for at, sign in enumerate(block.text) if at not in left))
    marks = without(block.marks, gone) + tuple(Mark.call(at, label) for at, label in calls)
    return replace(block, text=text, marks=united(marks, text), raised=())


def _in_digits(found: re.Match[str]) -> str:
    return found[0].translate(_DIGITS)


def _labels(blocks: Iterable[Block]) -> Iterator[str]:
    below = False
    for block in blocks:
        below = below or is_rule(block.text.strip())
        text = block.text.lstrip()
        raised = next(_raised(block), None)
        opens = raised and not block.text[: raised[0]].strip()
        found = _LABEL.match(text.translate(_DIGITS))
        if found and (opens or below):
            yield found[1]


def _raised(block: Block) -> Iterator[tuple[int, int]]:
    """Where superscripts stand, by their look or by being signs of that shape, in order of place."""
    signs = [found.span() for found in _RAISED.finditer(block.text)]
    last = 0
    for start, end in sorted({*block.raised, *signs}):
        if start >= last:
            yield start, end
            last = end
