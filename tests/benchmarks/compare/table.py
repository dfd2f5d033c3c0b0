"""Lays measurements out as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tests.benchmarks.compare.fields import FieldScore
from tests.benchmarks.compare.genuine import Finding
from tests.benchmarks.compare.hostile import Trial
from tests.benchmarks.compare.score import Score
from tests.benchmarks.compare.timing import SIZES, Timing

_SCORES = (
    "pairs F1",
    "moves F1",
    "splits F1",
    "merges F1",
    "words F1",
    "runs ÷ true",
    "characters ÷ needed",
    "words cut",
)


def scores(rows: Iterable[tuple[str, Score]]) -> Iterator[str]:
    return _table(("", *_SCORES), ((name, *_score_cells(score)) for name, score in rows))


def field_scores(score: FieldScore) -> Iterator[str]:
    heads = ("F1", "renumbered", "notes added, removed, edited", "sponsors joined, withdrawn", "italics only")
    found = (score.renumbered, score.notes, score.sponsors, score.italics)
    return _table(heads, [("Rapporteur", *(f"{each.f1:.3f}" for each in found))])


def times(timings: Sequence[Timing], names: dict[str, str]) -> Iterator[str]:
    """Milliseconds, one row a tool, and how they grow from the middle size to the largest."""
    by_peer = groupby(
        sorted(timings, key=lambda each: list(names).index(each.peer)), key=lambda each: each.peer
    )
    rows = ((names[peer], *_time_cells(list(group))) for peer, group in by_peer)
    return _table(
        ("median milliseconds", *(f"{size} paragraphs" for size in SIZES), "growth 1000 → 5000"), rows
    )


def hostile(trials: Iterable[Trial]) -> Iterator[str]:
    heads = ("hostile input", "seconds", "same and whole answer")
    return _table(heads, ((each.name, f"{each.seconds:.2f}", _yes(each.sound)) for each in trials))


def genuine(findings: Iterable[Finding]) -> Iterator[str]:
    heads = ("pair", "what changed", "highlighted ÷ must change", "words cut", "promises kept")
    return _table(heads, ((each.name, *_finding_cells(each)) for each in findings))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _score_cells(score: Score) -> tuple[str, ...]:
    found = (score.pairs, score.moves, score.splits, score.merges, score.words)
    shares = (score.runs, score.characters)
    return (*(f"{each.f1:.3f}" for each in found), *(f"{each.ratio:.2f}" for each in shares), str(score.cuts))


def _time_cells(timings: Sequence[Timing]) -> tuple[str, ...]:
    seconds = {each.size: each.seconds for each in timings}
    middle, largest = seconds.get(1000), seconds.get(5000)
    growth = f"{largest / middle:.1f}" if middle and largest else "–"
    return (*("out of time" if each is None else f"{1000 * each:.1f}" for each in seconds.values()), growth)


def _finding_cells(finding: Finding) -> tuple[str, ...]:
    if finding.refused:
        return f"not read: {finding.refused}", "–", "–", "–"
    ratio = f"{finding.highlighted.ratio:.3f}"
    return finding.summary, ratio, str(finding.cuts), _yes(finding.sound)


def _yes(kept: bool) -> str:
    return "yes" if kept else "**no**"
