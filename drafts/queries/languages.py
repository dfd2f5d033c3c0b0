"""Languages of the interface: whose is which, and the words of one for scripts."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_supported_language_variant, override
from django.views.i18n import JavaScriptCatalog

from drafts.models import User


class ScriptWords(NamedTuple):
    """What scripts say, as a script, and a name that changes with it."""

    digest: str
    script: bytes


@cache
def script_words(language: str) -> ScriptWords:
    """The words of a language for scripts. The catalogues are read once in the life of a server."""
    with override(language):
        script: bytes = JavaScriptCatalog(packages=["drafts"]).get(HttpRequest()).content
    return ScriptWords(hashlib.sha256(script).hexdigest()[:16], script)


def supported(language: str) -> str:
    """A language of the interface as the settings name it; empty where there is none of that name."""
    try:
        return get_supported_language_variant(language, strict=True) if language else ""
    except LookupError:
        return ""


def language_of(user: User) -> str:
    """The language that somebody reads in, as far as is known: what they chose, else that of the program."""
    return supported(user.language) or settings.LANGUAGE_CODE


def language_for(email: str) -> str:
    """The language for a mail to an address: that of its account, else of whoever writes."""
    known = User.objects.filter(email__iexact=email).exclude(language="").first() if email else None
    return language_of(known) if known else get_language() or settings.LANGUAGE_CODE
