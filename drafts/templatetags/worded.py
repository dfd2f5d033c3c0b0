"""Saying in the reader's language what ``core.worded`` said in English."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext, ngettext

from drafts.core.worded import Worded

register = template.Library()


@register.filter
def translated(words: object) -> str:
    """The same in the language of the page; what no pattern stands behind stays as it is."""
    if not isinstance(words, Worded):
        return str(words)
    n = words.values.get("n", 0)
    pattern = ngettext(words.one, words.many, n) if words.many else gettext(words.one)
    if not words.values:
        return pattern
    return pattern.format(
        **{
            name: translated(value) if isinstance(value, Worded) else value
            for name, value in words.values.items()
        }
    )
