"""Where a discussion stands in later texts: it goes with its words through moves, splits and edits.

::

    old   OP 4  Invites Member States [to contribute to] the trust fund;
    new   OP 6  Invites Member States [generously to contribute to] the fund;     its words, changed
          –     the paragraph was removed: it stays beside what stood above, and says that its words are gone
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from drafts.core.comparison import JOINT, Change, Comparison
from drafts.core.document import Resolution

Fate = Literal["kept", "changed", "gone"]

FOUND_AGAIN = 12  # code points; fewer may come back anywhere by chance


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a discussion is about: a stretch of a paragraph's text, half open, or with no stretch all of it.

    ``fate`` says how its words came through since it began. Once they are ``gone``, ``paragraph`` is where
    they stood, or what stands above that place, or empty.
    """

    paragraph: str
    start: int = 0
    end: int = 0
    fate: Fate = "kept"

    @property
    def whole(self) -> bool:
        return self.start == self.end


def carried(
    anchor: Anchor, quote: str, texts: Sequence[Resolution], comparisons: Sequence[Comparison]
) -> Anchor:
    """Where an anchor in the first of ``texts`` stands in the last; ``comparisons`` are of neighbours.

    ``quote`` are its words as they were: where they went and came back, they are found again.
    """
    for (old, new), comparison in zip(pairwise(texts), comparisons, strict=True):
        anchor = _through(anchor, comparison, old, new)
    if anchor.fate == "gone" and len(quote) >= FOUND_AGAIN:
        return _found_again(quote, texts[-1]) or anchor
    return anchor


def _through(anchor: Anchor, comparison: Comparison, old: Resolution, new: Resolution) -> Anchor:
    above = ""
    for change in comparison.changes:
        if anchor.paragraph in change.old:
            if not change.new:
                return Anchor(above, fate="gone")
            return _within(anchor, change, old, new)
        above = change.new[-1] if change.new and not change.moved else above
    return replace(anchor, paragraph="", fate="gone")


def _within(anchor: Anchor, change: Change, old: Resolution, new: Resolution) -> Anchor:
    """Through one change: to the new paragraph that holds most of what was kept of its words."""
    text = old.by_id[anchor.paragraph].text
    base = sum(len(old.by_id[id].text) + len(JOINT) for id in _before(anchor.paragraph, change.old))
    start, end = (base, base + len(text)) if anchor.whole else (base + anchor.start, base + anchor.end)
    kept = list(_kept(change, start, end))
    homes: list[tuple[int, int, str, list[tuple[int, int]]]] = []
    at = 0
    for id in change.new:
        length = len(new.by_id[id].text)
        inside = [(max(a, at) - at, min(b, at + length) - at) for a, b in kept if a < at + length and b > at]
        homes.append((sum(b - a for a, b in inside), -len(homes), id, inside))
        at += length + len(JOINT)
    most, _, home, inside = max(homes)
    if anchor.whole or anchor.fate == "gone":
        return replace(anchor, paragraph=home)
    if not most:
        return Anchor(home, fate="gone")
    first, last = inside[0][0], inside[-1][1]
    same = most == last - first == end - start and anchor.fate == "kept"
    return Anchor(home, first, last, "kept" if same else "changed")


def _before(id: str, ids: Sequence[str]) -> Sequence[str]:
    return ids[: ids.index(id)]


def _kept(change: Change, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What became of the old stretch: the stretches of the new side that both have."""
    old_at = new_at = 0
    for op, text in change.segments:
        if op == "equal":
            first, last = max(start, old_at), min(end, old_at + len(text))
            if first < last:
                yield new_at + first - old_at, new_at + last - old_at
        old_at += len(text) if op != "insert" else 0
        new_at += len(text) if op != "delete" else 0


def _found_again(quote: str, text: Resolution) -> Anchor | None:
    """The words where they stand exactly once."""
    found = [
        Anchor(each.id, at, at + len(quote)) for each in text.paragraphs if (at := each.text.find(quote)) >= 0
    ]
    return found[0] if len(found) == 1 else None
