"""Comparisons of stored versions, each worked out once while its texts and the decisions about them stay."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from django.db.models import Q, QuerySet

from drafts.core import compare, pairing
from drafts.core.comparison import Comparison
from drafts.core.document import Resolution
from drafts.core.packing import unpack
from drafts.core.report import Report
from drafts.formats.program import program
from drafts.models import KeptComparison, Pairing, Version

Decisions = tuple[pairing.Pairing, ...]

KEPT = 64  # comparisons a process remembers; one of 100 paragraphs takes some 0.3 MB


def pairings_between(old: Version, new: Version) -> QuerySet[Pairing]:
    """The standing decisions about two versions, in whichever direction they were made, oldest first."""
    either = Q(old=old, new=new) | Q(old=new, new=old)
    return Pairing.objects.filter(either).select_related("made_by")


def report_of(old: Version, new: Version, decisions: Sequence[Pairing]) -> Report:
    """What changed between two versions, laid out, with decisions by hand obeyed."""
    old_text, new_text = old.resolution(), new.resolution()
    values = tuple(each.value(turned=each.old_id != old.pk) for each in decisions)
    return Report.of(comparison_of(old, new, old_text, new_text, values), old_text, new_text)


def says_the_same(version: Version, text: Resolution) -> bool:
    """Whether a text that was brought in differs in nothing from a version."""
    return compare(version.resolution(), text).identical


def comparisons_in(versions: Sequence[Version]) -> tuple[list[Resolution], list[Comparison]]:
    """A chain of versions as values, and the comparison of each with the next, decisions by hand obeyed."""
    texts = [version.resolution() for version in versions]
    decisions: dict[frozenset[int], list[Pairing]] = {}
    for decision in Pairing.objects.filter(old__in=versions, new__in=versions):
        decisions.setdefault(frozenset((decision.old_id, decision.new_id)), []).append(decision)
    comparisons = []
    for (old, old_text), (new, new_text) in pairwise(zip(versions, texts, strict=True)):
        found = decisions.get(frozenset((old.pk, new.pk)), [])
        values = tuple(each.value(turned=each.old_id != old.pk) for each in found)
        comparisons.append(comparison_of(old, new, old_text, new_text, values))
    return texts, comparisons


def comparison_of(
    old: Version, new: Version, old_text: Resolution, new_text: Resolution, decisions: Decisions
) -> Comparison:
    """What changed between two versions, given their texts: remembered, kept, or worked out."""
    return _between(old.pk, new.pk, old_text, new_text, decisions)


def key_of(decisions: Decisions) -> str:
    """What a kept comparison rests on besides its two texts, which are sealed: the SHA-256 of it."""
    told = [program(), *((each.old, each.new, each.together) for each in decisions)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@lru_cache(maxsize=KEPT)
def _between(
    old: int, new: int, old_text: Resolution, new_text: Resolution, decisions: Decisions
) -> Comparison:
    """Remembered by the texts themselves, letter for letter: it can never be stale."""
    kept = KeptComparison.objects.filter(old=old, new=new, key=key_of(decisions)).first()
    found = unpack(bytes(kept.packed), old_text, new_text) if kept else None
    return found or compare(old_text, new_text, pairings=decisions)
