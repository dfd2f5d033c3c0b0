"""The environment beside ``manage.py``: making it, filling it from the lock, and telling whether it is whole.

Standard library only, for this runs where nothing else is. The stamp in ``.venv`` is written empty before
installing and filled after, so an empty one tells of a set-up that was interrupted.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class SetUpError(Exception):
    """Why the set-up cannot go on, and what to do about it, in one line."""


@dataclass(frozen=True)
class Environment:
    """``.venv`` in the folder ``root``. ``testing`` is whether it must hold what the tests need as well."""

    root: Path
    testing: bool = False

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        return self.folder / "rapporteur.stamp"

    @property
    def locks(self) -> tuple[Path, ...]:
        """The lists of libraries to be there. The one for tests comes first: it holds the other as well."""
        running = self.root / "requirements.txt"
        return (self.root / "requirements-dev.txt", running) if self.testing else (running,)

    def is_whole(self) -> bool:
        """Whether it was set up, to the end, from the lock as it is now."""
        if not (self.python.exists() and self.stamp.exists()):
            return False
        return _stamp_line(self.locks[0]) in self.stamp.read_text(encoding="utf-8").splitlines()

    def is_someone_elses(self) -> bool:
        """Whether another tool made it; such a one is used and never changed."""
        return not self.stamp.exists() and self.can_import("django")

    def can_import(self, module: str) -> bool:
        return self.python.exists() and run([self.python, "-c", f"import {module}"])[0] == 0


def set_up(environment: Environment) -> None:
    """Make ``.venv``, or make it again where it is broken, and install what the lock names.

    Raises:
        SetUpError: naming the step that failed and how to go on.
    """
    began = time.monotonic()
    say(f"Setting up in {environment.folder} (the first time, and when the list of libraries has changed)")
    try:
        if _is_broken(environment):
            _make(environment)
        environment.stamp.write_text("", encoding="utf-8")
        _install(environment)
        lines = "".join(_stamp_line(lock) + "\n" for lock in environment.locks)
        environment.stamp.write_text(lines, encoding="utf-8")
    except OSError as error:
        raise SetUpError(f"{error.filename or environment.folder}: {error.strerror}.") from error
    say(f"Set up in {time.monotonic() - began:.0f} s.")


def _is_broken(environment: Environment) -> bool:
    """Nothing there, without pip, or left in the middle of installing: half a library looks whole to pip."""
    stamp = environment.stamp
    left_in_the_middle = stamp.exists() and not stamp.read_text(encoding="utf-8")
    return left_in_the_middle or not environment.can_import("pip")


def _make(environment: Environment) -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SetUpError(
            "this Python cannot make an environment: its venv module is missing. "
            "On Debian and Ubuntu: apt install python3-venv. Then run the same command again."
        )
    say("  making the environment …")
    base = Path(sys.executable).resolve()  # not the Python inside .venv, which --clear removes
    status, lines = run([base, "-m", "venv", "--clear", environment.folder])
    if status:
        raise SetUpError(f"{environment.folder} could not be made: {reason_in(lines)}")


def _install(environment: Environment) -> None:
    """Let pip install exactly what the lock names, each file checked against its hash."""
    lock = environment.locks[0]
    say(f"  installing the libraries named in {lock.name} …")
    quiet = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off")
    pip: list[str | Path] = [environment.python, "-m", "pip", "install", "--require-hashes", *quiet]
    status, lines = run([*pip, "--requirement", lock], tell=_tell_library)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    if status:
        raise SetUpError(
            f"pip could not install the libraries: {reason_in(lines)} "
            "If the network is at fault (or needs a proxy), mend that and run the same command again."
        )
    if not environment.can_import("django"):
        raise SetUpError(f"{environment.folder} is broken. Delete that folder and run the command again.")


def _tell_library(line: str) -> None:
    """A terminal sees the library now at hand, always on the same line; a log sees nothing."""
    if sys.stderr.isatty() and (found := re.match(r"Collecting ([\w.-]+)|Installing collected", line)):
        print(f"\r\033[K    {found[1] or 'putting them in place'}", end="", file=sys.stderr, flush=True)


def reason_in(lines: list[str]) -> str:
    """What a tool said was wrong: its last ERROR line (those before only led to it), else its last line."""
    spoken = [line.strip() for line in lines if line.strip()]
    errors = [line.removeprefix("ERROR:").strip() for line in spoken if line.startswith("ERROR:")]
    return (errors or spoken or ["it did not say why"])[-1].rstrip(".") + "."


def run(
    command: list[str | Path],
    tell: Callable[[str], None] | None = None,
    *,
    folder: Path | None = None,
    path: str = "",
) -> tuple[int, list[str]]:
    """Run a tool to its end: its exit status and its lines, each told as it comes. It cannot ask anything.

    ``folder`` is where it runs, ``path`` where it finds other tools, if not as here.
    """
    lines = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd=folder,
        env={**os.environ, "PATH": path} if path else None,
    ) as tool:
        for line in tool.stdout or ():
            lines.append(line)
            if tell:
                tell(line)
    return tool.returncode, lines


def _stamp_line(lock: Path) -> str:
    return f"{lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def say(line: str) -> None:
    """To standard error: what the command prints may be going to a file."""
    print(line, file=sys.stderr, flush=True)
