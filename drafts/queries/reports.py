"""Reports of two versions: what goes into one, and where it stands."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Hashable, Mapping
from dataclasses import asdict, replace
from typing import Any, NamedTuple

from cachetools import LRUCache

from drafts.core.options import Cover, Covered, Options
from drafts.formats.orders import ZIP, Order
from drafts.formats.program import program
from drafts.formats.suiting import suited
from drafts.formats.writing import digest
from drafts.models import MadeReport, SourceFile, Version
from drafts.queries.comparisons import Decisions, pairings_between
from drafts.queries.versions import whole

KEPT = 1024  # digests a process remembers
ANY_COVER = Cover(Covered(), Covered())  # stands for one of which nothing is known yet


_digests: LRUCache[Hashable, str] = LRUCache(KEPT)
_lock = threading.Lock()  # the cache counts as it is read, too


class Asked(NamedTuple):
    """What somebody wants of a comparison: a form, the options, and whether with a cover (not in them)."""

    form: str
    options: Options
    cover: bool = False

    @classmethod
    def of(cls, form: str, kept: Mapping[str, Any]) -> Asked:
        """As a row keeps it."""
        options = {name: value for name, value in kept.items() if name != "cover"}
        return cls(form, Options(**options), bool(kept.get("cover")))

    def suited_to(self, form: str) -> Asked:
        """The same in another form, as far as that takes it."""
        options = suited(replace(self.options, cover=ANY_COVER if self.cover else None), form)
        return Asked(form, replace(options, cover=None), options.cover is not None)

    def kept(self) -> dict[str, Any]:
        return {**asdict(self.options), "cover": self.cover}


def order_between(old: Version, new: Version, asked: Asked) -> Order:
    """All that goes into a report of two versions. Decisions by hand are obeyed.

    Tracked changes are said to be by the new version, on its date: who of the people issued it is for those
    who may see the draft's people, and a Word file goes further than that.
    """
    return _order(old, new, asked, _decisions(old, new))


def digest_between(old: Version, new: Version, asked: Asked) -> str:
    """The digest of that order; versions are sealed, so their rows are read for whoever asks first."""
    decisions = _decisions(old, new)
    key = (*((each.draft_id, each.pk, each.number) for each in (old, new)), asked, decisions, program())
    with _lock:
        known = _digests.get(key)
    if known is None:
        known = _order(old, new, asked, decisions).digest
        with _lock:
            _digests[key] = known
    return known


def order_of(report: MadeReport) -> Order:
    """The order of a report that was asked for, from the rows of now, with the moment of its making."""
    both = {each.pk: each for each in whole(Version.objects.filter(pk__in=(report.old_id, report.new_id)))}
    asked = Asked.of(report.form, report.options)
    order = order_between(both[report.old_id], both[report.new_id], asked)
    return order.at(f"{report.made_at:%Y-%m-%dT%H:%M:%SZ}")


def covered(version: Version) -> Covered:
    """A version as a cover sheet names it."""
    file = SourceFile.objects.filter(versions=version).values("name", "sha256").first()
    pasted = hashlib.sha256(version.source.encode()).hexdigest() if version.source else ""
    return Covered(
        symbol=version.name,
        title=version.title,
        date=version.date.isoformat(),
        file=file["name"] if file else "",
        source=file["sha256"] if file else pasted,
        text=digest(version.resolution()),
    )


def _decisions(old: Version, new: Version) -> Decisions:
    return tuple(each.value(turned=each.old_id != old.pk) for each in pairings_between(old, new))


def _order(old: Version, new: Version, asked: Asked, decisions: Decisions) -> Order:
    options = asked.options
    if asked.cover or asked.form == ZIP:
        options = replace(options, cover=Cover(covered(old), covered(new), program=program()))
    return Order(
        old.resolution(),
        new.resolution(),
        asked.form,
        options,
        (old.name, new.name),
        decisions,
        author=new.name,
        date=f"{new.date:%Y-%m-%d}T00:00:00Z",
    )
