"""What a database holds, as a number of rows and a checksum for each table: by these a copy is known.

Asked of the database itself and not of the models, so that a copy from before a migration can be known too.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from typing import Any, NamedTuple

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

_AT_ONCE = 500  # rows in memory; a file that was brought in may have 20 MB, most rows far under a kilobyte


class Checksum(NamedTuple):
    """``sha256`` is over all rows of a table in the order of their keys, each as one line of JSON."""

    rows: int
    sha256: str


def checksums(using: str = "default") -> dict[str, Checksum]:
    """Of every table in the database, by its name. Databases of one kind give the same for the same rows."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: _checksum(connection, cursor, table) for table in sorted(tables)}


def _checksum(connection: BaseDatabaseWrapper, cursor: CursorWrapper, table: str) -> Checksum:
    columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
    key = connection.introspection.get_primary_key_column(cursor, table)
    quote = connection.ops.quote_name
    names, order = ", ".join(map(quote, columns)), ", ".join(map(quote, [key] if key else columns))
    digest, rows = hashlib.sha256(), 0
    cursor.execute(f"SELECT {names} FROM {quote(table)} ORDER BY {order}")  # noqa: S608 - names of our own
    while some := cursor.fetchmany(_AT_ONCE):
        for row in some:
            digest.update(json.dumps(row, default=_plain, sort_keys=True).encode() + b"\n")
        rows += len(some)
    return Checksum(rows, digest.hexdigest())


def _plain(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date | uuid.UUID | datetime.timedelta | datetime.time):
        return str(value)
    raise TypeError(f"no checksum for a {type(value).__name__}")
