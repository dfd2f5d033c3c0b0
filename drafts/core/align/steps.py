"""The steps of the alignment, in their order.

1. equal texts meet and hold the rest in place
2. a lone pair between two of them that shares a good half of its text is one paragraph
3. in each gap: the best choice of likely pairs, splits and merges that do not cross
4. moves: what is left, anywhere
5. rewrites: what is left within a gap, down to less likeness
6. parts and wholes: what is left beside a pair that lacks it, and a lone pair of which one holds the other
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafts.core.align.anchors import anchor, gaps_between
from drafts.core.align.candidates import Pair, scored_pairs, shingles
from drafts.core.align.coded import CodedTexts
from drafts.core.align.joints import LOOSE, STRICT, Free, Strictness, joints
from drafts.core.align.links import Gap, Ground, Link
from drafts.core.align.order import heaviest_chain
from drafts.core.ends import common_ends
from drafts.core.similarity import shared
from drafts.core.vocabulary import Vocabulary

CLEAR = 0.5  # of the longer text at the ends of a lone pair
LIKELY = 0.5  # words in common, by ratio, for a pair that keeps its order
MOVED = 0.6  # the same for one that does not: order no longer speaks for it
REWRITTEN = 0.34  # the same for what is left between two pairs when nothing better was found
CONTAINED = 0.8  # of the shorter of a lone pair in the longer
HELD, HELD_WORDS, HELD_RUNS = 0.8, 8, 0.5  # words and runs of a moved paragraph in a much longer one
MOVABLE = 4  # words a paragraph needs to be known again elsewhere though edited


def align(
    old: Sequence[str], new: Sequence[str], old_keys: Sequence[str], new_keys: Sequence[str]
) -> list[Link]:
    """Pair paragraphs, given their texts and their folded texts. Every position stands in at most one link."""
    state = _State(old, new)
    in_order, moved = anchor(old_keys, new_keys)
    state.take(in_order)
    state.take(moved)
    state.backbone = in_order
    for step in (_clear, _likely, _moves, _rewrites, _parts, _contained):
        step(state)
    return sorted(state.links)


class _State:
    """What is paired so far. ``backbone`` are the links that kept their order."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        vocabulary = Vocabulary()
        self.old_texts, self.new_texts = old, new
        self.old, self.new = CodedTexts(old, vocabulary), CodedTexts(new, vocabulary)
        self.free_old, self.free_new = set(range(len(old))), set(range(len(new)))
        self.links: list[Link] = []
        self.backbone: list[Link] = []

    def take(self, links: Iterable[Link]) -> None:
        for link in links:
            self.links.append(link)
            self.free_old.difference_update(link.old)
            self.free_new.difference_update(link.new)

    def take_in_order(self, links: Sequence[Link]) -> None:
        self.take(links)
        self.backbone = sorted([*self.backbone, *links])

    def gaps(self) -> list[Gap]:
        backbone = set(self.backbone)
        elsewhere = [link for link in self.links if link not in backbone]
        found = gaps_between(self.backbone, len(self.old), len(self.new), elsewhere)
        return [gap for gap in found if gap.old and gap.new]

    def pairs(self, gap: Gap) -> list[Pair]:
        return scored_pairs(gap.old, gap.new, self.old, self.new)

    def link(self, pair: Pair, ground: Ground) -> Link:
        return Link((pair.old,), (pair.new,), self.ratio(pair), ground)

    def ratio(self, pair: Pair) -> float:
        total = len(self.old[pair.old]) + len(self.new[pair.new])
        return 2 * pair.shared / total if total else 1.0


def _clear(state: _State) -> None:
    found = []
    for gap in state.gaps():
        if len(gap.old) == len(gap.new) == 1:
            old, new = state.old_texts[gap.old[0]], state.new_texts[gap.new[0]]
            share = common_ends(old, new) / max(len(old), len(new), 1)
            if share >= CLEAR:
                found.append(Link(gap.old, gap.new, share, "order"))
    state.take_in_order(found)


def _likely(state: _State) -> None:
    state.take_in_order(
        [link for gap in state.gaps() for link in _best_in_gap(state, gap, LIKELY, "order", STRICT)]
    )


def _rewrites(state: _State) -> None:
    state.take_in_order(
        [link for gap in state.gaps() for link in _best_in_gap(state, gap, REWRITTEN, "rewritten", LOOSE)]
    )


def _best_in_gap(state: _State, gap: Gap, least: float, ground: Ground, measure: Strictness) -> list[Link]:
    pairs = state.pairs(gap)
    links = [link for link in (state.link(pair, ground) for pair in pairs) if link.score >= least]
    links += joints(pairs, state.old, state.new, measure, Free(frozenset(gap.old), frozenset(gap.new)))
    weights = [_weight(state, link) for link in links]
    return [links[index] for index in heaviest_chain(links, weights)]


def _weight(state: _State, link: Link) -> float:
    """How much a link explains: the words of both sides, those of a doubtful pairing less."""
    words = sum(len(state.old[index]) for index in link.old) + sum(
        len(state.new[index]) for index in link.new
    )
    return (1 + words) * link.score**2


def _moves(state: _State) -> None:
    """Pairs anywhere, the likest first. One text that grew around another is known by the runs of its words."""
    olds = [index for index in sorted(state.free_old) if len(state.old[index]) >= MOVABLE]
    news = [index for index in sorted(state.free_new) if len(state.new[index]) >= MOVABLE]
    pairs = scored_pairs(olds, news, state.old, state.new) if olds and news else []
    links = [state.link(pair, "moved") for pair in pairs if state.ratio(pair) >= MOVED or _grew(state, pair)]
    for link in sorted(links, key=lambda link: (-link.score, link)):
        if link.old[0] in state.free_old and link.new[0] in state.free_new:
            state.take([link])


def _grew(state: _State, pair: Pair) -> bool:
    old, new = state.old[pair.old], state.new[pair.new]
    shorter = min(len(old), len(new))
    if shorter < HELD_WORDS or pair.shared < HELD * shorter:
        return False
    few, many = sorted((set(shingles(old)), set(shingles(new))), key=len)
    return len(few & many) >= HELD_RUNS * len(few)


def _parts(state: _State) -> None:
    """A paragraph left over beside a pair that lacks its words: the pair was a split or a merge."""
    for index, link in enumerate(state.links):
        if len(link.old) == len(link.new) == 1 and link.score < 1:
            pair = [Pair(link.old[0], link.new[0], 0)]
            free = Free(frozenset({*state.free_old, *link.old}), frozenset({*state.free_new, *link.new}))
            found = [each for each in joints(pair, state.old, state.new, LOOSE, free) if _holds(each, link)]
            if found:
                best = max(found, key=lambda each: (_weight(state, each), each))
                if _weight(state, best) > _weight(state, link):
                    state.links[index] = best
                    if link in state.backbone:
                        state.backbone[state.backbone.index(link)] = best
                    state.free_old.difference_update(best.old)
                    state.free_new.difference_update(best.new)


def _holds(joint: Link, link: Link) -> bool:
    return link.old[0] in joint.old and link.new[0] in joint.new


def _contained(state: _State) -> None:
    """A lone old and a lone new paragraph between two pairs, one of which holds nearly all words of the other."""
    for gap in state.gaps():
        if len(gap.old) == len(gap.new) == 1:
            old, new = state.old[gap.old[0]], state.new[gap.new[0]]
            shorter = min(len(old), len(new))
            if shorter and shared(old, new) >= CONTAINED * shorter:
                state.take_in_order([state.link(Pair(gap.old[0], gap.new[0], shared(old, new)), "contained")])
