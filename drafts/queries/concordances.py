"""Through all versions of a draft: which paragraph was which, and which version brought in each phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafts.core import numbering
from drafts.core.concordance import Line, Origin, concordance, origins
from drafts.models import Version
from drafts.queries.comparisons import comparisons_in


class Place(NamedTuple):
    """A paragraph in one version: its id and what people call it there."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """One paragraph's life: for each version its places there, none where it is not.

    ``came_in`` is empty where the first version had it already, ``went`` where the last still has it.
    """

    cells: tuple[tuple[Version, tuple[Place, ...]], ...]
    came_in: Version | None
    went: Version | None
    moved: tuple[Version, ...]


def concordance_of(versions: Sequence[Version]) -> list[ConcordanceRow]:
    """A row for each paragraph that any of the versions has, ``versions`` oldest first."""
    texts, comparisons = comparisons_in(versions)
    names = [numbering.names(text.paragraphs) for text in texts]
    return [_row(line, versions, names) for line in concordance(texts, comparisons)]


def origins_of(versions: Sequence[Version]) -> dict[str, tuple[tuple[Origin, Version], ...]]:
    """For each paragraph of the last of ``versions``, its stretches with the version that brought each in."""
    texts, comparisons = comparisons_in(versions)
    return {
        id: tuple((stretch, versions[stretch.version]) for stretch in stretches)
        for id, stretches in origins(texts, comparisons).items()
    }


def _row(line: Line, versions: Sequence[Version], names: Sequence[Mapping[str, str]]) -> ConcordanceRow:
    places = (tuple(Place(id, named[id]) for id in ids) for ids, named in zip(line.ids, names, strict=True))
    return ConcordanceRow(
        cells=tuple(zip(versions, places, strict=True)),
        came_in=versions[line.came_in] if line.came_in else None,
        went=versions[line.went] if line.went is not None else None,
        moved=tuple(versions[number] for number in line.moved),
    )
