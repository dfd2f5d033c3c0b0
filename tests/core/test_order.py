"""The choice of pairings that keep their order, against every choice there is."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafts.core.align.links import Link, rows, single
from drafts.core.align.order import heaviest_chain, in_order

pairs = st.permutations(range(7)).map(lambda news: [(old, new) for old, new in enumerate(news)])


def keep_order(links: Sequence[Link]) -> bool:
    return all(
        before.old[-1] < after.old[0] and before.new[-1] < after.new[0] for before, after in pairwise(links)
    )


def best(links: Sequence[Link], weights: Sequence[float]) -> float:
    """The greatest weight of links in order, by trying all."""
    return max(
        sum(weights[at] for at in chosen)
        for number in range(len(links) + 1)
        for chosen in combinations(range(len(links)), number)
        if keep_order([links[at] for at in chosen])
    )


@given(pairs, st.lists(st.integers(1, 5), min_size=7, max_size=7))
def test_no_chain_is_heavier(pairs: list[tuple[int, int]], weights: list[int]) -> None:
    links = [single(old, new, 1.0, "same") for old, new in pairs]
    chosen = heaviest_chain(links, weights)
    assert keep_order([links[at] for at in chosen])
    assert sum(weights[at] for at in chosen) == best(links, weights)


@given(pairs, st.lists(st.text("x", max_size=4), min_size=7, max_size=7))
def test_as_many_keep_their_order_as_can_then_those_with_more_letters(
    pairs: list[tuple[int, int]], texts: list[str]
) -> None:
    links = rows(pairs, "same")
    kept = [links[at] for at in in_order(links, texts)]
    scale = 1 + sum(map(len, texts))
    one_by_one = [single(old, new, 1.0, "same") for old, new in pairs]
    assert keep_order(kept)
    assert sum(link.size * scale + sum(len(texts[at]) for at in link.old) for link in kept) == best(
        one_by_one, [scale + len(text) for text in texts]
    )


def test_pairs_that_follow_one_another_on_both_sides_are_one_row() -> None:
    assert rows([(0, 0), (1, 1), (2, 4), (3, 5), (5, 6)], "same") == [
        Link(range(2), range(2), 1.0, "same"),
        Link(range(2, 4), range(4, 6), 1.0, "same"),
        Link(range(5, 6), range(6, 7), 1.0, "same"),
    ]
