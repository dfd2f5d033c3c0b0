"""Where the lines of what was read stand on the pages of its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafts.core.document import Resolution


@dataclass(frozen=True, slots=True)
class Place:
    """``[start, end)`` of a text stands on page ``page`` (from 1), within a box.

    The box is in fractions of the page's width and height, from its upper left corner.
    """

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Placed:
    """A resolution, how many pages its document has, and by id of paragraph or note where its lines stand.

    ``pages`` is 0 and ``places`` empty for a document that has no pages, such as a text.
    """

    resolution: Resolution
    pages: int = 0
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
