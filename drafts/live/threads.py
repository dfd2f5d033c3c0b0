"""Where the database is waited for: threads of a pool, each with a connection that is not a dead one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import close_old_connections, connections

# Seconds that a thread keeps its connection: to open one for each commit costs more than the commit, and the
# last to leave an SQLite database has to put its log away.
KEPT_OPEN = 60.0

P = ParamSpec("P")
T = TypeVar("T")


async def in_thread(
    pool: ThreadPoolExecutor, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Call ``function`` in a thread of ``pool`` and wait for its answer."""

    def called() -> T:
        close_old_connections()
        try:
            return function(*args, **kwargs)
        finally:
            for connection in connections.all(initialized_only=True):
                connection.close_at = time.monotonic() + KEPT_OPEN
            if not KEPT_OPEN:
                close_old_connections()

    return await asyncio.get_running_loop().run_in_executor(pool, called)
