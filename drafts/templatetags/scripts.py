"""What the scripts of a page need."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from drafts.queries.languages import script_words

register = template.Library()


@register.simple_tag
def words_address() -> str:
    """Where the words of scripts are, in the language of the page."""
    language = get_language() or "en"
    return reverse("words", args=[language, script_words(language).digest])
