"""``python -m tests.auditing``: whether a weakness is known of any library that is locked here.

Asks the Python index (pip-audit) and npm, both at once. What is found fails; who cannot be asked, as where
there is no way out, is named and fails nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from drafts.management import frontend
from drafts.management.environment import Environment

ROOT = Path(__file__).parents[1]
PATIENCE = 18  # seconds
LOCK = "requirements-dev.txt"  # what people run with is in it, too


class Answer(NamedTuple):
    """Of whom, what was found, and what could not be asked, both in words."""

    asked: str
    found: tuple[str, ...]
    unasked: str = ""


def main() -> int:
    with ThreadPoolExecutor() as both:
        answers = list(both.map(lambda ask: ask(), (_python, _npm)))
    for answer in answers:
        for line in answer.found:
            print(f"{answer.asked}: {line}")
        if answer.unasked:
            print(f"{answer.asked} could not be asked: {answer.unasked}")
        elif not answer.found:
            print(f"{answer.asked}: nothing is known against any of them")
    return 1 if any(answer.found for answer in answers) else 0


def of_python(said: dict[str, Any]) -> Answer:
    """What pip-audit's JSON says."""
    libraries = said.get("dependencies", [])
    found = tuple(
        f"{each['name']} {each['version']}: {weakness['id']}, mended in "
        f"{', '.join(weakness['fix_versions']) or 'none yet'}"
        for each in libraries
        for weakness in each.get("vulns", [])
    )
    skipped = sum("skip_reason" in each for each in libraries)
    unasked = f"{skipped} of {len(libraries)} libraries are not known there" if skipped else ""
    return Answer("pip-audit", found, unasked if libraries else "it said nothing")


def of_npm(said: dict[str, Any]) -> Answer:
    """What npm's JSON says."""
    if "vulnerabilities" not in said:
        reason = said.get("message") or said.get("error") or "it said nothing"
        return Answer("npm audit", (), str(reason))
    found = tuple(f"{name}: {each['severity']}" for name, each in said["vulnerabilities"].items())
    return Answer("npm audit", found)


def _python() -> Answer:
    options = ["--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--timeout=5"]
    return of_python(_said([sys.executable, "-m", "pip_audit", "-r", LOCK, *options], ROOT))


def _npm() -> Answer:
    npm = [str(each) for each in frontend.npm(Environment(ROOT, testing=True))]
    return of_npm(_said([*npm, "audit", "--json"], ROOT / "static" / "src", Path(npm[0]).parent))


def _said(command: list[str], folder: Path, programs: Path | None = None) -> dict[str, Any]:
    """The JSON that a command prints; nothing where it takes too long or prints none."""
    path = os.pathsep.join([*([str(programs)] if programs else []), os.environ["PATH"]])
    try:
        ran = subprocess.run(
            command, cwd=folder, timeout=PATIENCE, capture_output=True, env={**os.environ, "PATH": path}
        )
        said = json.loads(ran.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


if __name__ == "__main__":
    sys.exit(main())
