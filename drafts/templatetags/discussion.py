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
        name = re.escape(escape(f"@{user.username}"))
        told = re.sub(rf"(?<![\w@]){name}(?!\w)", r'<b class="mention">\g<0></b>', told, flags=re.IGNORECASE)
    return mark_safe(told)  # noqa: S308 - escaped above
