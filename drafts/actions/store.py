"""Files that were made once and are kept: as long as there is room, those used last stay longest.

They lie in Django's default storage (a folder, or a bucket) under their keys. A file that is not there, or
not whole, is as if it had never been made, so nothing here is ever wrong, only gone.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Sum
from django.utils import timezone

from drafts.core.worded import worded
from drafts.models import KeptFile

FOLDER = "reports"
LEFT = 0.9  # of the room, after clearing: so that not every file from then on clears another
NO_ROOM = worded(
    "It could not be written on the server, whose disk may be full. "
    "Tell whoever runs the server, and try again later."
)
HOUR = datetime.timedelta(hours=1)  # how exactly the last use is known: each is a write to the database


def keep(key: str, data: bytes) -> KeptFile:
    """Keep a file under its key, in the place of one that was there, and clear what there is no room for.

    Raises:
        OSError: it could not be written, as on a full disk. Nothing of it is left.
    """
    facts = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest(), "used_at": timezone.now()}
    # The row first: a file without one would never be cleared.
    kept, _ = KeptFile.objects.update_or_create(key=key, defaults=facts)
    try:
        default_storage.delete(_path(key))
        saved = default_storage.save(_path(key), ContentFile(data))
        if saved != _path(key):  # somebody kept it in the meantime; under another name it would lie for ever
            default_storage.delete(saved)
    except OSError:
        forget(key)
        raise
    clear(settings.MAX_REPORT_BYTES)
    return kept


def is_kept(key: str) -> bool:
    """Whether it seems to be there; ``fetch`` says for sure."""
    try:
        return KeptFile.objects.filter(pk=key).exists() and default_storage.exists(_path(key))
    except OSError:  # a bucket that does not answer
        return False


def fetch(key: str) -> bytes | None:
    """The file, if it is kept and still what was kept."""
    kept = KeptFile.objects.filter(pk=key).first()
    if kept is None:
        return None
    try:
        with default_storage.open(_path(key)) as file:
            data: bytes = file.read()
    except OSError:
        return None
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        return None
    if timezone.now() - kept.used_at > HOUR:
        KeptFile.objects.filter(pk=key).update(used_at=timezone.now())
    return data


def forget(key: str) -> None:
    """Delete a file, if it is kept."""
    with contextlib.suppress(OSError):
        default_storage.delete(_path(key))
    KeptFile.objects.filter(pk=key).delete()


def clear(room: int) -> int:
    """Delete what was used longest ago until the rest fits into ``room`` bytes; how many files went."""
    total = KeptFile.objects.aggregate(total=Sum("size"))["total"] or 0
    if total <= room:
        return 0
    gone = 0
    for kept in KeptFile.objects.order_by("used_at", "key"):
        if total <= room * LEFT:
            break
        forget(kept.key)
        total -= kept.size
        gone += 1
    return gone


def _path(key: str) -> str:
    return f"{FOLDER}/{key[:2]}/{key}"
