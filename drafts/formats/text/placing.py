"""Which candidates are calls: the best reading of all of them together, and how sure each is.

Notes are called in the order of their numbers, so a text is read as a path over "how many notes have been
called so far". From one candidate to the next the count stays (a number of the text, or a note cited again)
or goes up by one; to skip a note costs, to leave the last ones uncalled costs as much. The best path is
Viterbi's; a candidate's margin is how much worse the best path is that reads this one otherwise, from the
best paths up to it and from it on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafts.formats.text.evidence import Candidate, Cut

# Set on the seed, where OP 6 cites notes 1 and 2 again, and on the drafts of session 80, where none returns.
SKIPPED = 4.0  # for each note that no call is found for, up to
MOST_SKIPPED = 6  # of them at once: a whole page's notes may be lost with the page
REPEATED = 3.0  # to cite a note again
SAME_PAGE = 2.0  # for a first call on the page at whose foot the note stands; against it elsewhere
BEAM = 40.0  # paths so much worse than the best of their candidate are given up
MOST_PATHS = 16

_Scores = dict[int, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of a candidate: its cut, or None where it is a number of the text."""

    candidate: Candidate
    cut: Cut | None
    margin: float


def place(
    seen: Sequence[Candidate], blocks: Sequence[int], last: int, pages: Sequence[int] | None
) -> list[Placed]:
    """Read all candidates together.

    ``blocks`` are the page (by note blocks above it) each candidate stands on, ``last`` the highest number,
    ``pages`` the block in which note 1, 2 … stands (-1: nowhere), or None where the text brings no notes.
    """
    steps = [
        tuple((cut.number, cut.score + _page_score(cut.number, block, pages), cut.score) for cut in each.cuts)
        for each, block in zip(seen, blocks, strict=True)
    ]
    forward = [{0: 0.0}]
    for step in steps:
        forward.append(_pruned(_advance(forward[-1], step)))
    backward = [{state: 0.0 if pages is None else -_skipping(last - state) for state in forward[-1]}]
    for step, before in zip(reversed(steps), reversed(forward[:-1]), strict=True):
        backward.append(_retreat(before, step, backward[-1]))
    backward.reverse()
    return list(_traced(seen, steps, forward, backward))


def _skipping(notes: int) -> float:
    return SKIPPED * min(notes, MOST_SKIPPED)


def _page_score(number: int, block: int, pages: Sequence[int] | None) -> float:
    if pages is None or pages[number - 1] < 0:
        return 0.0
    return SAME_PAGE if pages[number - 1] == block else -SAME_PAGE


_Step = tuple[tuple[int, float, float], ...]  # of each cut: its number, its score as a first call and again
_IMPOSSIBLE = -1e9


def _moves(state: int, step: _Step) -> list[tuple[int, float]]:
    """From a count of notes called, for no call and then each cut: the count after it, and its gain."""
    moves = [(state, 0.0)]
    for number, first, again in step:
        if number > state:
            moves.append((number, first - _skipping(number - state - 1)))
        else:
            moves.append((state, again - REPEATED))
    return moves


def _advance(before: _Scores, step: _Step) -> _Scores:
    after: _Scores = {}
    for state, total in before.items():
        for target, gain in _moves(state, step):
            if total + gain > after.get(target, _IMPOSSIBLE):
                after[target] = total + gain
    return after


def _pruned(scores: _Scores) -> _Scores:
    if len(scores) == 1:
        return scores
    best = max(scores.values())
    kept = {state: total for state, total in scores.items() if total > best - BEAM}
    if len(kept) <= MOST_PATHS:
        return kept
    return dict(sorted(kept.items(), key=lambda item: (-item[1], item[0]))[:MOST_PATHS])


def _retreat(before: _Scores, step: _Step, after: _Scores) -> _Scores:
    scores: _Scores = {}
    for state in before:
        scores[state] = max([gain + after.get(target, _IMPOSSIBLE) for target, gain in _moves(state, step)])
    return scores


def _traced(
    seen: Sequence[Candidate], steps: list[_Step], forward: list[_Scores], backward: list[_Scores]
) -> Iterator[Placed]:
    """The best path from the first candidate on, with the margin at each."""
    state = 0
    for at, candidate in enumerate(seen):
        after = backward[at + 1]
        totals = [_IMPOSSIBLE] * (len(steps[at]) + 1)
        for origin, total in forward[at].items():
            for choice, (target, gain) in enumerate(_moves(origin, steps[at])):
                totals[choice] = max(totals[choice], total + gain + after.get(target, _IMPOSSIBLE))
        ahead = [gain + after.get(target, _IMPOSSIBLE) for target, gain in _moves(state, steps[at])]
        chosen = ahead.index(max(ahead))
        state = _moves(state, steps[at])[chosen][0]
        others = max(total for choice, total in enumerate(totals) if choice != chosen)
        yield Placed(
            candidate, candidate.cuts[chosen - 1] if chosen else None, max(0.0, totals[chosen] - others)
        )
