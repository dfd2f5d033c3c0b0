"""How the program is served: by uvicorn, with what its live texts need."""

from __future__ import annotations

from typing import Any

from drafts.live.room import LARGEST_UPDATE

# As options of ``uvicorn.Config``; README.md gives the same for the command line. Messages go uncompressed:
# they have some hundred bytes, and every page would take a compressor's memory and time.
SERVED: dict[str, Any] = {
    "app": "drafts.asgi:application",
    "lifespan": "on",
    "ws": "websockets-sansio",
    "ws_per_message_deflate": False,
    "ws_max_size": LARGEST_UPDATE + 1000,
    "log_level": "warning",
    "access_log": False,
}
