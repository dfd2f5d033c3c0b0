"""Finding a State by part of its name, in any of the six languages, and by a name that is not quite right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from drafts.core.members import folded, name_of, names

SUGGESTED = 3  # States offered for a name that is none
OFFERED = 8  # States offered while somebody types: what fits above a phone's keyboard
ALIKE = 70.0  # of 100: below it names share little but an ending; Ruritania and Mauritania have 74


class Match(NamedTuple):
    """A State, its ``name`` in the language asked for, and the name, in any language, it was found ``by``."""

    code: str
    name: str
    by: str


def matching(typed: str, language: str) -> tuple[Match, ...]:
    """States whose name, or a word of it, begins as typed; else those whose name is like it."""
    start = folded(typed)
    if not start:
        return ()
    first = [(code, name) for plain, name, code in names() if plain.startswith(start)]
    later = [(code, name) for plain, name, code in names() if f" {start}" in plain]
    found = tuple(_distinct([*first, *later], OFFERED))
    if not found:
        found = tuple((code, name_of(code, language)) for code in closest(typed))
    return tuple(Match(code, name_of(code, language or "en"), name) for code, name in found)


@lru_cache(maxsize=1000)  # the names of some long lists
def closest(written: str) -> tuple[str, ...]:
    """The codes of the States that a name may mean, the likeliest first: ``Autrishe`` may be Austria."""
    plain = folded(written)
    if not plain:
        return ()
    table = {index: name for index, (name, _, _) in enumerate(names())}
    alike = process.extract(plain, table, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=4 * SUGGESTED)
    return tuple(code for code, _ in _distinct(((names()[at][2], "") for _, _, at in alike), SUGGESTED))


def _distinct(found: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, str]]:
    """The first way to each State, up to ``most`` of them."""
    seen: dict[str, str] = {}
    for code, name in found:
        if len(seen) == most:
            break
        seen.setdefault(code, name)
    yield from seen.items()
