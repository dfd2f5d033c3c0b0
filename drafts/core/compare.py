"""Two resolutions in, one comparison out: what changed, in the order a reader of the new text meets it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafts.core.align import Link, align
from drafts.core.align.order import in_order
from drafts.core.changes import change_of
from drafts.core.comparison import Change, Comparison, Side
from drafts.core.document import Paragraph, Resolution
from drafts.core.notes import note_changes, pair_notes
from drafts.core.sponsors import compare_sponsors
from drafts.core.tokens import fold
from drafts.core.words import compare_words


def compare(old: Resolution, new: Resolution) -> Comparison:
    """What changed from ``old`` to ``new``.

    Pure: the same two values give the same answer on any machine at any speed, however large they are.
    """
    links = _pair(old, new)
    notes = pair_notes(old, new, links)
    changes = tuple(_changes(old, new, links, notes))
    return Comparison(
        old=Side(old.symbol, old.language),
        new=Side(new.symbol, new.language),
        changes=changes,
        title=compare_words(old.title, new.title),
        sponsors=compare_sponsors(old.sponsors, new.sponsors),
        notes=note_changes(old, new, notes, links, changes),
    )


def _pair(old: Resolution, new: Resolution) -> list[Link]:
    old_texts = [paragraph.text for paragraph in old.paragraphs]
    new_texts = [paragraph.text for paragraph in new.paragraphs]
    return align(old_texts, new_texts, _keys(old_texts, set(new_texts)), _keys(new_texts, set(old_texts)))


def _keys(texts: Sequence[str], others: set[str]) -> list[str]:
    """By what a text is known again: as it is where the other side has just that, folded where it has not."""
    return [text if text in others else fold(text) for text in texts]


def _changes(old: Resolution, new: Resolution, links: list[Link], notes: dict[str, str]) -> Iterable[Change]:
    """One change for each link and for each paragraph that stands alone, in order."""
    kept = in_order(links, [sum([len(old.paragraphs[at].text) for at in link.old]) for link in links])
    placed = [
        (
            (link.new[0], 1, 0),
            change_of(link, _at(old, link.old), _at(new, link.new), notes, moved=link not in kept),
        )
        for link in links
    ]
    paired_new = {index for link in links for index in link.new}
    placed += [
        ((index, 1, 0), change_of(None, (), (paragraph,), notes))
        for index, paragraph in enumerate(new.paragraphs)
        if index not in paired_new
    ]
    placed += [
        ((place, 0, index), change_of(None, (old.paragraphs[index],), (), notes))
        for index, place in _removed(len(old.paragraphs), links, kept)
    ]
    return [change for _, change in sorted(placed, key=lambda each: each[0])]


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
