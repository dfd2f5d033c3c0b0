"""Where what was read stands in its source: on the pages of a document, or among the lines of a text."""

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


@dataclass(frozen=True, slots=True)
class LinePlace:
    """``[start, end)`` of a text stands on the line with the number ``line``, from 0."""

    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Placed:
    """A resolution, and by id of paragraph or note where its lines stand.

    A document has ``pages`` and ``places``; a text ``lines``, each whether a gap stands before it and its
    words, and ``line_places`` among them; other files neither.
    """

    resolution: Resolution
    pages: int = 0
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    lines: tuple[tuple[bool, str], ...] = ()
    line_places: Mapping[str, tuple[LinePlace, ...]] = field(default_factory=dict)
