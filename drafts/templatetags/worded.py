"""Lines of ``core.worded`` in the language of the page."""

from __future__ import annotations

from django import template

from drafts import translating

register = template.Library()
register.filter("translated", translating.translated)
