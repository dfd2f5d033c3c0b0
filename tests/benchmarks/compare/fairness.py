"""Where the truth is not the only right answer, the answer is measured against the likest right one."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.compare.answer import Answer
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.tally import Found, found
from tests.benchmarks.compare.truth import Group, Link, Place, places

Side = tuple[tuple[str, ...], frozenset[int]]  # the tokens' letters, and the places of those that are marked


def best_moves(answer: Answer, case: Case) -> Found:
    """Moves against the likest of the right answers.

    Moved is what does not stand in the heaviest set of paragraphs that kept their order. When two
    neighbours swap either may be called moved; when a long one and two short ones swap, people differ on
    whether few paragraphs or few words should be called moved. So both weights are tried, ties going to
    what the answer says stayed.
    """
    claimed = frozenset((olds[0], news[0]) for olds, news in answer.moved)
    tries = [found(claimed, _moved(case, claimed, by_words)) for by_words in (False, True)]
    return max(tries, key=lambda each: each.f1)


def _moved(case: Case, claimed: frozenset[Link], by_words: bool) -> frozenset[Link]:
    links = [(olds[0], news[0]) for olds, news in case.truth.groups]
    ties = len(links) + 1
    weights = [
        (_words(case, group) if by_words else 1) * ties + (link not in claimed)
        for link, group in zip(links, case.truth.groups, strict=True)
    ]
    return frozenset(links) - {links[at] for at in _heaviest(links, weights)}


def _words(case: Case, group: Group) -> int:
    return sum(len(case.old.paragraphs[each].tokens) for each in group[0])


def _heaviest(links: Sequence[Link], weights: Sequence[int]) -> list[int]:
    """Places of the heaviest run of links, given in old order, whose new places increase. O(n²)."""
    best, before = list(weights), [-1] * len(links)
    for at, (_, new) in enumerate(links):
        for earlier in range(at):
            if links[earlier][1] < new and best[earlier] + weights[at] > best[at]:
                best[at], before[at] = best[earlier] + weights[at], earlier
    run, at = [], max(range(len(links)), key=best.__getitem__, default=-1)
    while at >= 0:
        run.append(at)
        at = before[at]
    return run


def fair_words(gone: frozenset[Place], fresh: frozenset[Place], case: Case) -> Found:
    """New and gone words. In a group that truly belongs together, an answer as good as the truth is right.

    As good: what it leaves standing reads the same on both sides, and it marks no more tokens, in no more
    runs. Deleting either of two equal neighbours is the same edit. Otherwise both are slid to the left
    before they are compared: ``a [b a] c`` and ``[a b] a c`` are one deletion.
    """
    total = Found()
    for olds, news in case.truth.groups:
        here, there = places(case.old, olds), places(case.new, news)
        old_texts = tuple(case.old.paragraphs[p].tokens[t].text for p, t in here)
        new_texts = tuple(case.new.paragraphs[p].tokens[t].text for p, t in there)
        claimed = (old_texts, _among(here, gone)), (new_texts, _among(there, fresh))
        true = (old_texts, _among(here, case.truth.gone)), (new_texts, _among(there, case.truth.fresh))
        total += _group_words(claimed, true)
    return total + _alone(gone, case.truth.gone, case, 0) + _alone(fresh, case.truth.fresh, case, 1)


def _among(where: Sequence[Place], marked: frozenset[Place]) -> frozenset[int]:
    return frozenset(at for at, place in enumerate(where) if place in marked)


def _alone(claimed: frozenset[Place], true: frozenset[Place], case: Case, side: int) -> Found:
    """Tokens of paragraphs that only one side has."""
    grouped = {paragraph for group in case.truth.groups for paragraph in group[side]}
    outside = frozenset(place for place in claimed if place[0] not in grouped)
    return found(outside, frozenset(place for place in true if place[0] not in grouped))


def _group_words(claimed: tuple[Side, Side], true: tuple[Side, Side]) -> Found:
    if _as_good(claimed, true):
        return Found(right=sum(len(marked) for _, marked in true))
    ours, theirs = slid(*claimed), slid(*true)
    return found(ours[0], theirs[0]) + found(ours[1], theirs[1])


def _as_good(claimed: tuple[Side, Side], true: tuple[Side, Side]) -> bool:
    return (
        _standing(claimed[0]) == _standing(claimed[1])
        and all(len(ours[1]) <= len(theirs[1]) for ours, theirs in zip(claimed, true, strict=True))
        and sum(_runs(side[1]) for side in claimed) <= sum(_runs(side[1]) for side in true)
    )


def _standing(side: Side) -> list[str]:
    texts, marked = side
    return [text for at, text in enumerate(texts) if at not in marked]


def _runs(marked: frozenset[int]) -> int:
    return sum(at - 1 not in marked for at in marked)


def slid(old: Side, new: Side) -> tuple[frozenset[int], frozenset[int]]:
    """The marks of both sides, each pure deletion and pure insertion as far to the left as it goes.

    Sides whose standing tokens differ have no such thing, and come back as they are.
    """
    if _standing(old) != _standing(new):
        return old[1], new[1]
    gone = _slid_side(old, _breaks(new))
    return gone, _slid_side(new, _breaks((old[0], gone)))


def _breaks(side: Side) -> frozenset[int]:
    """Before how many standing tokens, counted from the start, this side has something marked."""
    texts, marked = side
    standing, breaks = 0, set()
    for at in range(len(texts)):
        if at in marked:
            breaks.add(standing)
        else:
            standing += 1
    return frozenset(breaks)


def _slid_side(side: Side, breaks: frozenset[int]) -> frozenset[int]:
    texts, marked = side[0], set(side[1])
    standing = 0
    for at in range(len(texts)):
        if at not in marked:
            standing += 1
        elif at + 1 not in marked or at + 1 == len(texts):
            _slide_run(texts, marked, at, standing, breaks)
    return frozenset(marked)


def _slide_run(
    texts: Sequence[str], marked: set[int], last: int, standing: int, breaks: frozenset[int]
) -> None:
    """Slide the run that ends at ``last``, while the token before it equals its last one and stands alone."""
    first = last
    while first - 1 in marked:
        first -= 1
    while first > 0 and texts[first - 1] == texts[last] and not {standing, standing - 1} & breaks:
        marked.discard(last)
        marked.add(first - 1)
        first, last, standing = first - 1, last - 1, standing - 1
        while first - 1 in marked:
            first -= 1
