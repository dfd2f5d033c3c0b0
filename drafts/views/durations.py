"""How long pages take, for ``/metrics/``."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from drafts.actions import metrics

METHODS = {"GET", "HEAD", "POST"}  # of a page; whoever invents others must not invent labels


class DurationMiddleware:
    """Counts how long each page took to answer, by its name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        view = (match and match.view_name) or "none"
        method = request.method if request.method in METHODS else "other"
        metrics.PAGES.labels(view, method, response.status_code).observe(time.perf_counter() - began)
        return response
