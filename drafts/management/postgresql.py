"""A PostgreSQL server for the tests: made in a temporary folder, on a socket in it, gone with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

NAME = "rapporteur"
_NOT_FOR_ROOT = ("postgres", "nobody")  # whom the server runs as where we are root, which it refuses to be


class NoPostgresError(Exception):
    """There is no PostgreSQL here, or it does not start; says why."""


class Throwaway(NamedTuple):
    """A server that runs: its ``DATABASE_URL``, and how it is started and stopped."""

    url: str
    control: tuple[str, ...]
    starting: tuple[str, ...]

    def restart(self) -> None:
        """As an operator does: whoever is connected is cut off, what was committed is there."""
        _run(*self.control, *self.starting, "-m", "fast", "restart")


@contextmanager
def throwaway_server(*, durable: bool = False) -> Iterator[str]:
    """A running server with an empty database. Gives its ``DATABASE_URL``.

    Nothing in it outlives a power cut, so that nothing waits for the disk; unless ``durable``.

    Raises:
        NoPostgresError: its programs are not here, or it did not start.
    """
    with throwaway(durable=durable) as server:
        yield server.url


@contextmanager
def throwaway(*, durable: bool = False) -> Iterator[Throwaway]:
    """The same, where it is to be restarted too."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path may have some 100 characters
    as_user = _as_user(folder)
    data = folder / "data"
    try:
        how = ["-U", NAME, "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
        _run(*as_user, str(programs / "initdb"), "-D", str(data), *how)
        sync = "on" if durable else "off"
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync={sync}"  # no network
        )
        url = f"postgresql://{NAME}@{urllib.parse.quote(str(folder), safe='')}/{NAME}"
        control = (*as_user, str(programs / "pg_ctl"), "-D", str(data), "-w", "-s")
        server = Throwaway(url, control, ("-o", options, "-l", str(folder / "log")))
        _run(*control, *server.starting, "start")
        try:
            _run(*as_user, str(programs / "createdb"), "-h", str(folder), "-U", NAME, NAME)
            yield server
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Where ``initdb`` and its like are: on the path, or where Debian puts the newest."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not folders:
        raise NoPostgresError("PostgreSQL is not installed here (Debian: apt-get install postgresql).")
    return folders[-1].parent


def _as_user(folder: Path) -> list[str]:
    """What to put before a command so that it does not run as root; the folder becomes that user's."""
    if os.geteuid() != 0:
        return []
    for name in _NOT_FOR_ROOT:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--"]
    raise NoPostgresError("PostgreSQL does not run as root, and there is no other user here.")


def _run(*command: str) -> None:
    """Run it, in a folder that any user may be in."""
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, cwd="/")
    except FileNotFoundError as error:
        raise NoPostgresError(f"{error.filename} is not installed here.") from error
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout).strip()
        raise NoPostgresError(f"PostgreSQL did not start: {said}") from error
