"""Whether the server can do its work, for whoever watches over it. No text and no name is in it."""

from __future__ import annotations

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from drafts.live.socket import hub


@never_cache
@require_safe
def show(request: HttpRequest) -> JsonResponse:
    """``{"ready": true}``, or status 503 where the database does not answer.

    Who bears the token, or is staff, also learns what this process has open: rooms, pages, people, how many
    updates wait to be kept, and how many rooms the database refuses to keep.
    """
    ready = _database_answers()
    counts = hub.health()._asdict() if ready and _may_see_counts(request) else {}
    return JsonResponse({"ready": ready, **counts}, status=200 if ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def _may_see_counts(request: HttpRequest) -> bool:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.HEALTH_TOKEN and constant_time_compare(token, settings.HEALTH_TOKEN):
        return True
    return request.user.is_authenticated and request.user.is_staff
