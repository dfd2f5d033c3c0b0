"""Two resolutions in, one comparison out: what changed, in the order a reader of the new text meets it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter

from drafts.core.align import Link
from drafts.core.align.order import in_order
from drafts.core.changes import Teller
from drafts.core.comparison import Change, Comparison, Side
from drafts.core.document import Paragraph, Resolution
from drafts.core.heads import compare_heads
from drafts.core.notes import note_changes, pair_notes
from drafts.core.pairing import Pairing, one_language, pair_paragraphs
from drafts.core.sponsors import compare_sponsors
from drafts.core.words import compare_words, replace_words


def compare(old: Resolution, new: Resolution, *, pairings: Sequence[Pairing] = ()) -> Comparison:
    """What changed from ``old`` to ``new``; ``pairings`` by hand are obeyed.

    Pure: the same values give the same answer on any machine at any speed, however large they are.

    Raises:
        InvalidPairingError: a pairing names a paragraph that is not there.
    """
    paired = pair_paragraphs(old, new, pairings)
    words = compare_words if one_language(old, new) else replace_words
    notes = pair_notes(old, new, paired.links)
    changes = tuple(
        _changes(old, new, paired.links, Teller(words, notes.onwards, new.language or old.language))
    )
    return Comparison(
        old=Side(old.symbol, old.language),
        new=Side(new.symbol, new.language),
        changes=changes,
        title=words(old.title, new.title),
        sponsors=compare_sponsors(old.sponsors, new.sponsors),
        notes=note_changes(old, new, notes, changes, words),
        warnings=paired.warnings,
        masthead=compare_heads(old, new),
    )


def _changes(old: Resolution, new: Resolution, links: Sequence[Link], teller: Teller) -> Iterator[Change]:
    """One change for each pairing and for each paragraph that stands alone.

    They follow the new text, by the first paragraph each has in it. A removed one stands before whatever
    follows the paragraph that it followed, leaving out of account those that moved.
    """
    kept = [links[at] for at in in_order(links, [paragraph.text for paragraph in old.paragraphs])]
    places = {link.old[0] for link in kept}
    placed = [
        (
            (link.new[0], 1, 0),
            teller.paired(link, _at(old, link.old), _at(new, link.new), moved=link.old[0] not in places),
        )
        for link in links
    ]
    placed += [
        ((at, 1, 0), [teller.added(new.paragraphs[at])])
        for at in _alone(len(new.paragraphs), [link.new for link in links])
    ]
    alone = _alone(len(old.paragraphs), [link.old for link in links])
    placed += [
        ((place, 0, at), [teller.removed(old.paragraphs[at])])
        for at, place in zip(alone, _where_they_stood(alone, kept), strict=True)
    ]
    return chain.from_iterable([changes for _, changes in sorted(placed, key=itemgetter(0))])


def _alone(count: int, paired: Sequence[Sequence[int]]) -> list[int]:
    """The positions that are in no link."""
    return sorted(set(range(count)).difference(*paired))


def _where_they_stood(removed: Sequence[int], kept: Sequence[Link]) -> Iterator[int]:
    """For each old position the new one that follows the last paragraph before it which kept its place."""
    ends = sorted(
        [(at, link.new[-1] + 1) for link in kept for at in (link.old if link.size == 1 else link.old[-1:])]
    )
    for at in removed:
        before = bisect_left(ends, (at,))
        yield ends[before - 1][1] if before else 0


def _at(resolution: Resolution, indices: Sequence[int]) -> Sequence[Paragraph]:
    if isinstance(indices, range):
        return resolution.paragraphs[indices.start : indices.stop]
    return [resolution.paragraphs[index] for index in indices]
