"""A text cut into runs, each shown one way: the step between values and any laid-out page.

Italics, note calls, changes and doubts all stand at offsets of one text; a page wants stretches in a row
instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from drafts.core.comparison import JOINT, Op, Segment, Segments
from drafts.core.document import Mark, Note, Paragraph
from drafts.core.typesetting import as_read

Doubts = Sequence[tuple[int, int]]

_op_of = attrgetter("op")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that is shown one way, or a sign that stands between two.

    ``call`` is the label of a note called here; ``joint`` the label of the paragraph that begins here, within
    a split or merged change; ``doubt`` the number, from 1, of a doubt about this place. ``text`` is empty for
    them. ``thread`` is the number of a discussion about these words, or 0.
    """

    op: Op
    text: str = ""
    italic: bool = False
    call: str = ""
    joint: str | None = None
    doubt: int = 0
    thread: int = 0


def text_runs(piece: Paragraph | Note, labels: Mapping[str, str], doubts: Doubts = ()) -> tuple[Run, ...]:
    """A single paragraph's or note's text as runs.

    ``labels`` gives note labels by id; ``doubts`` are numbers with the offsets that they are about.
    """
    side = Side.of([piece], labels)
    for number, at in doubts:
        side.signs.setdefault(min(at, len(piece.text)), []).append(Run("equal", doubt=number))
    return tuple(cut((Segment("equal", piece.text),), Side.of([], {}), side))


def discussed(runs: Iterable[Run], stretches: Sequence[tuple[int, int, int]]) -> tuple[Run, ...]:
    """The runs of a text, cut further where a discussion's words begin or end; the later one takes its words.

    A stretch is its start and end in the text, half open, and the discussion's number.
    """
    told: list[Run] = []
    at = 0
    for run in runs:
        end = at + len(run.text)
        edges = {at, end, *(edge for stretch in stretches for edge in stretch[:2] if at < edge < end)}
        for left, right in pairwise(sorted(edges)):
            over = [thread for first, last, thread in stretches if first <= left < last]
            text = run.text[left - at : right - at]
            told.append(replace(run, text=text, thread=max(over, default=0)))
        told += [run] if not run.text else []
        at = end
    return tuple(told)


def spelled(runs: Iterable[Run], joint: str = JOINT) -> Segments:
    """Runs that share a fate as one segment of plain text; a note is called as ``[1]``."""
    return tuple(
        Segment(op, "".join([_spelled(run, joint) for run in same])) for op, same in groupby(runs, _op_of)
    )


def _spelled(run: Run, joint: str) -> str:
    if run.joint is not None:
        return joint
    return f"[{run.call}]" if run.call else run.text


@dataclass(frozen=True, slots=True)
class Side:
    """The marks of one side's paragraphs, at offsets into their texts joined as in a change's segments.

    ``signs`` holds, by offset, the runs that show the notes called there; ``labels`` the paragraphs' own.
    """

    italics: tuple[Mark, ...]
    signs: dict[int, list[Run]]
    labels: tuple[str, ...]

    @classmethod
    def of(
        cls,
        pieces: Sequence[Paragraph | Note],
        notes: Mapping[str, str],
        op_of: Callable[[Mark], Op] = lambda mark: "equal",
    ) -> Side:
        """``op_of`` says whether a note call changed by itself, given its mark."""
        start, italics = 0, []
        signs: dict[int, list[Run]] = {}
        for piece in pieces:
            for mark in (each.moved(start) for each in piece.marks):
                if mark.type == "italic":
                    italics.append(mark)
                else:
                    signs.setdefault(mark.start, []).append(Run(op_of(mark), call=notes[mark.note]))
            start += len(piece.text) + len(JOINT)
        return cls(tuple(italics), signs, tuple(piece.label for piece in pieces))

    def italic_at(self, at: int) -> bool:
        return any(mark.start <= at < mark.end for mark in self.italics)

    def edges(self) -> set[int]:
        return {*self.signs, *(edge for mark in self.italics for edge in (mark.start, mark.end))}


def cut(segments: Segments, old: Side, new: Side) -> Iterator[Run]:
    """Cut segments wherever italics begin or end, a note is called, or a further paragraph begins.

    What was only set otherwise is shown as it stands in the new text, and not as a change. A call is shown
    right after the text it stands behind, on its own side: ``foo[1]`` became ``bar[2]`` reads ~~foo~~ ~~1~~
    bar 2.
    """
    joints = {"delete": iter(old.labels[1:]), "insert": iter(new.labels[1:])}
    joints["equal"] = joints["insert"]
    old_at = new_at = 0
    yield from (*_gone(old.signs.get(0, ()), "equal"), *new.signs.get(0, ()))
    for op, text, length in as_read(segments):
        side, start = (old, old_at) if op == "delete" else (new, new_at)
        for left, right in pairwise(sorted(_edges(op, text, old, old_at, new, new_at))):
            piece = text[left:right]
            if piece == JOINT:
                yield Run(op, joint=next(joints[op], ""))
            else:
                yield Run(op, piece, italic=side.italic_at(start + left))
            if op != "insert":
                there = length if right == len(text) else right
                yield from _gone(old.signs.get(old_at + there, ()), op)
            if op != "delete":
                yield from _come(new.signs.get(new_at + right, ()), op)
        old_at += length
        new_at += len(text) if op != "delete" else 0


def _gone(signs: Iterable[Run], op: Op) -> Iterator[Run]:
    """The old side's signs to show: what went, with its words or alone."""
    return (replace(sign, op="delete") for sign in signs if "delete" in (op, sign.op))


def _come(signs: Iterable[Run], op: Op) -> Iterator[Run]:
    """The new side's signs; what stands behind words that came has come with them."""
    return (replace(sign, op="insert") if op == "insert" else sign for sign in signs)


def _edges(op: Op, text: str, old: Side, old_at: int, new: Side, new_at: int) -> set[int]:
    """Where to cut a segment's text, as offsets into it, both ends included."""
    edges = {0, len(text)}
    if op != "insert":
        edges.update(edge - old_at for edge in (old.edges() if op == "delete" else old.signs))
    if op != "delete":
        edges.update(edge - new_at for edge in new.edges())
    edges.update(edge for at, sign in enumerate(text) if sign == JOINT for edge in (at, at + 1))
    return {edge for edge in edges if 0 <= edge <= len(text)}
