"""Parts of pages that cost much and seldom change, remembered by this process.

A remembered part belongs to a draft as it stood after its last deed, for those who may do the same there, in
one language. Whatever happens to a draft is a deed (``actions/deeds.py``), so what is remembered can never be
stale; who may see it at all is asked anew each time.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Hashable
from typing import Any

from cachetools import LRUCache
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from drafts import actions
from drafts.models import Deed, Draft
from drafts.views.requests import Request

LARGEST = 32 << 20  # characters kept in all; a comparison of a hundred paragraphs has some 200,000

# Stands where a form's token goes, which is another for each page that is handed out.
_TOKEN = secrets.token_hex(32)
_kept: LRUCache[Hashable, str] = LRUCache(LARGEST, getsizeof=len)
_lock = threading.Lock()  # the cache counts as it is read, too


def remembered(
    request: Request, draft: Draft, template: str, *about: Hashable, context: Callable[[], dict[str, Any]]
) -> SafeString:
    """The part ``template`` (``file.html#part``), made with ``context()`` if it is not at hand.

    ``about`` is what the part depends on besides the draft: versions, a layout. Nothing in it may depend on
    who looks, beyond what they may do.
    """
    last_deed = Deed.objects.filter(draft=draft).order_by("-pk").values_list("pk", flat=True).first()
    key = (template, draft.pk, last_deed, draft.role, draft.may, get_language(), *about)
    with _lock:
        html = _kept.get(key)
    if html is None:
        actions.spend("comparison", by=request.user)
        html = render_to_string(template, {**context(), "draft": draft, "csrf_token": _TOKEN})
        if len(html) < LARGEST:
            with _lock:
                _kept[key] = html
    return mark_safe(html.replace(_TOKEN, get_token(request)))  # noqa: S308 - as the template escaped it
