"""Measures an answer against the truth. Counts are summed over the cases; ratios are taken at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from tests.benchmarks.compare.answer import Answer, Span, Spans
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.fairness import best_moves, fair_words
from tests.benchmarks.compare.printing import Text
from tests.benchmarks.compare.tally import Found, Share, found
from tests.benchmarks.compare.truth import Group, Place


@dataclass(frozen=True, slots=True)
class Score:
    """All that is measured. ``cuts``: ends of marks that fall inside a word."""

    pairs: Found = field(default_factory=Found)
    moves: Found = field(default_factory=Found)
    splits: Found = field(default_factory=Found)
    merges: Found = field(default_factory=Found)
    words: Found = field(default_factory=Found)
    runs: Share = field(default_factory=Share)
    characters: Share = field(default_factory=Share)
    cuts: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def score(answer: Answer, case: Case) -> Score:
    """One case's score."""
    truth = case.truth
    gone, fresh = tokens_marked(case.old, answer.gone), tokens_marked(case.new, answer.fresh)
    return Score(
        pairs=found(answer.links, truth.links),
        moves=best_moves(answer, case),
        splits=found(_splits(answer.groups), _splits(truth.groups)),
        merges=found(_merges(answer.groups), _merges(truth.groups)),
        words=fair_words(gone, fresh, case),
        runs=_runs(answer, case),
        characters=_characters(answer, case),
        cuts=_cuts(case.old, answer.gone) + _cuts(case.new, answer.fresh),
    )


def tokens_marked(text: Text, spans: Spans) -> frozenset[Place]:
    """A token with any of its characters marked counts as marked, as a reader's eye would have it."""
    return frozenset(
        (each, at)
        for each, (paragraph, marks) in enumerate(zip(text.paragraphs, spans, strict=True))
        for at, token in enumerate(paragraph.tokens)
        if any(start < token.end and token.start < end for start, end in marks)
    )


def _splits(groups: Iterable[Group]) -> frozenset[Group]:
    return frozenset(group for group in groups if len(group[1]) > 1)


def _merges(groups: Iterable[Group]) -> frozenset[Group]:
    return frozenset(group for group in groups if len(group[0]) > 1)


def _runs(answer: Answer, case: Case) -> Share:
    """Stretches of marks that touch but for white space, counted in each paragraph of each side."""
    done = _run_count(case.old, answer.gone) + _run_count(case.new, answer.fresh)
    needed = _run_count(case.old, _spans(case.old, case.truth.gone))
    return Share(done, needed + _run_count(case.new, _spans(case.new, case.truth.fresh)))


def _characters(answer: Answer, case: Case) -> Share:
    """Marked characters that are not white space, against those of the tokens that are truly gone or new."""
    done = _character_count(case.old, answer.gone) + _character_count(case.new, answer.fresh)
    needed = _character_count(case.old, _spans(case.old, case.truth.gone))
    return Share(done, needed + _character_count(case.new, _spans(case.new, case.truth.fresh)))


def _spans(text: Text, marked: frozenset[Place]) -> Spans:
    return tuple(
        tuple((token.start, token.end) for at, token in enumerate(paragraph.tokens) if (each, at) in marked)
        for each, paragraph in enumerate(text.paragraphs)
    )


def _run_count(text: Text, spans: Spans) -> int:
    return sum(
        _runs_in(paragraph.text, marks) for paragraph, marks in zip(text.paragraphs, spans, strict=True)
    )


def _runs_in(text: str, spans: Sequence[Span]) -> int:
    seen = [(start, end) for start, end in spans if text[start:end].strip()]
    return sum(at == 0 or bool(text[seen[at - 1][1] : start].strip()) for at, (start, _) in enumerate(seen))


def _character_count(text: Text, spans: Spans) -> int:
    return sum(
        len("".join(paragraph.text[start:end].split()))
        for paragraph, marks in zip(text.paragraphs, spans, strict=True)
        for start, end in marks
    )


def _cuts(text: Text, spans: Spans) -> int:
    return sum(
        cut_at(paragraph.text, end)
        for paragraph, marks in zip(text.paragraphs, spans, strict=True)
        for span in marks
        for end in span
    )


def cut_at(text: str, at: int) -> bool:
    """Whether a boundary here falls between two letters or digits: ``c|h``, never ``sous|-`` or ``’|h``."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
