"""The request as our middleware and decorators leave it, for the types."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from drafts.models import User


class Request(HttpRequest):
    """Any request."""

    htmx: HtmxDetails


class SignedInRequest(Request):
    """A request that passed ``login_required``."""

    user: User


def part_of(template: str, part: str, request: Request) -> str:
    """The name of a template, or for htmx that of the part of it which the page exchanges."""
    return f"{template}#{part}" if request.htmx and not request.htmx.boosted else template
