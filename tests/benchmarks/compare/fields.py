"""What no other tool on the bench answers: renumbering, notes, sponsors, italics."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import NamedTuple

from drafts.core.comparison import Comparison
from drafts.core.document import Paragraph
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.tally import Found, found
from tests.benchmarks.compare.truth import Link


class NoteFate(NamedTuple):
    """What became of a note, by its number on each side; none where it is not there."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Found, wrong and missed of each field. Notes and sponsors that did not change are not counted."""

    renumbered: Found = field(default_factory=Found)
    notes: Found = field(default_factory=Found)
    sponsors: Found = field(default_factory=Found)
    italics: Found = field(default_factory=Found)

    def __add__(self, other: FieldScore) -> FieldScore:
        return FieldScore(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def field_score(comparison: Comparison, case: Case) -> FieldScore:
    """One case's score. Paragraphs count where they are one old and one new, and truly belong together."""
    links = {(olds[0], news[0]) for olds, news in case.truth.groups if len(olds) == len(news) == 1}
    return FieldScore(
        renumbered=found(_said_renumbered(comparison) & links, _renumbered(case, links)),
        notes=found(_said_notes(comparison), _notes(case)),
        sponsors=found(_said_sponsors(comparison), _sponsors(case)),
        italics=found(_said_italics(comparison) & links, _italics(case, links)),
    )


def _link(old: tuple[str, ...], new: tuple[str, ...]) -> Link:
    """Places from ids, which on the bench are numbered from one."""
    return int(old[0][1:]) - 1, int(new[0][1:]) - 1


def _said_renumbered(comparison: Comparison) -> set[Link]:
    return {
        _link(each.old, each.new) for each in comparison.changes if each.renumbered and each.old and each.new
    }


def _renumbered(case: Case, links: set[Link]) -> set[Link]:
    return {link for link in links if _pair(case, link)[0].label != _pair(case, link)[1].label}


def _pair(case: Case, link: Link) -> tuple[Paragraph, Paragraph]:
    return case.old.resolution.paragraphs[link[0]], case.new.resolution.paragraphs[link[1]]


def _said_notes(comparison: Comparison) -> set[NoteFate]:
    return {NoteFate(each.kind, each.old, each.new) for each in comparison.notes if each.kind != "unchanged"}


def _notes(case: Case) -> set[NoteFate]:
    olds = dict(zip(case.old.notes, case.old.resolution.notes, strict=True))
    news = dict(zip(case.new.notes, case.new.resolution.notes, strict=True))
    edited = {who for who in olds.keys() & news.keys() if olds[who].text != news[who].text}
    return (
        {NoteFate("edited", olds[who].id, news[who].id) for who in edited}
        | {NoteFate("removed", olds[who].id, "") for who in olds.keys() - news.keys()}
        | {NoteFate("added", "", news[who].id) for who in news.keys() - olds.keys()}
    )


def _said_sponsors(comparison: Comparison) -> set[tuple[str, str]]:
    joined = {("joined", name) for name in comparison.sponsors.joined}
    return joined | {("withdrawn", name) for name in comparison.sponsors.withdrawn}


def _sponsors(case: Case) -> set[tuple[str, str]]:
    olds, news = ({each.name for each in side.resolution.sponsors} for side in (case.old, case.new))
    return {("joined", name) for name in news - olds} | {("withdrawn", name) for name in olds - news}


def _said_italics(comparison: Comparison) -> set[Link]:
    """Paragraphs whose words all stayed and whose italics did not."""
    return {
        _link(each.old, each.new)
        for each in comparison.changes
        if each.old and each.new and all(op == "equal" for op, _ in each.segments)
        if any(mark.type == "italic" for mark in each.marks)
    }


def _italics(case: Case, links: set[Link]) -> set[Link]:
    pairs = ((link, *_pair(case, link)) for link in links)
    return {link for link, old, new in pairs if old.text == new.text and old.italics != new.italics}
