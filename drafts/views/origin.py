"""Where requests come from, for the record."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from drafts.actions.deeds import Origin, coming_from

# The first that is found names the browser: those built on Chrome call themselves Chrome as well.
_BROWSERS = re.compile(r"(Edg|OPR|Firefox|Chrome|Version(?=/[\d.]+.* Safari)|curl|python-requests)/(\d+)")
_NAMES = {"Edg": "Edge", "OPR": "Opera", "Version": "Safari"}
_FIRST = ("Edg", "OPR", "Firefox", "Chrome")
_SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")
_LONGEST = 80  # as the column


class OriginMiddleware:
    """Lets all that a request does be recorded with the address and the browser it came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        agent = shortened(request.headers.get("User-Agent", ""))
        with coming_from(Origin(request.META.get("REMOTE_ADDR", ""), agent)):
            return self.get_response(request)


def shortened(agent: str) -> str:
    """``Firefox 140, Windows``; the beginning of what it says of itself where it is none we know."""
    found = dict(_BROWSERS.findall(agent))
    name = next((each for each in (*_FIRST, *found) if each in found), "")
    system = next((each for each in _SYSTEMS if each in agent), "")
    browser = f"{_NAMES.get(name, name)} {found[name]}" if name else agent.split(" ")[0]
    return (f"{browser}, {system}" if system else browser)[:_LONGEST]
