"""What a tool says happened, brought into one shape whatever the tool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafts.core.comparison import Comparison
from tests.benchmarks.compare.printing import Text
from tests.benchmarks.compare.truth import Group, Link

Span = tuple[int, int]  # [start, end) in the text of a paragraph
Spans = tuple[tuple[Span, ...], ...]  # the spans of each paragraph of a side
Pairs = Iterable[tuple[str, str]]  # ("equal" | "delete" | "insert", text)

# A tool that only marks text is taken to have paired two paragraphs when it left this much of the letters of the
# shorter one standing in the other. Of .1 to .6, the share that gives such tools their best pairs F1 over all sets.
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
    gone: list[tuple[Span, ...]] = [()] * len(old_places)
    fresh: list[tuple[Span, ...]] = [()] * len(new_places)
    groups, moved = [], []
    for change in comparison.changes:
        group = tuple(old_places[each] for each in change.old), tuple(new_places[each] for each in change.new)
        for op, side, text, places in (("delete", gone, old, group[0]), ("insert", fresh, new, group[1])):
            lengths = [len(text.paragraphs[at].text) for at in places]
            for at, spans in zip(places, marked(change.segments, op, lengths), strict=True):
                side[at] = spans
        if all(group):
            groups.append(group)
            moved += [group] if change.moved else []
    return Answer(tuple(groups), frozenset(moved), tuple(gone), tuple(fresh))


def from_segments(segments: Pairs, old: Text, new: Text) -> Answer:
    """The answer of a tool that compares whole texts, a line a paragraph, and knows no moves."""
    segments = tuple(segments)
    gone = marked(segments, "delete", [len(each.text) for each in old.paragraphs])
    fresh = marked(segments, "insert", [len(each.text) for each in new.paragraphs])
    return Answer(paired(_shared(segments), old, new), frozenset(), gone, fresh)


def marked(segments: Pairs, op: str, lengths: Sequence[int]) -> Spans:
    """The stretches of ``op`` in each paragraph of a side, the paragraphs being joined by one line feed."""
    other = {"delete": "insert", "insert": "delete"}[op]
    starts = _starts(lengths)
    spans: list[list[Span]] = [[] for _ in lengths]
    at, paragraph = 0, 0
    for kind, text in segments:
        if kind == other:
            continue
        end = at + len(text)
        while kind == op and paragraph < len(lengths) and at < end:
            first, last = starts[paragraph], starts[paragraph] + lengths[paragraph]
            _extend(spans[paragraph], max(at, first) - first, min(end, last) - first)
            if end <= last:
                break
            paragraph += 1
        at = end
        while paragraph < len(lengths) and at > starts[paragraph] + lengths[paragraph]:
            paragraph += 1
    return tuple(tuple(each) for each in spans)


def _starts(lengths: Sequence[int]) -> list[int]:
    starts, at = [], 0
    for length in lengths:
        starts.append(at)
        at += length + 1
    return starts


def _extend(spans: list[Span], start: int, end: int) -> None:
    """Add a stretch, joined to the one before where the two touch."""
    if start >= end:
        return
    if spans and spans[-1][1] == start:
        start = spans.pop()[0]
    spans.append((start, end))


def _shared(segments: Pairs) -> Counter[Link]:
    """How many letters each old paragraph left standing in each new one."""
    shared: Counter[Link] = Counter()
    old = new = 0
    for op, text in segments:
        for at, line in enumerate(text.split("\n")):
            old += at > 0 and op != "insert"
            new += at > 0 and op != "delete"
            if op == "equal":
                shared[old, new] += letters(line)
    return shared


def paired(shared: Counter[Link], old: Text, new: Text) -> tuple[Group, ...]:
    """Groups of one and one, one and several, several and one; a wider tangle gives up its weakest link first."""
    links = {
        link: weight
        for link, weight in shared.items()
        if weight
        and weight
        >= SHARED * min(letters(old.paragraphs[link[0]].text), letters(new.paragraphs[link[1]].text))
    }
    for link in sorted(links, key=lambda each: (links[each], each)):
        olds, news = Counter(o for o, _ in links), Counter(n for _, n in links)
        if olds[link[0]] > 1 and news[link[1]] > 1:
            del links[link]
    return tuple(sorted(_gathered(links)))


def _gathered(links: Iterable[Link]) -> Iterator[Group]:
    links = sorted(links)
    olds, news = Counter(o for o, _ in links), Counter(n for _, n in links)
    for old in olds:
        mine = tuple(n for o, n in links if o == old)
        if len(mine) > 1 or news[mine[0]] == 1:
            yield (old,), mine
    for new in (each for each, number in news.items() if number > 1):
        yield tuple(o for o, n in links if n == new), (new,)


def letters(text: str) -> int:
    """Characters that are not white space."""
    return len("".join(text.split()))
