"""What a tool says happened, brought into one shape whatever the tool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafts.core.comparison import Comparison
from tests.benchmarks.compare.printing import Text
from tests.benchmarks.compare.truth import Group, Link

Span = tuple[int, int]  # [start, end) in the text of a paragraph
Spans = tuple[tuple[Span, ...], ...]  # the spans of each paragraph of a side
Segments = Iterable[tuple[str, str]]  # ("equal" | "delete" | "insert", text)
Letters = list[tuple[int, int]]  # where each character that is not white space stands: paragraph, offset
Move = tuple[str, str]  # what a tool says was taken from one place and put in another, as old and new text

# A tool that only marks text is taken to have paired two paragraphs when it left this share of the letters
# of the shorter one standing in the other. Of .1 to .6, the share that serves such tools best.
SHARED = 0.3


@dataclass(frozen=True)
class Answer:
    """``groups``: which paragraphs belong together; ``moved``: those of them said to have left their place;
    ``gone`` and ``fresh``: the stretches marked in each old and each new paragraph."""

    groups: tuple[Group, ...]
    moved: frozenset[Group]
    gone: Spans
    fresh: Spans

    @property
    def links(self) -> frozenset[Link]:
        return frozenset((old, new) for olds, news in self.groups for old in olds for new in news)


def from_comparison(comparison: Comparison, old: Text, new: Text) -> Answer:
    """Our own engine's answer."""
    old_places = {each.id: at for at, each in enumerate(old.resolution.paragraphs)}
    new_places = {each.id: at for at, each in enumerate(new.resolution.paragraphs)}
    gone: list[list[Span]] = [[] for _ in old_places]
    fresh: list[list[Span]] = [[] for _ in new_places]
    groups, moved = [], []
    for change in comparison.changes:
        group = tuple(old_places[each] for each in change.old), tuple(new_places[each] for each in change.new)
        mark(gone, letters(old, group[0]), change.segments, "delete")
        mark(fresh, letters(new, group[1]), change.segments, "insert")
        if all(group):
            groups.append(group)
            moved += [group] if change.moved else []
    return Answer(tuple(groups), frozenset(moved), _frozen(gone), _frozen(fresh))


def from_segments(segments: Segments, old: Text, new: Text) -> Answer:
    """The answer of a tool that compares whole texts. White space is not looked at: some tools change it."""
    segments = tuple(segments)
    here, there = letters(old, range(len(old.paragraphs))), letters(new, range(len(new.paragraphs)))
    gone: list[list[Span]] = [[] for _ in old.paragraphs]
    fresh: list[list[Span]] = [[] for _ in new.paragraphs]
    mark(gone, here, segments, "delete")
    mark(fresh, there, segments, "insert")
    groups = tuple(sorted(_paired(_shared(segments, here, there), here, there)))
    return Answer(groups, frozenset(), _frozen(gone), _frozen(fresh))


def with_moves(answer: Answer, moves: Iterable[Move], old: Text, new: Text) -> Answer:
    """The answer with whole paragraphs that the tool calls moved: those are neither gone nor new."""
    old_places = {bare(each.text): at for at, each in enumerate(old.paragraphs)}
    new_places = {bare(each.text): at for at, each in enumerate(new.paragraphs)}
    links = [(old_places.get(bare(gone)), new_places.get(bare(fresh))) for gone, fresh in moves]
    whole = frozenset(((o,), (n,)) for o, n in links if o is not None and n is not None)
    return replace(
        answer,
        groups=tuple(sorted({*answer.groups, *whole})),
        moved=whole,
        gone=_without(answer.gone, {group[0][0] for group in whole}),
        fresh=_without(answer.fresh, {group[1][0] for group in whole}),
    )


def letters(text: Text, paragraphs: Iterable[int]) -> Letters:
    return [
        (p, at)
        for p in paragraphs
        for at, letter in enumerate(text.paragraphs[p].text)
        if not letter.isspace()
    ]


def bare(text: str) -> str:
    """The text without its white space."""
    return "".join(text.split())


def mark(spans: list[list[Span]], where: Letters, segments: Segments, op: str) -> None:
    """Lay the stretches of ``op`` on the paragraphs they fall on.

    Raises:
        ValueError: the segments do not say as much as the text does.
    """
    other = {"delete": "insert", "insert": "delete"}[op]
    at = 0
    for kind, text in segments:
        if kind == other:
            continue
        end = at + len(bare(text))
        if kind == op:
            _mark_stretch(spans, where[at:end])
        at = end
    if at != len(where):
        raise ValueError(f"The segments hold {at} letters of this side, and the text {len(where)}.")


def _mark_stretch(spans: list[list[Span]], stretch: Letters) -> None:
    """One span in each paragraph the stretch touches, grown from the last one where the two meet."""
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    for paragraph, at in stretch:
        firsts.setdefault(paragraph, at)
        lasts[paragraph] = at
    for paragraph, start in firsts.items():
        mine = spans[paragraph]
        if mine and mine[-1][1] == start:
            start = mine.pop()[0]
        mine.append((start, lasts[paragraph] + 1))


def _shared(segments: Segments, here: Letters, there: Letters) -> Counter[Link]:
    """How many letters each old paragraph left standing in each new one."""
    shared: Counter[Link] = Counter()
    old = new = 0
    for op, text in segments:
        length = len(bare(text))
        if op == "equal":
            shared.update((here[old + k][0], there[new + k][0]) for k in range(length))
        old += length if op != "insert" else 0
        new += length if op != "delete" else 0
    return shared


def _paired(shared: Counter[Link], here: Letters, there: Letters) -> Iterator[Group]:
    """Groups of one and one, one and several, several and one; a tangle gives up its weakest link first."""
    sizes = Counter(paragraph for paragraph, _ in here), Counter(paragraph for paragraph, _ in there)
    links = {
        (old, new): weight
        for (old, new), weight in shared.items()
        if weight >= SHARED * min(sizes[0][old], sizes[1][new])
    }
    for link in sorted(links, key=lambda each: (links[each], each)):
        olds, news = Counter(o for o, _ in links), Counter(n for _, n in links)
        if olds[link[0]] > 1 and news[link[1]] > 1:
            del links[link]
    return _gathered(sorted(links))


def _gathered(links: list[Link]) -> Iterator[Group]:
    olds, news = Counter(o for o, _ in links), Counter(n for _, n in links)
    for old in olds:
        mine = tuple(n for o, n in links if o == old)
        if len(mine) > 1 or news[mine[0]] == 1:
            yield (old,), mine
    for new in (each for each, number in news.items() if number > 1):
        yield tuple(o for o, n in links if n == new), (new,)


def _without(spans: Spans, paragraphs: set[int]) -> Spans:
    return tuple(() if at in paragraphs else each for at, each in enumerate(spans))


def _frozen(spans: list[list[Span]]) -> Spans:
    return tuple(tuple(each) for each in spans)
