"""SQLite, whose connections are handed on to the next request where the program is a server.

Each request has a thread, and so a connection, of its own. To open one costs more than most pages ask of it:
Django teaches each some forty functions, and SQLite reads the schema anew. PostgreSQL has a pool for that.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from django.db.backends.sqlite3 import base

_idle: deque[Any] = deque()
_most = 0


def keep_open(most: int) -> None:
    """Keep up to so many connections that nobody uses. For a process that serves, on one database."""
    global _most
    _most = most
    while len(_idle) > most:
        _idle.pop().close()


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, but for where connections come from and go."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return _idle.pop()
        except IndexError:
            return super().get_new_connection(conn_params)

    def _close(self) -> None:
        if len(_idle) < _most and not self.connection.in_transaction:
            _idle.append(self.connection)
        else:
            super()._close()  # type: ignore[misc]
