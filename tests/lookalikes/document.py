"""A look-alike: what it says, which is the truth, and how it is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafts.core.document import Resolution

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Setting:
    """What stands on the pages besides the text, and how the text is laid out."""

    job: str
    adopted: bool = False
    underscores: bool = False  # rules made of underscores instead of lines
    bare_heads: bool = False  # every third page's head is the title alone
    single_spaced: bool = False
    hanging: bool = False  # (i) as a block of its own, not run in to the left margin
    centred_headings: bool = False
    symbol_star: bool = False
    kerning: bool = False  # gaps within words, as Word's PDFs have
    flush_annex: bool = False
    plain_labels: bool = False
    italic_headings: bool = False


@dataclass(frozen=True)
class Lookalike:
    """``resolution`` is what a reader must find; its ``table`` paragraphs are printed from ``tables``.

    ``sponsor_line`` and ``report`` are printed as they stand; a star in them calls the note ``*``.
    """

    name: str
    shapes: frozenset[str]
    resolution: Resolution
    setting: Setting
    sponsor_line: str = ""
    adoption: str = ""
    report: str = ""
    tables: Mapping[str, Rows] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)  # as printed, where not as read
