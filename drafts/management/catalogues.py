"""The words of the interface in its languages, ``drafts/locale``, made ready for use.

The catalogues are in git as people read and write them; what Django loads is compiled from them by Babel at
set-up, so that a machine needs no gettext. ``python3 manage.py catalogues`` gathers new strings (for
developers: that does need gettext).
"""

from __future__ import annotations

import sys
from pathlib import Path

from drafts.management.environment import Environment, SetUpError, reason_in, run


def compile_if_needed(environment: Environment) -> None:
    """Compile each catalogue that is newer than what was made of it.

    Raises:
        SetUpError: one cannot be read; names the place.
    """
    python = environment.python if environment.python.exists() else Path(sys.executable)
    for source in sorted((environment.root / "drafts" / "locale").glob("*/LC_MESSAGES/*.po")):
        made = source.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        command: list[str | Path] = [
            python,
            "-m",
            "babel.messages.frontend",
            "-q",
            "compile",
            "-i",
            source,
            "-o",
            made,
        ]
        status, lines = run([*command, "-l", source.parts[-3]])
        if status:
            raise SetUpError(f"{source}: {reason_in(lines)}")
