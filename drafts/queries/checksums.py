"""What a database holds, as a number of rows and a checksum for each table: by these a copy is known."""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model

_AT_ONCE = 500  # rows in memory; a file that was brought in may have 20 MB, most rows far under a kilobyte


class Checksum(NamedTuple):
    """``sha256`` is over all rows of a table in the order of their keys, each as one line of JSON."""

    rows: int
    sha256: str


def checksums(using: str = "default") -> dict[str, Checksum]:
    """Of every table that this program keeps, by its name. The same values give the same on any database."""
    return {
        model._meta.db_table: _checksum(model, using)
        for model in sorted(_models(), key=lambda model: model._meta.db_table)
    }


def _models() -> Iterator[type[Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def _checksum(model: type[Model], using: str) -> Checksum:
    columns = [field.attname for field in model._meta.concrete_fields]
    digest, rows = hashlib.sha256(), 0
    found = model._base_manager.using(using).order_by("pk").values_list(*columns)
    for row in found.iterator(chunk_size=_AT_ONCE):
        digest.update(json.dumps(row, default=_plain, sort_keys=True).encode() + b"\n")
        rows += 1
    return Checksum(rows, digest.hexdigest())


def _plain(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date | uuid.UUID | datetime.timedelta | datetime.time):
        return str(value)
    raise TypeError(f"no checksum for a {type(value).__name__}")
