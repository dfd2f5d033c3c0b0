"""A reading laid out for the person who looks it over: what is open, and how sure the reader was of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from drafts.core import doubts
from drafts.core.document import Doubt, Resolution
from drafts.core.sheet import Sheet
from drafts.core.worded import worded

# Margins in words: 0 is a toss-up, and of generated texts none read wrong had one above 4 (see Doubt).
_SURE = ((0.5, worded("a toss-up")), (2.0, worded("unsure")), (4.0, worded("fairly sure")))
NEARLY = worded("nearly sure")


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A doubt that waits for a person's word, under the ``number`` that the page shows at its place."""

    number: int
    key: str
    doubt: Doubt
    place: str
    alternatives: tuple[str, ...]

    @property
    def sureness(self) -> str:
        """How sure the reader was, in words; nothing where it had nothing to weigh."""
        if not self.doubt.margin and not self.alternatives:
            return ""
        return next((words for margin, words in _SURE if self.doubt.margin < margin), NEARLY)


@dataclass(frozen=True, slots=True)
class Review:
    """The text with its open doubts alone, in the order of their places; ``total`` counts the settled too."""

    sheet: Sheet
    open: tuple[OpenDoubt, ...]
    total: int

    @classmethod
    def of(cls, resolution: Resolution, settled: Collection[str]) -> Review:
        """``settled`` holds the keys of the doubts that a person has settled."""
        ids = (*resolution.by_id, *resolution.notes_by_id)
        order = {id: at for at, id in enumerate(ids)}
        waiting = sorted(
            (
                (key, doubt)
                for key, doubt in zip(doubts.keys(resolution), resolution.doubts, strict=True)
                if key not in settled
            ),
            key=lambda each: (order.get(each[1].paragraph, -1), each[1].offset),
        )
        names = doubts.place_names(resolution)
        open_doubts = tuple(
            OpenDoubt(
                number,
                key,
                doubt,
                names.get(doubt.paragraph, ""),
                tuple(each.words for each in doubts.alternatives(resolution, doubt)),
            )
            for number, (key, doubt) in enumerate(waiting, 1)
        )
        shown = replace(resolution, doubts=tuple(doubt for _, doubt in waiting))
        return cls(Sheet.of(shown), open_doubts, len(resolution.doubts))
