"""The shape of a report's words in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drafts.core.numbering import Names


def one_or_many(number: int) -> int:
    """The plural of English and Spanish: one form for 1, one for the rest."""
    return int(number != 1)


@dataclass(frozen=True)
class Wording:
    """The words of one language; a ``{}`` stands where a number, a name or a text comes.

    ``names`` are what paragraphs are called. ``counts`` holds, for each key of a summary, as many forms as
    ``plural`` tells apart; ``tellings`` the telling differences of a change, ``warnings`` what speaks against
    a comparison, both by their codes (``core.tellings``); ``fields`` what a masthead's fields are called;
    ``cover`` and ``table`` the words of a cover sheet and the heads of columns.
    """

    language: str
    names: Names
    kinds: Mapping[str, str]
    note_kinds: Mapping[str, str]
    counts: Mapping[str, tuple[str, ...]]
    joiner: str
    was: str
    were: str
    former: str
    went: str
    stretch: str
    lone_stretch: str
    note: str
    sponsors: str
    joined: str
    withdrawn: str
    sponsor: str
    joined_once: str
    withdrawn_once: str
    heading: str
    notes: str
    masthead: str
    masthead_field: str
    nothing: str
    paragraphs: str
    same: str
    renumbered: str
    beware: str
    old_text: str
    new_text: str
    title: str
    legend: tuple[str, str, str]
    fields: Mapping[str, str]
    cover: Mapping[str, str]
    table: Mapping[str, str]
    plural: Callable[[int], int] = one_or_many
