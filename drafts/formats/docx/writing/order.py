"""The paragraphs of two texts in one row, so that each side alone is in its own order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafts.core.comparison import JOINT, Change, Comparison, Segment, Segments
from drafts.core.document import Paragraph, Resolution
from drafts.formats.docx.writing.pieces import Piece, pieces


@dataclass(frozen=True, slots=True)
class Item:
    """What stands at one place: paragraphs of the old text, of the new, or of both as ``change`` tells.

    ``moved``: the paragraph also stands elsewhere, on the other side.
    """

    change: Change
    olds: tuple[Paragraph, ...] = ()
    news: tuple[Paragraph, ...] = ()
    moved: bool = False

    @property
    def pieces(self) -> list[Piece]:
        return list(pieces(self._segments, self.olds, self.news))

    @property
    def _segments(self) -> Segments:
        """What stands here: all of the change, one side's part of it, or a paragraph come or gone whole."""
        if self.olds and self.news:
            return self.change.segments
        gone = bool(self.olds)
        if self.moved:
            return tuple(each for each in self.change.segments if each.op != ("insert" if gone else "delete"))
        paragraph = (self.olds or self.news)[0]
        return (Segment("delete" if gone else "insert", paragraph.text),)


def in_one_row(comparison: Comparison, old: Resolution, new: Resolution) -> list[Item]:
    """Every paragraph of either side once; those that kept their order stand once for both."""
    old_places = {paragraph.id: at for at, paragraph in enumerate(old.paragraphs)}
    new_places = {paragraph.id: at for at, paragraph in enumerate(new.paragraphs)}
    changes = sorted(
        (change for change in comparison.changes if change.new), key=lambda change: new_places[change.new[0]]
    )
    sides = ((old, old_places), (new, new_places))
    kept = _kept([change for change in changes if _together(change, sides)], old_places)
    rows: list[Item] = []
    old_at = new_at = 0
    by_old = {id: change for change in comparison.changes for id in change.old}
    by_new = {id: change for change in comparison.changes for id in change.new}
    for change in (*kept, None):
        old_end = old_places[change.old[0]] if change else len(old.paragraphs)
        new_end = new_places[change.new[0]] if change else len(new.paragraphs)
        for paragraph in old.paragraphs[old_at:old_end]:
            rows.append(Item(by_old[paragraph.id], (paragraph,), (), _moved(by_old[paragraph.id])))
        for paragraph in new.paragraphs[new_at:new_end]:
            rows.append(Item(by_new[paragraph.id], (), (paragraph,), _moved(by_new[paragraph.id])))
        if change:
            olds = tuple(old.by_id[id] for id in change.old)
            news = tuple(new.by_id[id] for id in change.new)
            rows.append(Item(change, olds, news))
            old_at, new_at = old_end + len(olds), new_end + len(news)
    return rows


def _moved(change: Change) -> bool:
    return len(change.old) == len(change.new) == 1


def _together(change: Change, sides: Sequence[tuple[Resolution, dict[str, int]]]) -> bool:
    """Whether the change can stand at one place: its paragraphs are neighbours, and their joints plain."""
    if not change.old or change.moved:
        return False
    for (text, places), ids in zip(sides, (change.old, change.new), strict=True):
        if [places[id] for id in ids] != list(range(places[ids[0]], places[ids[0]] + len(ids))):
            return False
        if len(change.old) + len(change.new) > 2 and any(JOINT in text.by_id[id].text for id in ids):
            return False
    return _true(change, sides[0][0], sides[1][0])


def _true(change: Change, old: Resolution, new: Resolution) -> bool:
    """Whether the segments say both sides, as those of every comparison do."""
    return all(
        JOINT.join(text.by_id[id].text for id in ids) == _said(change.segments, without)
        for text, ids, without in ((old, change.old, "insert"), (new, change.new, "delete"))
    )


def _said(segments: Sequence[Segment], without: str) -> str:
    return "".join(text for op, text in segments if op != without)


def _kept(changes: Sequence[Change], places: dict[str, int]) -> list[Change]:
    """The most changes whose old paragraphs are in order as well, from changes in the order of the new."""
    ends: list[int] = []  # the least last place of a run of each length
    best: list[int] = []  # by length, the change that ends such a run
    before: list[int | None] = []
    for number, change in enumerate(changes):
        place = places[change.old[0]]
        length = bisect_left(ends, place)
        before.append(best[length - 1] if length else None)
        if length == len(ends):
            ends.append(place)
            best.append(number)
        else:
            ends[length], best[length] = place, number
    return list(reversed(list(_back(changes, before, best[-1] if best else None))))


def _back(changes: Sequence[Change], before: list[int | None], last: int | None) -> Iterator[Change]:
    while last is not None:
        yield changes[last]
        last = before[last]
