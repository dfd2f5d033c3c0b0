"""Noting where people are signed in, for them to see."""

from __future__ import annotations

import logging
from collections.abc import Callable

from cachetools import TTLCache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from drafts.actions.sign_ins import SEEN_EVERY, note_seen

MOST = 20_000  # sessions that a process remembers to have noted lately

log = logging.getLogger(__name__)


class SeenMiddleware:
    """Notes from time to time that a session is in use, where from and by which browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._noted: TTLCache[str, bool] = TTLCache(MOST, SEEN_EVERY.total_seconds())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Whoever asked for a page that looks at nobody is not looked at here either: caches may keep it.
        if request.session.accessed and request.user.is_authenticated:
            key = request.session.session_key
            if key and key not in self._noted:
                self._note(request, key)
        return response

    def _note(self, request: HttpRequest, key: str) -> None:
        try:
            note_seen(request.user, key)  # type: ignore[arg-type] # it is one who is signed in
        except DatabaseError as error:  # a page that can be read is read, though nothing can be written
            log.warning("It could not be noted that somebody is here: %s", error)
        else:
            self._noted[key] = True
