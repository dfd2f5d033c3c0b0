"""Two resolutions in, one comparison out: what changed, in the order a reader of the new text meets it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def _changes(old: Resolution, new: Resolution, links: list[Link], teller: Teller) -> list[Change]:
    """One change for each link and for each paragraph that stands alone.

    They follow the new text, by the first paragraph each has in it. A removed one stands before whatever
    follows the paragraph that it followed, leaving out of account those that moved.
    """
    kept = in_order(links, [sum([len(old.paragraphs[at].text) for at in link.old]) for link in links])
    placed = [
        (
            (link.new[0], 1, 0),
            teller.paired(link, _at(old, link.old), _at(new, link.new), moved=link not in kept),
        )
        for link in links
    ]
    paired = {index for link in links for index in link.new}
    placed += [
        ((index, 1, 0), teller.added(paragraph))
        for index, paragraph in enumerate(new.paragraphs)
        if index not in paired
    ]
    placed += [
        ((place, 0, index), teller.removed(old.paragraphs[index]))
        for index, place in _removed(len(old.paragraphs), links, kept)
    ]
    return [change for _, change in sorted(placed, key=itemgetter(0))]


def _removed(count: int, links: list[Link], kept: set[Link]) -> Iterable[tuple[int, int]]:
    """Old positions without a partner, each with the new position before which it would stand."""
    follows = {index: link.new[-1] + 1 for link in kept for index in link.old}
    paired = {index for link in links for index in link.old}
    place = 0
    for index in range(count):
        place = follows.get(index, place)
        if index not in paired:
            yield index, place


def _at(resolution: Resolution, indices: tuple[int, ...]) -> tuple[Paragraph, ...]:
    return tuple([resolution.paragraphs[index] for index in indices])
