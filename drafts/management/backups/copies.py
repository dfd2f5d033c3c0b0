"""The database's own ways to be copied and put back: SQLite's online backup; ``pg_dump``, ``pg_restore``."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from django.db import connection, connections, transaction

from drafts.core.errors import RapporteurError
from drafts.queries.checksums import Checksum, checksums


class BackupError(RapporteurError):
    """Why a copy could not be taken or put back, and what to do."""


Checksums = dict[str, Checksum]
COPY = "copy"  # by which Django knows an SQLite file that is looked at beside the database


def copy_to(path: Path) -> Checksums:
    """Copy the database as it is at this moment; others write on. Gives what the copy holds."""
    return _dump(path) if connection.vendor == "postgresql" else _copy(path)


def put_back(path: Path, expected: Checksums, aside: Path) -> Path | None:
    """Make the database what the copy holds, all of it or nothing. What was there is kept ``aside``.

    Gives where that is, if there was anything.

    Raises:
        BackupError: the server is running, or the copy does not hold what it should. On SQLite nothing was
            changed; on PostgreSQL, whose copy can be looked at only when it is in place, the error says what
            now is.
    """
    if connection.vendor == "postgresql":
        return _put_back_dump(path, expected, aside)
    return _put_back_file(path, expected, aside)


def _copy(path: Path) -> Checksums:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as target:
        connection.connection.backup(target)  # in one step: a long one begins anew at each write of another
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    with _beside(path):
        return checksums(COPY)


def _put_back_file(path: Path, expected: Checksums, aside: Path) -> Path | None:
    with _beside(path):
        _compare(checksums(COPY), expected)
    kept = Path(connection.settings_dict["NAME"])
    aside = kept.with_name(aside.name)  # a file goes from one name to another only on one disk
    connection.close()
    _refuse_while_in_use(kept)
    fresh = kept.with_name(f"{kept.name}.restoring")
    shutil.copyfile(path, fresh)
    # As it is, be it damaged: with its log, which must not be taken for the new one's.
    for end in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            os.replace(f"{kept}{end}", f"{aside}{end}")
    os.replace(fresh, kept)
    return aside if aside.exists() else None


def _refuse_while_in_use(kept: Path) -> None:
    """Whoever has the file open would write on into what is put aside."""
    try:
        with closing(sqlite3.connect(kept, timeout=1, isolation_level=None)) as alone:
            alone.execute("PRAGMA locking_mode=EXCLUSIVE")
            alone.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BackupError(
                "The database is in use. Stop the server first; nothing was changed."
            ) from error
    except sqlite3.DatabaseError:
        pass  # so damaged that nobody can use it


@contextmanager
def _beside(path: Path) -> Iterator[None]:
    """An SQLite file as a second database."""
    connections.databases[COPY] = {**connection.settings_dict, "NAME": str(path), "OPTIONS": {}}
    try:
        yield
    finally:
        connections[COPY].close()
        del connections[COPY], connections.databases[COPY]


def _dump(path: Path) -> Checksums:
    """Both the dump and the checksums are of one moment: that of the exported snapshot."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
        _run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={path}")
        return checksums()


def _put_back_dump(path: Path, expected: Checksums, aside: Path) -> Path | None:
    tables = connection.introspection.table_names()
    if tables:
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={aside}")
    connection.close()
    script = path.with_suffix(".sql")
    _run("pg_restore", "--no-owner", f"--file={script}", str(path))
    # All that is there goes, tables of a newer program among it, and all that was comes, in one transaction.
    _run(
        *("psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"),
        *("--command=DROP SCHEMA public CASCADE", "--command=CREATE SCHEMA public", f"--file={script}"),
    )
    try:
        _compare(checksums(), expected)
    except BackupError as error:
        raise BackupError(
            f"{error} The database now holds that copy; what was there is in {aside}."
        ) from error
    return aside if tables else None


def _compare(found: Checksums, expected: Checksums) -> None:
    wrong = sorted(name for name in expected if found.get(name) != expected[name])
    if wrong:
        raise BackupError(
            f"The copy is not what was backed up: {', '.join(wrong)} differ. Use another backup."
        )


def _run(program: str, *options: str) -> None:
    """A program of PostgreSQL, told by its environment where the database is: others see command lines."""
    settings: dict[str, Any] = connection.settings_dict
    told = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    environment = {name: str(settings[key]) for name, key in told.items() if settings.get(key)}
    try:
        subprocess.run(
            [program, *options], check=True, capture_output=True, text=True, env={**os.environ, **environment}
        )
    except FileNotFoundError as error:
        raise BackupError(
            f"{program} is not installed here (Debian: apt-get install postgresql-client)."
        ) from error
    except subprocess.CalledProcessError as error:
        raise BackupError(f"{program} failed: {error.stderr.strip()}") from error
