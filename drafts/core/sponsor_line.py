"""The sponsor line as a document's language prints it: ``A, B et C : projet de résolution révisé``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafts.core.document import Proposal, Resolution


@dataclass(frozen=True)
class _Line:
    """How a list is joined, what stands before the proposal, and the proposal's words."""

    comma: str
    last: str
    colon: str
    words: dict[Proposal, str]


_LINES = {
    "en": _Line(
        ", ",
        " and ",
        ": ",
        {
            "draft": "draft resolution",
            "revised draft": "revised draft resolution",
            "draft decision": "draft decision",
            "amendment": "amendment",
        },
    ),
    "fr": _Line(
        ", ",
        " et ",
        " : ",
        {
            "draft": "projet de résolution",
            "revised draft": "projet de résolution révisé",
            "draft decision": "projet de décision",
            "amendment": "amendement",
        },
    ),
    "es": _Line(
        ", ",
        " y ",
        ": ",
        {
            "draft": "proyecto de resolución",
            "revised draft": "proyecto de resolución revisado",
            "draft decision": "proyecto de decisión",
            "amendment": "enmienda",
        },
    ),
    "ru": _Line(
        ", ",
        " и ",
        ": ",
        {
            "draft": "проект резолюции",
            "revised draft": "пересмотренный проект резолюции",
            "draft decision": "проект решения",
            "amendment": "поправка",
        },
    ),
    "zh": _Line(
        "、",
        "和",
        "：",
        {
            "draft": "决议草案",
            "revised draft": "订正决议草案",
            "draft decision": "决定草案",
            "amendment": "修正案",
        },
    ),
    "ar": _Line(
        "، ",
        " و",
        ": ",
        {
            "draft": "مشروع قرار",
            "revised draft": "مشروع قرار منقح",
            "draft decision": "مشروع مقرر",
            "amendment": "تعديل",
        },
    ),
}


def sponsor_line(resolution: Resolution) -> str:
    """The line above a text's title: what was written where that is no plain list, else list and proposal.

    Empty where there are no sponsors. Of an unknown language, in English.
    """
    if resolution.submitted or not resolution.sponsors:
        return resolution.submitted
    line = _line(resolution)
    listed = _listed([sponsor.name for sponsor in resolution.sponsors], line)
    words = proposal_words(resolution)
    return f"{listed}{line.colon}{words}" if words else listed


def proposal_words(resolution: Resolution) -> str:
    """What the document calls itself: ``projet de résolution révisé``; empty where it does not say."""
    return _line(resolution).words.get(resolution.proposal, "") if resolution.proposal else ""


def _line(resolution: Resolution) -> _Line:
    return _LINES.get(resolution.language, _LINES["en"])


def _listed(names: Sequence[str], line: _Line) -> str:
    if len(names) == 1:
        return names[0]
    return line.comma.join(names[:-1]) + line.last + names[-1]
