"""Saying in the reader's language what ``core.worded`` said in English."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from drafts.core.errors import RapporteurError
from drafts.core.worded import Day, Worded


def translated(words: object) -> str:
    """The same in the language of the page, also of a refusal; what has no pattern stays as it is."""
    if isinstance(words, RapporteurError):
        words = words.words
    if isinstance(words, Day) and get_language() != "en":
        return date_format(words.date, "DATE_FORMAT")
    if not isinstance(words, Worded):
        return str(words)
    n = words.values.get("n", 0)
    pattern = ngettext(words.one, words.many, n) if words.many else gettext(words.one)
    if not words.values:
        return pattern
    return pattern.format(**{name: _translated_value(value) for name, value in words.values.items()})


def _translated_value(value: Any) -> Any:
    return translated(value) if isinstance(value, Worded | Day | RapporteurError) else value
