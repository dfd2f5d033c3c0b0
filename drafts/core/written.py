"""A laid-out text by who wrote what: its runs in stretches, each of one author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafts.core.runs import Run


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs in a row by one author."""

    author: str
    runs: tuple[Run, ...]

    @property
    def length(self) -> int:
        """In code points; calls of notes count nothing."""
        return sum(len(run.text) for run in self.runs)


def by_author(runs: Iterable[Run], authors: Sequence[tuple[int, str]]) -> tuple[Stretch, ...]:
    """The runs of a text, cut where its author changes; a sign between two stretches goes with the first.

    ``authors`` are lengths of the text in code points with the author of each, from its beginning on. What
    they do not reach has the author ``""``.
    """
    stretches: list[Stretch] = []
    for author, run in _cut(runs, authors):
        last = stretches[-1] if stretches else None
        if last and (last.author == author or not run.text):
            stretches[-1] = replace(last, runs=(*last.runs, run))
        else:
            stretches.append(Stretch(author, (run,)))
    return tuple(stretches)


def shares(stretches: Iterable[Stretch]) -> list[tuple[str, int]]:
    """How many code points each author wrote, who wrote most first."""
    told: dict[str, int] = {}
    for stretch in stretches:
        if stretch.length:
            told[stretch.author] = told.get(stretch.author, 0) + stretch.length
    return sorted(told.items(), key=lambda share: -share[1])


def _cut(runs: Iterable[Run], authors: Sequence[tuple[int, str]]) -> Iterator[tuple[str, Run]]:
    rest = [(length, author) for length, author in reversed(authors) if length]
    author = rest[-1][1] if rest else ""
    for run in runs:
        if not run.text:
            yield author, run
            continue
        at = 0
        while at < len(run.text):
            length, author = rest.pop() if rest else (len(run.text), "")
            end = min(at + length, len(run.text))
            if at + length > end:
                rest.append((at + length - end, author))
            yield author, replace(run, text=run.text[at:end])
            at = end
