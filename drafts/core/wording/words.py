"""The shape of a report's words in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drafts.core.languages import RIGHT_TO_LEFT
from drafts.core.numbering import Names

# U+2068 and U+2069 (Unicode, UAX 9): what stands between them takes the direction of its first letter, and
# changes none around it.
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def one_or_many(number: int) -> int:
    """The plural of English and Spanish: one form for 1, another for the rest."""
    return int(number != 1)


def never(number: int) -> int:
    """For languages that count without a plural, or say the number after a colon."""
    return 0


@dataclass(frozen=True)
class Wording:
    """The words of one language; a ``{}`` stands where a number, a name or a text comes.

    ``names``: what paragraphs are called. ``kinds``, ``note_kinds``: what became of a paragraph, of a note.
    ``counts``: for each key of a summary, as many forms as ``plural`` tells apart. ``says``: sentences and
    labels, by what they are for. ``fields``: what stands above a text. ``cover`` and ``table``: the words of
    a cover sheet, and the heads of columns. ``tellings`` and ``warnings``: see ``core.tellings``.
    ``languages``: the six, by code. ``joiner`` stands between two names, ``comma`` between several.
    """

    language: str
    names: Names
    kinds: Mapping[str, str]
    note_kinds: Mapping[str, str]
    counts: Mapping[str, tuple[str, ...]]
    says: Mapping[str, str]
    fields: Mapping[str, str]
    cover: Mapping[str, str]
    table: Mapping[str, str]
    tellings: Mapping[str, str]
    warnings: Mapping[str, str]
    languages: Mapping[str, str]
    joiner: str
    comma: str = ", "
    plural: Callable[[int], int] = one_or_many

    def say(self, what: str, *values: object) -> str:
        """A sentence or label with its values in their places."""
        return self.says[what].format(*(self.held(each) for each in values))

    def held(self, value: object) -> str:
        """A value to stand among the words: in a language from right to left, with a direction of its own.

        A symbol, a date, a title in another language stay in one piece then.
        """
        return f"{_FIRST_STRONG}{value}{_POP}" if self.language in RIGHT_TO_LEFT and value else str(value)
