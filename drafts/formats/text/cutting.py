"""Calls cut out of a paragraph's text and set on it as marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafts.core.document import Mark
from drafts.formats.text.passage import Passage

_STARS = re.compile(r"(?<=\S) ?(\*{1,4})(?![\w*])")
_BETWEEN_CALLS = re.compile(r",? ?")


@dataclass(frozen=True, slots=True)
class CallCut:
    """``text[start:end]`` is the call of the note with this label."""

    start: int
    end: int
    label: str


def starred(text: str, labels: frozenset[str]) -> list[CallCut]:
    """``Court,** and``: a call where there is a note so starred."""
    if not labels:
        return []
    return [
        CallCut(found.start(), found.end(), found[1]) for found in _STARS.finditer(text) if found[1] in labels
    ]


def without_calls(paragraph: Passage, cuts: Sequence[CallCut]) -> Passage:
    """The text without its calls, the space before one that stood apart, and the comma between two."""
    text = paragraph.text
    gone: list[tuple[int, int]] = []
    calls: list[Mark] = []
    at = length = 0
    for number, cut in enumerate(sorted(cuts, key=lambda each: each.start)):
        between = text[at : cut.start]
        kept = 0 if number and _BETWEEN_CALLS.fullmatch(between) else len(between.removesuffix(" "))
        gone.append((at + kept, cut.end))
        length += kept
        calls.append(Mark.call(length, cut.label))
        at = cut.end
    return paragraph.without(gone).marked(tuple(calls))
