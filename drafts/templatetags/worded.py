"""Lines of ``core.worded`` in the language of the page, and which language stands where."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from drafts import translating
from drafts.core.languages import RIGHT_TO_LEFT

register = template.Library()
register.filter("translated", translating.translated)

COMPLETE = {"en", "fr"}  # of the interface's languages: tests/test_catalogues.py holds it


@register.filter
def is_in_progress(language: str) -> bool:
    """Whether the interface speaks this language only in part, and English for the rest."""
    return language not in COMPLETE


@register.simple_tag
def tongue(language: str | None = None) -> SafeString:
    """The attributes ``lang`` and ``dir`` of a passage in a document's language; without one, in the page's.

    Of a passage whose language nobody knows, the first letter tells the direction.
    """
    if language is None:
        language = get_language() or ""
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr" if language else "auto"
    return format_html('lang="{}" dir="{}"', language, direction)
