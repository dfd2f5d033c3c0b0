"""Pairs of texts to be exact about: the samples, the genuine chains, and random revisions without end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from drafts.core.document import Resolution
from drafts.formats import read
from tests.benchmarks.compare.cases import SETS, SetName, cases
from tests.benchmarks.compare.genuine import CHAINS
from tests.corpus import CORPUS

SAMPLES = (("training.en.txt", "training-rev1.en.txt"), ("villes.fr.txt", "villes-rev1.fr.txt"))


class Revision(NamedTuple):
    """A text and what became of it."""

    name: str
    old: Resolution
    new: Resolution


def samples() -> Iterator[Revision]:
    """Those that the demonstration shows."""
    folder = resources.files("drafts.management").joinpath("samples")
    for names in SAMPLES:
        yield Revision(names[1], *(read(folder.joinpath(name).read_bytes(), name) for name in names))


def chains() -> Iterator[Revision]:
    """Each step of each genuine chain; none without the corpus."""
    for chain in CHAINS if CORPUS.is_dir() else ():
        for old, new in pairwise(chain):
            yield Revision(new, _genuine(old), _genuine(new))


def random_revisions(
    times: int, shift: int = 0, names: tuple[SetName, ...] = tuple(SETS)
) -> Iterator[Revision]:
    """So many random revisions, of each set by turns, French and English, of 10 to 120 paragraphs."""
    made = {name: cases(name, times, shift) for name in names}
    for at in range(times):
        case = next(made[names[at % len(names)]])
        yield Revision(case.name, case.old.resolution, case.new.resolution)


@cache
def _genuine(name: str) -> Resolution:
    return read((CORPUS / name).read_bytes(), name)
