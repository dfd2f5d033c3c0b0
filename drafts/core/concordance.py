"""Through a chain of versions: which paragraph was which, and which version brought in each phrase.

A/80/L.1    A/80/L.1/Rev.1    A/RES/80/5
OP 4        OP 4              OP 5          one row: it lived through all three
–           OP 5              OP 6          came in with Rev.1
OP 6        –                 –             went with Rev.1
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from drafts.core.comparison import JOINT, Change, Comparison
from drafts.core.document import Resolution
from drafts.core.typesetting import as_read


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph's life: ``ids`` has for each version its ids there, none where it is not.

    Paragraphs that were merged keep a line each, with the one id from then on; one that was split takes its
    parts along. ``moved`` are the versions in which it came to stand elsewhere.
    """

    ids: tuple[tuple[str, ...], ...]
    moved: tuple[int, ...] = ()

    @property
    def came_in(self) -> int:
        """The version, counted from 0, that brought it in."""
        return next(number for number, ids in enumerate(self.ids) if ids)

    @property
    def went(self) -> int | None:
        """The version that no longer has it, or None if the latest has it."""
        last = max(number for number, ids in enumerate(self.ids) if ids)
        return last + 1 if last + 1 < len(self.ids) else None


class Origin(NamedTuple):
    """A stretch of the latest text, and the version, counted from 0, that brought it in."""

    text: str
    version: int


def concordance(versions: Sequence[Resolution], comparisons: Sequence[Comparison]) -> tuple[Line, ...]:
    """A line for every paragraph that any version has; ``comparisons`` are of each version with the next.

    The lines follow the latest text; one that is no longer there stands after the line that it followed last.
    """
    lives = [_Life([(paragraph.id,)]) for paragraph in versions[0].paragraphs] if versions else []
    for number, comparison in enumerate(comparisons, 1):
        lives = _lived_on(lives, comparison, number)
    return tuple(Line(tuple(life.ids), tuple(life.moved)) for life in lives)


def origins(
    versions: Sequence[Resolution], comparisons: Sequence[Comparison]
) -> dict[str, tuple[Origin, ...]]:
    """For each paragraph of the latest version, its text in stretches with the version that brought each in.

    A paragraph that only moved or was renumbered brings nothing in.
    """
    known = {each.id: _stretch(each.text, 0) for each in versions[0].paragraphs} if versions else {}
    for number, comparison in enumerate(comparisons, 1):
        lengths = {paragraph.id: len(paragraph.text) for paragraph in versions[number].paragraphs}
        known = {
            id: told for change in comparison.changes for id, told in _carried(change, known, number, lengths)
        }
    return known


@dataclass(eq=False, slots=True)
class _Life:
    """A line in the making."""

    ids: list[tuple[str, ...]]
    moved: list[int] = field(default_factory=list)


def _lived_on(lives: Sequence[_Life], comparison: Comparison, number: int) -> list[_Life]:
    """The lives with one more version, in the order of its text."""
    owners: dict[str, list[_Life]] = defaultdict(list)
    for life in lives:
        for id in life.ids[-1]:
            owners[id].append(life)
    order: list[_Life] = []
    for change in comparison.changes:
        found = dict.fromkeys(life for id in change.old for life in owners[id])
        for life in found or [_Life([()] * number)]:
            if len(life.ids) == number:
                life.ids.append(())
                order.append(life)
            life.ids[-1] += tuple(id for id in change.new if id not in life.ids[-1])
            if change.moved:
                life.moved.append(number)
    return _with_the_gone(order, lives, number)


def _with_the_gone(order: list[_Life], lives: Sequence[_Life], number: int) -> list[_Life]:
    """Those that went before this version, each after the life that it followed."""
    for at, life in enumerate(lives):
        if len(life.ids) == number:
            life.ids.append(())
            order.insert(order.index(lives[at - 1]) + 1 if at else 0, life)
    return order


def _carried(
    change: Change, known: Mapping[str, tuple[Origin, ...]], number: int, lengths: Mapping[str, int]
) -> Iterator[tuple[str, tuple[Origin, ...]]]:
    """Each new paragraph of a change, with its stretches: from the old ones, and new."""
    old = _joined([known[id] for id in change.old])
    told: list[Origin] = []
    for op, text, length in as_read(change.segments):
        taken, old = _cut(old, length)
        if op == "insert":
            told.append(Origin(text, number))
        elif op == "equal":
            told += _reset(taken, text)
    rest = tuple(told)
    for id in change.new:
        mine, rest = _cut(rest, lengths[id])
        yield id, _merged(mine)
        _, rest = _cut(rest, len(JOINT))


def _reset(stretches: Sequence[Origin], text: str) -> Iterator[Origin]:
    """The stretches of a text that reads the same: as it is set now, from where it came."""
    at = 0
    for before, version in stretches[:-1]:
        yield from _stretch(text[at : at + len(before)], version)
        at += len(before)
    if stretches:
        yield from _stretch(text[at:], stretches[-1].version)


def _stretch(text: str, version: int) -> tuple[Origin, ...]:
    return (Origin(text, version),) if text else ()


def _joined(paragraphs: Sequence[tuple[Origin, ...]]) -> tuple[Origin, ...]:
    """The stretches of paragraphs in a row; their joint is of the version of what stands before it."""
    joined: list[Origin] = []
    for number, stretches in enumerate(paragraphs):
        if number:
            joined.append(Origin(JOINT, joined[-1].version if joined else 0))
        joined += stretches
    return tuple(joined)


def _cut(stretches: tuple[Origin, ...], length: int) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
    """The first ``length`` characters, and the rest."""
    for index, (text, version) in enumerate(stretches):
        if length < len(text):
            here, there = _stretch(text[:length], version), _stretch(text[length:], version)
            return stretches[:index] + here, there + stretches[index + 1 :]
        length -= len(text)
    return stretches, ()


def _merged(stretches: Sequence[Origin]) -> tuple[Origin, ...]:
    """Neighbours of one version made one."""
    return tuple(
        Origin("".join([text for text, _ in group]), version)
        for version, group in groupby(stretches, key=lambda stretch: stretch.version)
    )
