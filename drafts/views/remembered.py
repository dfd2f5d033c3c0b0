"""Pages, and parts of them, that cost much and seldom change, remembered by this process.

What is remembered belongs to a draft as it stood after its last deed, for those who may do the same there, in
one language. Whatever happens to a draft is a deed (``actions/deeds.py``), so no text of it can be stale (the
name of somebody who changes it may be, until the next deed); who may see it at all is asked anew each time.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Hashable
from typing import Any

from cachetools import LRUCache
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from drafts import actions
from drafts.models import Draft, User
from drafts.views.requests import Request

LARGEST = 32 << 20  # characters kept in all; a comparison of a hundred paragraphs has some 200,000

Context = Callable[[], dict[str, Any]]

# Where a form's token goes, which is another for each page that is handed out; and where a part goes.
_TOKEN, _PART = secrets.token_hex(32), secrets.token_hex(32)
_kept: LRUCache[Hashable, str] = LRUCache(LARGEST, getsizeof=len)
_lock = threading.Lock()  # the cache counts as it is read, too


def remembered(request: Request, draft: Draft, template: str, *about: Hashable, context: Context) -> str:
    """The part ``template`` (``file.html#part``), made with ``context()`` if it is not at hand.

    One of the two below shows it, and puts in what is another for each who sees it. ``draft`` must know its
    last deed (``lean_draft_for``). ``about`` is what the part depends on besides it: versions, a layout.
    Nothing in it may depend on who looks, beyond what they may do.
    """

    def made() -> str:
        actions.spend("comparison", by=request.user)
        return render_to_string(template, {**context(), "draft": draft, "csrf_token": _TOKEN})

    return _at_hand((template, *_stand(draft), *about), made)


def shown_alone(request: Request, part: str) -> HttpResponse:
    """A remembered part by itself, for htmx."""
    return HttpResponse(part.replace(_TOKEN, get_token(request)))


def remembered_page(
    request: Request, draft: Draft, template: str, name: str, part: str, *, context: Context
) -> HttpResponse:
    """The page around a remembered ``part``, which the template knows by ``name``.

    It is remembered for its person, under its address; not where there is a message for them.
    """

    def made() -> str:
        told = {**context(), name: mark_safe(_PART), "draft": draft, "csrf_token": _TOKEN}  # noqa: S308 - ours
        return render_to_string(template, told, request)

    who: tuple[Hashable, ...] = ()
    if isinstance(request.user, User):
        who = (request.user.pk, request.user.shown_name, request.user.delegation)
    key = (template, request.get_full_path(), *who, draft.pass_on, *_stand(draft))
    page = made() if len(get_messages(request)) else _at_hand(key, made)
    return shown_alone(request, page.replace(_PART, part))


def _stand(draft: Draft) -> tuple[Hashable, ...]:
    return (draft.pk, draft.last_deed, draft.role, draft.may, get_language())


def _at_hand(key: Hashable, make: Callable[[], str]) -> str:
    with _lock:
        html = _kept.get(key)
    if html is None:
        html = make()
        if len(html) < LARGEST:
            with _lock:
                _kept[key] = html
    return html
