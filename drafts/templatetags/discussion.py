"""Remarks on a page."""

from __future__ import annotations

import re

from django import template
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from drafts.core.worded import Worded, counted
from drafts.models import Remark
from drafts.translating import translated

register = template.Library()


def _how_many(shown: str, n: int) -> Worded:
    match shown:
        case "open":
            return counted("{n} open", "{n} open", n)
        case "resolved":
            return counted("{n} resolved", "{n} resolved", n)
        case "to you":
            return counted("{n} to you", "{n} to you", n)
        case _:
            return counted("{n} in all", "{n} in all", n)


@register.filter
def shown_words(shown: str, n: int) -> str:
    """Which discussions can be asked for, and how many they are."""
    return translated(_how_many(shown, n))


@register.filter
def remark_text(remark: Remark) -> SafeString:
    """What was said, in paragraphs, with the names of those who are called set apart."""
    told: str = linebreaks(remark.text, autoescape=True)
    for user in remark.mentioned.all():
        # @italy.un is somebody else than @italy, and "@italy." ends a sentence.
        name = rf"(?<![\w@]){re.escape(escape('@' + user.username))}(?![.@+-]?\w)"
        told = re.sub(name, r'<b class="mention">\g<0></b>', told, flags=re.IGNORECASE)
    return mark_safe(told)  # noqa: S308 - escaped above
