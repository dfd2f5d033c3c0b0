"""Remarks on a page."""

from __future__ import annotations

import re

from django import template
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from drafts.models import Remark

register = template.Library()


@register.filter
def remark_text(remark: Remark) -> SafeString:
    """What was said, in paragraphs, with the names of those who are called set apart."""
    told: str = linebreaks(remark.text, autoescape=True)
    for user in remark.mentioned.all():
        # @italy.un is somebody else than @italy, and "@italy." ends a sentence.
        name = rf"(?<![\w@]){re.escape(escape('@' + user.username))}(?![.@+-]?\w)"
        told = re.sub(name, r'<b class="mention">\g<0></b>', told, flags=re.IGNORECASE)
    return mark_safe(told)  # noqa: S308 - escaped above
