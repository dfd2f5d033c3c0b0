"""How the server is doing, for whoever watches over it: does it live, is it ready, what does it count.

No text and no name is in it.
"""

from __future__ import annotations

import tempfile

from django.conf import settings
from django.db import Error, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from drafts.actions import metrics
from drafts.live.socket import hub
from drafts.queries.schema import schema


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


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Whether people may be sent here; else status 503 and what is amiss: database, schema or disk.

    The database answers, its tables have all that this program asks of them (more is no harm: an older
    program serves on while a newer one migrates), and the data folder can be written.
    """
    if not _database_answers():
        amiss = ["database"]
    else:
        amiss = [
            *(["schema"] if schema().lacking else []),
            *(["disk"] if not _disk_takes() else []),
        ]
    return JsonResponse({"ready": not amiss, "amiss": amiss}, status=503 if amiss else 200)


@never_cache
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Counts for Prometheus, for who bears the token or is staff; for others there is nothing here."""
    if not _may_see_counts(request):
        raise Http404
    metrics.tell_live(**hub.health()._asdict())
    return HttpResponse(metrics.exposition(), content_type=CONTENT_TYPE_LATEST)


def _disk_takes() -> bool:
    try:
        with tempfile.TemporaryFile(dir=settings.DATA_DIR) as file:
            file.write(bytes(4096))
    except OSError:
        return False
    return True


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
