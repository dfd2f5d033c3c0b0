"""Which candidates are calls: the best reading of all of them together, and how sure each is.

Notes are called in the order of their numbers, so a text is read as a path over "how many notes have been
called so far". From one candidate to the next the count stays (a number of the text, or a note cited again)
or goes up by one; to skip a note costs, to leave the last ones uncalled costs as much. The best path is
Viterbi's; a candidate's margin is how much worse the best path is that reads this one otherwise, from the
best paths up to it and from it on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafts.formats.text.evidence import Candidate, Cut

# Set on the seed, where OP 6 cites notes 1 and 2 again, and on the drafts of session 80, where none returns.
SKIPPED = 4.0  # for each note that no call is found for
REPEATED = 3.0  # to cite a note again
SAME_PAGE = 2.0  # for a first call on the page at whose foot the note stands; against it elsewhere
BEAM = 40.0  # paths so much worse than the best of their candidate are given up
MOST_PATHS = 48

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
    ``pages`` the block in which note 1, 2 … stands, or None where the text brings no notes of its own.
    """
    steps = [
        [(cut, cut.score + _page_score(cut.number, block, pages)) for cut in candidate.cuts]
        for candidate, block in zip(seen, blocks, strict=True)
    ]
    forward = [{0: 0.0}]
    for step in steps:
        forward.append(_pruned(_advance(forward[-1], step)))
    final = 0.0 if pages is None else SKIPPED
    backward = [{state: -final * (last - state) for state in forward[-1]}]
    for step, before in zip(reversed(steps), reversed(forward[:-1]), strict=True):
        backward.append(_retreat(before, step, backward[-1]))
    backward.reverse()
    return _traced(seen, steps, forward, backward)


def _page_score(number: int, block: int, pages: Sequence[int] | None) -> float:
    if pages is None:
        return 0.0
    return SAME_PAGE if pages[number - 1] == block else -SAME_PAGE


_Step = list[tuple[Cut, float]]


def _moves(state: int, step: _Step) -> list[tuple[Cut | None, int, float]]:
    """From a count of notes called: each reading, the count after it, and its gain."""
    moves: list[tuple[Cut | None, int, float]] = [(None, state, 0.0)]
    for cut, score in step:
        if cut.number > state:
            moves.append((cut, cut.number, score - SKIPPED * (cut.number - state - 1)))
        else:
            moves.append((cut, state, cut.score - REPEATED))
    return moves


def _advance(before: _Scores, step: _Step) -> _Scores:
    after: _Scores = {}
    for state, total in before.items():
        for _, target, gain in _moves(state, step):
            if total + gain > after.get(target, -1e9):
                after[target] = total + gain
    return after


def _pruned(scores: _Scores) -> _Scores:
    best = max(scores.values())
    kept = sorted(
        (item for item in scores.items() if item[1] > best - BEAM), key=lambda item: (-item[1], item[0])
    )
    return dict(kept[:MOST_PATHS])


def _retreat(before: _Scores, step: _Step, after: _Scores) -> _Scores:
    return {
        state: max(gain + after.get(target, -1e9) for _, target, gain in _moves(state, step))
        for state in before
    }


def _traced(
    seen: Sequence[Candidate], steps: list[_Step], forward: list[_Scores], backward: list[_Scores]
) -> list[Placed]:
    """The best path from the first candidate on, with the margin at each."""
    placed, state = [], 0
    for at, candidate in enumerate(seen):
        totals: dict[Cut | None, float] = {}
        for origin, total in forward[at].items():
            for cut, target, gain in _moves(origin, steps[at]):
                reached = total + gain + backward[at + 1].get(target, -1e9)
                totals[cut] = max(reached, totals.get(cut, -1e9))
        chosen, state = _best(state, steps[at], backward[at + 1])
        others = max((total for cut, total in totals.items() if cut is not chosen), default=-1e9)
        placed.append(Placed(candidate, chosen, max(0.0, totals[chosen] - others)))
    return placed


def _best(state: int, step: _Step, after: _Scores) -> tuple[Cut | None, int]:
    cut, target, _ = max(_moves(state, step), key=lambda move: move[2] + after.get(move[1], -1e9))
    return cut, target
