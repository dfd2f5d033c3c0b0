"""Lays scores out as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.benchmarks.compare.score import Score

HEADS = ("", "pairs", "moves", "splits", "merges", "words", "runs", "characters", "cuts")


def lines(rows: Iterable[tuple[str, Score]]) -> Iterator[str]:
    """A Markdown table, one row a tool."""
    yield f"| {' | '.join(HEADS)} |"
    yield f"|{'---|' * len(HEADS)}"
    for name, score in rows:
        yield f"| {' | '.join((name, *cells(score)))} |"


def cells(score: Score) -> tuple[str, ...]:
    found = (score.pairs, score.moves, score.splits, score.merges, score.words)
    shares = (score.runs, score.characters)
    return (*(f"{each.f1:.3f}" for each in found), *(f"{each.ratio:.2f}" for each in shares), str(score.cuts))
