"""How the program is served: by uvicorn, with what its live texts need."""

from __future__ import annotations

from typing import Any

from drafts.live.room import LARGEST_UPDATE

# As options of ``uvicorn.Config``. Messages go uncompressed:
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


def command(**options: Any) -> list[str]:
    """The command line of uvicorn that says the same, and these options beside it."""
    app, *rest = {**SERVED, **options}.items()
    return ["-m", "uvicorn", app[1], *(word for name, value in rest for word in _option(name, value))]


def _option(name: str, value: Any) -> list[str]:
    flag = name.replace("_", "-")
    if name == "ws_per_message_deflate" or not isinstance(value, bool):  # the one flag that takes a word
        return [f"--{flag}", str(value).lower()]
    return [f"--{flag}" if value else f"--no-{flag}"]
