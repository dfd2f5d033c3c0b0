"""How a report is laid out: what a person may choose, and the cover sheet they may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drafts.core.errors import ReportError
from drafts.core.worded import worded
from drafts.core.wording import wording_in

Show = Literal["all", "context", "changes", "table", "summary"]
SHOWS: tuple[Show, ...] = ("all", "context", "changes", "table", "summary")

MOST_CONTEXT = 99  # paragraphs to either side; whoever wants more wants everything


@dataclass(frozen=True, slots=True)
class Covered:
    """One of the two texts as a cover sheet names it. What is not known is empty.

    ``date`` is the document's, as it is to be printed. ``file`` is the name of what the text was read from,
    ``source`` the SHA-256 of its bytes; ``text`` that of the text as it was compared (``formats.digest``).
    """

    symbol: str = ""
    title: str = ""
    date: str = ""
    file: str = ""
    source: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover sheet: what was compared, by which program, and when, so that it can be checked years later.

    ``made`` is a moment in UTC (ISO 8601, ``2026-11-25T02:30:00Z``), or empty.
    """

    old: Covered
    new: Covered
    program: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is laid out.

    ``show``: ``all`` the whole text with its changes marked; ``context`` each change with the paragraphs
    around it; ``changes`` nothing else; ``table`` old and new side by side, and what changed; ``summary`` how
    many changes and where. ``context`` is how many unchanged paragraphs stand to either side of a change: 1
    if it is None, but for a table, which then has them all.

    ``line_numbers`` stand in the margin. ``sponsors`` and ``notes``: whether these are reported on.
    ``labels`` is the language in which the report speaks, not that of the texts. ``bracketed`` puts signs
    round what came and went, for paper that is copied or read aloud. ``cover`` is the cover sheet, if any.

    Raises:
        ReportError: an option that is none, such as a context below 0.
    """

    show: Show = "all"
    context: int | None = None
    line_numbers: bool = False
    sponsors: bool = True
    notes: bool = True
    labels: str = "en"
    bracketed: bool = False
    cover: Cover | None = None

    def __post_init__(self) -> None:
        if self.show not in SHOWS:
            raise ReportError(
                worded(
                    "No report shows {show}; they show {known}.", show=repr(self.show), known=", ".join(SHOWS)
                )
            )
        if self.context is not None and not 0 <= self.context <= MOST_CONTEXT:
            raise ReportError(
                worded(
                    "The context is 0 to {most} paragraphs, not {context}.",
                    most=MOST_CONTEXT,
                    context=self.context,
                )
            )
        wording_in(self.labels)
