"""Inputs that make comparisons slow or wrong: each may take two seconds, and gives one answer always."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from drafts.core.compare import compare
from drafts.core.comparison import Comparison, new_text, old_text
from drafts.core.document import Paragraph, Resolution
from tests.benchmarks.compare.writer import Kind, Writer

Texts = Sequence[str]
MANY = 2000  # paragraphs a side, after DESIGN's hostile sizes
LONG = 20_000  # words of the one long paragraph


@dataclass(frozen=True, slots=True)
class Trial:
    """One hostile input: seconds of the slower of two runs, and whether the answer was one and complete."""

    name: str
    seconds: float
    sound: bool


def trials() -> Iterator[Trial]:
    """Every hostile input, tried twice."""
    for name, make in HOSTILE.items():
        old, new = (_resolution(texts) for texts in make())
        runs = []
        for _ in range(2):
            start = time.perf_counter()
            comparison = compare(old, new)
            runs.append((time.perf_counter() - start, comparison))
        yield Trial(
            name,
            max(seconds for seconds, _ in runs),
            runs[0][1] == runs[1][1] and sound(runs[0][1], old, new),
        )


def sound(comparison: Comparison, old: Resolution, new: Resolution) -> bool:
    """Every paragraph stands in one change, and both texts can be read from the segments exactly."""
    olds = {each.id: each.text for each in old.paragraphs}
    news = {each.id: each.text for each in new.paragraphs}
    changes = comparison.changes
    return (
        sorted(each for change in changes for each in change.old) == sorted(olds)
        and sorted(each for change in changes for each in change.new) == sorted(news)
        and all(
            old_text(change.segments) == "\n".join(olds[each] for each in change.old) for change in changes
        )
        and all(
            new_text(change.segments) == "\n".join(news[each] for each in change.new) for change in changes
        )
    )


def _resolution(texts: Texts) -> Resolution:
    return Resolution(
        tuple(Paragraph(f"p{at}", "operative", text) for at, text in enumerate(texts)), language="en"
    )


def _paragraphs(seed: str, number: int, kind: Kind = "operative") -> list[str]:
    writer = Writer("en", random.Random(seed))
    return ["".join(t.gap + t.text for t in writer.paragraph(kind).tokens) for _ in range(number)]


def _words(seed: str, number: int) -> list[str]:
    words: list[str] = []
    for text in _paragraphs(seed, number // 20):
        words += text.split()
    return words[:number] if len(words) >= number else words + _words(seed + ".", number - len(words))


def _unrelated() -> tuple[Texts, Texts]:
    """Not a word in common: each side has an alphabet of its own."""
    rng = random.Random("unrelated")
    return tuple(
        [" ".join("".join(rng.choices(alphabet, k=7)) for _ in range(40)) for _ in range(MANY)]
        for alphabet in ("abcdefghijklm", "nopqrstuvwxyz")
    )  # type: ignore[return-value]


def _other_resolutions() -> tuple[Texts, Texts]:
    """Two texts of one language and one manner, without one paragraph in common."""
    return _paragraphs("one", MANY), _paragraphs("other", MANY)


def _near_copies() -> tuple[Texts, Texts]:
    """One formula over and over, told apart by a number; the new side has every other one, each edited."""
    formula = "Requests the Secretary-General to submit at its {} session a report on the question of item {}"
    return (
        [f"{formula.format('next', at)} of the agenda;" for at in range(MANY)],
        [f"{formula.format('following', at)} of the agenda;" for at in range(0, 2 * MANY, 2)],
    )


def _identical() -> tuple[Texts, Texts]:
    return ["Decides to remain seized of the matter;"] * MANY, ["Decides to remain seized of the matter;"] * (
        MANY - 1
    )


def _reversed() -> tuple[Texts, Texts]:
    texts = _paragraphs("reversed", MANY)
    return texts, texts[::-1]


def _long_edited() -> tuple[Texts, Texts]:
    words = _words("long", LONG)
    rng = random.Random("long edited")
    changed = [word if rng.random() > 0.05 else f"{word}x" for word in words if rng.random() > 0.02]
    return [" ".join(words)], [" ".join(changed)]


def _long_unrelated() -> tuple[Texts, Texts]:
    return [" ".join(_words("long", LONG))], [" ".join(_words("quite another", LONG))]


HOSTILE: dict[str, Callable[[], tuple[Texts, Texts]]] = {
    "2000 paragraphs × 2000 without a word in common": _unrelated,
    "2000 × 2000 of the same manner, none in common": _other_resolutions,
    "2000 near-copies × 2000, every one edited": _near_copies,
    "2000 identical × 1999": _identical,
    "2000 in reverse order": _reversed,
    "one paragraph of 20,000 words, edited": _long_edited,
    "one paragraph of 20,000 words, another of the same manner": _long_unrelated,
}
