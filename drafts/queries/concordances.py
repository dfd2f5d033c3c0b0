"""Through all versions of a draft: which paragraph was which, and which version brought in each phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a version brought into a paragraph of a later one: phrases, or the ``whole`` of it."""

    version: Version
    phrases: tuple[str, ...]
    whole: bool


def contributions_to(versions: Sequence[Version]) -> dict[str, tuple[Contribution, ...]]:
    """For each paragraph of the last of ``versions``, what all but the first of them brought in."""
    texts, comparisons = comparisons_in(versions)
    return {
        id: tuple(_contributions(stretches, versions))
        for id, stretches in origins(texts, comparisons).items()
    }


def _contributions(stretches: Sequence[Origin], versions: Sequence[Version]) -> Iterator[Contribution]:
    """Stretches without a letter or digit are left out: a comma is nobody's phrase."""
    for number, version in enumerate(versions[1:], 1):
        phrases = tuple(
            text.strip() for text, origin in stretches if origin == number and any(map(str.isalnum, text))
        )
        if phrases:
            yield Contribution(version, phrases, whole=len(stretches) == 1)


def _row(line: Line, versions: Sequence[Version], names: Sequence[Mapping[str, str]]) -> ConcordanceRow:
    places = (tuple(Place(id, named[id]) for id in ids) for ids, named in zip(line.ids, names, strict=True))
    return ConcordanceRow(
        cells=tuple(zip(versions, places, strict=True)),
        came_in=versions[line.came_in] if line.came_in else None,
        went=versions[line.went] if line.went is not None else None,
        moved=tuple(versions[number] for number in line.moved),
    )
