"""What became of one paragraph or several, cut into pieces that are each one thing on either side.

::

    old   Notes *with joy* the report¹;        equal "Notes " · delete "with joy" · equal " the report" ·
    new   Notes the report¹²;             →    call 1 on both sides · call 2 on the new · equal ";"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafts.core.comparison import JOINT, Op, Segment, Segments
from drafts.core.document import Mark, Note, Paragraph
from drafts.core.runs import Run


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or else the call of a note on one side or both, or else a joint where paragraphs meet.

    ``italic`` is how the words stand in the new text, ``was`` in the old.
    """

    op: Op
    text: str = ""
    italic: bool = False
    was: bool = False
    old_call: str = ""
    new_call: str = ""
    joint: bool = False


@dataclass
class _Side:
    """One side's paragraphs as one text: its marks, where paragraphs meet, and how far it is read."""

    marks: tuple[Mark, ...]
    joints: frozenset[int]
    at: int = 0
    called: int = 0  # how many of the calls are behind
    calls: list[Mark] = field(default_factory=list)

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph | Note]) -> _Side:
        marks: list[Mark] = []
        joints: list[int] = []
        at = 0
        for paragraph in paragraphs:
            marks += [mark.moved(at) for mark in paragraph.marks]
            at += len(paragraph.text) + len(JOINT)
            joints.append(at - len(JOINT))
        calls = [mark for mark in marks if mark.type == "note"]
        return cls(
            tuple(mark for mark in marks if mark.type == "italic"), frozenset(joints[:-1]), calls=calls
        )

    def edges(self, length: int) -> Iterator[int]:
        """Where something begins or ends within the next ``length`` code points, counted from here."""
        for mark in (*self.marks, *self.calls):
            yield from (edge - self.at for edge in (mark.start, mark.end) if 0 < edge - self.at < length)
        for joint in self.joints:
            yield from (edge - self.at for edge in (joint, joint + 1) if 0 < edge - self.at < length)

    def italic(self) -> bool:
        return any(mark.start <= self.at < mark.end for mark in self.marks)

    def due(self) -> list[str]:
        """The notes called here that were not told of yet."""
        found = []
        while self.called < len(self.calls) and self.calls[self.called].start <= self.at:
            found.append(self.calls[self.called].note)
            self.called += 1
        return found


def runs_of(text: Paragraph | Note) -> list[Run]:
    """One text alone as runs; what looks like a joint is the end of a line in it."""
    found = pieces((Segment("insert", text.text),), (), (text,))
    return [Run("equal", piece.text, italic=piece.italic, call=piece.new_call) for piece in found]


def pieces(
    segments: Segments, olds: Sequence[Paragraph | Note], news: Sequence[Paragraph | Note]
) -> Iterator[Piece]:
    """The pieces of a change in their order; leaving out either side's own gives the other's text."""
    old, new = _Side.of(olds), _Side.of(news)
    yield from _calls(old.due(), new.due())
    for op, text in segments:
        sides = {"equal": (old, new), "delete": (old,), "insert": (new,)}[op]
        edges = {0, len(text), *(edge for side in sides for edge in side.edges(len(text)))}
        start = {id(side): side.at for side in sides}
        for left, right in pairwise(sorted(edges)):
            for side in sides:
                side.at = start[id(side)] + left
            if any(side.at in side.joints for side in sides):
                yield Piece(op, joint=True)
            else:
                yield Piece(op, text[left:right], new.italic(), old.italic())
            for side in sides:
                side.at = start[id(side)] + right
            yield from _calls(old.due() if op != "insert" else [], new.due() if op != "delete" else [])


def _calls(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Notes called at one place: in turn on both sides, then what one side has more."""
    both = min(len(old), len(new))
    yield from (Piece("equal", old_call=a, new_call=b) for a, b in zip(old, new, strict=False))
    yield from (Piece("delete", old_call=each) for each in old[both:])
    yield from (Piece("insert", new_call=each) for each in new[both:])
