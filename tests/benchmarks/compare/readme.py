"""Writes results into a README, this folder's or another, each table between its own two comments."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

README = Path(__file__).with_name("README.md")


def rewrite(name: str, lines: Iterable[str], readme: Path = README) -> None:
    """Put the lines, with the machine and the date, in the place of that name.

    Raises:
        LookupError: the README has no such place.
    """
    text = readme.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    if not place.search(text):
        raise LookupError(f"The README has no place for {name}.")
    body = "\n".join((f"_{circumstances()}_", "", *lines, ""))
    readme.write_text(place.sub(lambda found: found[1] + body + found[2], text), encoding="utf-8")


def circumstances() -> str:
    """The machine and the date."""
    today = datetime.now(UTC).strftime("%-d %B %Y")
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {system}, {today}"


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", facts.read_text(encoding="utf-8")) if facts.exists() else None
    return named[1] if named else platform.processor() or "unknown processor"
