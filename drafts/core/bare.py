"""The two texts of a comparison as far as the comparison alone tells them: their words and printed numbers.

For whoever has the comparison and not the texts. Kinds, marks and the labels of notes are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from drafts.core.comparison import JOINT, Comparison, Side, new_text, old_text
from drafts.core.document import Kind, Note, Paragraph, Resolution, Sponsor

_LETTERED = re.compile(r"\(?[a-z]{1,4}\)")  # (a), a), (ii): a sub-paragraph, though not of which


def texts_of(comparison: Comparison) -> tuple[Resolution, Resolution]:
    """The old text and the new, both in the order of the comparison."""
    changes, notes, sponsors = comparison.changes, comparison.notes, comparison.sponsors
    old = _text(
        comparison.old,
        [_paragraphs(each.old, each.old_labels, old_text(each.segments)) for each in changes],
        [Note(each.old, "", old_text(each.segments)) for each in notes if each.old],
        old_text(comparison.title),
        (*sponsors.kept, *sponsors.withdrawn),
    )
    new = _text(
        comparison.new,
        [_paragraphs(each.new, each.new_labels, new_text(each.segments)) for each in changes],
        [Note(each.new, "", new_text(each.segments)) for each in notes if each.new],
        new_text(comparison.title),
        (*sponsors.joined, *sponsors.kept),
    )
    return old, new


def _text(
    side: Side,
    paragraphs: Iterable[Iterator[Paragraph]],
    notes: Iterable[Note],
    title: str,
    sponsors: Iterable[str],
) -> Resolution:
    return Resolution(
        tuple(chain.from_iterable(paragraphs)),
        tuple(notes),
        title,
        tuple(map(Sponsor, sponsors)),
        language=side.language,
        symbol=side.symbol,
    )


def _paragraphs(ids: tuple[str, ...], labels: tuple[str, ...], text: str) -> Iterator[Paragraph]:
    """The text is that of all of them, joined."""
    texts = text.split(JOINT) if len(ids) > 1 else [text]
    for id, label, own in zip_longest(ids, labels[: len(ids)], texts[: len(ids)], fillvalue=""):
        kind: Kind = "operative" if label else "text"
        level = 0 if not label else 2 if _LETTERED.fullmatch(label) else 1
        yield Paragraph(id, kind, own, level, label)
