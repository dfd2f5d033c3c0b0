"""The sponsor line as a document's language prints it: ``A, B et C : projet de résolution révisé``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafts.core.document import Proposal, Resolution

_SOUNDS_AS_I = re.compile(r"[ií]|h[ií](?!e)", re.IGNORECASE)  # Spanish y becomes e: Francia e Italia


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
        "، و",
        "، و",
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
    names = listed([sponsor.name for sponsor in resolution.sponsors], resolution.language)
    words = proposal_words(resolution)
    return f"{names}{_line(resolution.language).colon}{words}" if words else names


def proposal_words(resolution: Resolution) -> str:
    """What the document calls itself: ``projet de résolution révisé``; empty where it does not say."""
    return proposal_in(resolution.language, resolution.proposal or "")


def proposal_in(language: str, proposal: str) -> str:
    """What a document of a kind calls itself in a language; empty of a kind that has no such words."""
    return next((words for kind, words in _line(language).words.items() if kind == proposal), "")


def listed(names: Sequence[str], language: str) -> str:
    """Names in a row as a language joins them: ``A, B et C``, ``A、B和C``; in Arabic with و before each."""
    line = _line(language)
    if len(names) < 2:
        return "".join(names)
    last = " e " if language == "es" and _SOUNDS_AS_I.match(names[-1]) else line.last
    return line.comma.join(names[:-1]) + last + names[-1]


def _line(language: str) -> _Line:
    return _LINES.get(language, _LINES["en"])
