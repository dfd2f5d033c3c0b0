"""Which paragraphs of two resolutions belong together, by hand, by key, by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafts.core.align import Barred, Link, align, by_old, single
from drafts.core.document import Resolution
from drafts.core.errors import InvalidPairingError
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.tokens import fold
from drafts.core.worded import worded

# Share of both texts in pairs, by letters and likeness. Of 28 pairs of unlike drafts of one session none had
# more than .09, of five pairs of a draft and its next version none less than .87.
ALMOST_NOTHING = 0.1
# Letters of a paragraph that tells nothing: "The General Assembly," "Decides to remain seized of the matter."
FRAME = 60
# Of pairs in such texts those are kept that would stand in any company.
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a person has decided about paragraphs, by id: ``old`` and ``new`` are one, or not ``together``.

    One of several and several of one are a split and a merge. With one side empty, those paragraphs stand
    alone: removed, or added. Of two that speak of one paragraph the later holds.

    Raises:
        InvalidPairingError: both sides are empty, or several are to be one with several.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    together: bool = True

    def __post_init__(self) -> None:
        if not (self.old or self.new):
            raise InvalidPairingError(worded("Choose at least one paragraph."))
        if self.together and len(self.old) > 1 and len(self.new) > 1:
            raise InvalidPairingError(
                worded("Several paragraphs cannot be paired with several. Pair them one by one.")
            )


class Paired(NamedTuple):
    """Links in the order of the old text; ``warnings`` for whoever reads the comparison."""

    links: list[Link]
    warnings: tuple[str, ...] = ()


def pair_paragraphs(old: Resolution, new: Resolution, pairings: Sequence[Pairing] = ()) -> Paired:
    """Pair by hand first, then by key where both descend from one draft, then by words.

    Texts in two languages are not paired by words, and of texts that share almost nothing only sure pairs
    stay.
    """
    by_hand, barred = _by_hand(old, new, pairings)
    by_key = _by_key(old, new)
    if not one_language(old, new):
        by_id = [single(*pair, 1.0, "key") for pair in by_key]
        return Paired(_first_come([*by_hand, *by_id], barred), (_two_languages(old, new),))
    old_texts, new_texts = _texts(old), _texts(new)
    links = align(old_texts, new_texts, *_keys(old_texts, new_texts), by_hand, by_key, barred)
    share = _share(old_texts, new_texts, links)
    if share >= ALMOST_NOTHING:
        return Paired(links)
    sure = [link for link in links if link.score >= SURE or link.ground in ("hand", "key")]
    return Paired(sure, (_almost_nothing(share),) if any(old_texts) and any(new_texts) else ())


def one_language(old: Resolution, new: Resolution) -> bool:
    """Whether their words can be compared: one language, or none named on a side."""
    return not (old.language and new.language) or old.language == new.language


def _by_hand(old: Resolution, new: Resolution, pairings: Sequence[Pairing]) -> tuple[list[Link], Barred]:
    if not pairings:
        return [], frozenset()
    old_at, new_at = _positions(old), _positions(new)
    links: list[Link] = []
    barred: set[tuple[int, int]] = set()
    for pairing in reversed(pairings):
        olds, news = _known(pairing.old, old_at), _known(pairing.new, new_at)
        pairs = {(left, right) for left in olds or old_at.values() for right in news or new_at.values()}
        if not (pairing.together and olds and news):
            barred |= pairs - {(left, right) for link in links for left in link.old for right in link.new}
        elif pairs.isdisjoint(barred):
            links.append(Link(olds, news, 1.0, "hand"))
    return _first_come(links, frozenset()), frozenset(barred)


def _known(ids: Sequence[str], positions: dict[str, int]) -> tuple[int, ...]:
    try:
        return tuple(sorted(positions[each] for each in ids))
    except KeyError as error:
        raise InvalidPairingError(
            worded("There is no paragraph {key} to pair.", key=repr(error.args[0]))
        ) from error


def _by_key(old: Resolution, new: Resolution) -> list[tuple[int, int]]:
    if not old.lineage or old.lineage != new.lineage:
        return []
    new_at = _positions(new)
    return [
        (index, new_at[paragraph.id])
        for index, paragraph in enumerate(old.paragraphs)
        if paragraph.id in new_at
    ]


def _first_come(links: Sequence[Link], barred: Barred) -> list[Link]:
    """Each link none of whose paragraphs an earlier one has, sorted."""
    used_old: set[int] = set()
    used_new: set[int] = set()
    taken = []
    for link in links:
        apart = any((left, right) in barred for left in link.old for right in link.new)
        if not apart and used_old.isdisjoint(link.old) and used_new.isdisjoint(link.new):
            taken.append(link)
            used_old.update(link.old)
            used_new.update(link.new)
    return sorted(taken, key=by_old)


def _positions(resolution: Resolution) -> dict[str, int]:
    return {paragraph.id: index for index, paragraph in enumerate(resolution.paragraphs)}


def _texts(resolution: Resolution) -> list[str]:
    return [paragraph.text for paragraph in resolution.paragraphs]


def _keys(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """By what a text is known again: as it is where the other side has just that, folded where it has not.

    Equal keys are one string, so that no later step has to compare their letters.
    """
    known = dict(zip(new, new, strict=True))
    old_keys = [known.get(text) or fold(text) for text in old]
    met = set(old_keys)
    return old_keys, [text if text in met else fold(text) for text in new]


def _share(old: Sequence[str], new: Sequence[str], links: Sequence[Link]) -> float:
    """What share of both texts is paired, by letters and likeness; the frame of every resolution left out.

    Counted only until it is more than almost nothing.
    """
    old_counts, new_counts = _letters(old), _letters(new)
    total = sum(old_counts) + sum(new_counts)
    paired = 0.0
    for link in links:
        letters = sum([old_counts[at] for at in link.old]) + sum([new_counts[at] for at in link.new])
        paired += link.score * letters
        if paired >= ALMOST_NOTHING * total:
            break
    return paired / total if total else 1.0


def _letters(texts: Sequence[str]) -> list[int]:
    return [length if length > FRAME else 0 for length in map(len, texts)]


def _two_languages(old: Resolution, new: Resolution) -> str:
    names = [ENGLISH_NAMES.get(each.language, each.language) for each in (old, new)]
    return f"The texts are in two languages, {names[0]} and {names[1]}: their words are not compared."


def _almost_nothing(share: float) -> str:
    return (
        f"These texts share almost nothing: {round(100 * share)} % of their words. "
        "Only paragraphs that surely belong together are paired."
    )
