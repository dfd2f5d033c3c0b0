"""What is recorded of a draft's life, in groups that people look for."""

from __future__ import annotations

from collections.abc import Mapping

from drafts.core.worded import worded

# Kinds of deeds by group. A kind that stands nowhere is a mistake, and ``group_of`` says so.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "versions": (
        "draft-started",
        "draft-imported",
        "version-issued",
        "version-withdrawn",
        "version-taken-up",
        "live-text-taken-up",
        "moment-taken-up",
    ),
    "states": ("state-changed",),
    "sponsors": ("sponsors-joined", "sponsors-withdrew", "sponsor-changed"),
    "people": ("person-joined", "person-changed", "person-removed", "person-left"),
    "comparisons": ("pairing-made", "pairing-taken-back"),
    "discussion": ("thread-started", "thread-answered", "thread-resolved", "thread-reopened"),
    "access": (
        "person-invited",
        "invitation-taken-back",
        "invitation-given-again",
        "public-link-opened",
        "public-link-renewed",
        "public-link-closed",
        "text-brought",
        "record-exported",
        "draft-exported",
    ),
}

GROUP_WORDS: Mapping[str, str] = {
    "versions": worded("versions"),
    "states": worded("states"),
    "sponsors": worded("sponsors"),
    "people": worded("people"),
    "comparisons": worded("comparisons"),
    "discussion": worded("discussion"),
    "access": worded("access"),
}

RECORD_ONLY = frozenset({"access"})  # not told on the timeline: addresses, codes and downloads

_GROUPS = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


def group_of(kind: str) -> str:
    """The group of a kind of deed.

    Raises:
        KeyError: there is no such kind; give it a place in ``GROUPS``.
    """
    return _GROUPS[kind]


def kinds_told(groups: tuple[str, ...] = ()) -> frozenset[str]:
    """The kinds that the timeline tells, of these groups or of all."""
    wanted = set(groups or GROUPS) - RECORD_ONLY
    return frozenset(kind for kind, group in _GROUPS.items() if group in wanted)
