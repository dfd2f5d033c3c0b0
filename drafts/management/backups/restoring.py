"""Putting a backup back."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from drafts.management.backups.copies import BackupError, put_back
from drafts.management.backups.taking import DATABASE, FORMAT, LISTING, Backup
from drafts.models import Draft
from drafts.queries.checksums import Checksum

_ANOTHER = "Use another backup; nothing was changed."
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, EOFError, NotImplementedError)


def restore(path: Path, *, replace: bool = False) -> tuple[Backup, Path | None]:
    """Make the database what it was when the backup was taken. The server must not be running.

    Where there are drafts already, ``replace`` must be given. What was there is kept: the second value
    is where.

    Raises:
        BackupError: it is no backup of this database's kind, damaged, or of a newer program; or there are
            drafts here and ``replace`` is not given. Nothing was changed.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        backup = _unpacked(path, copy)
        _check(backup)
        if not replace:
            _refuse_to_replace()
        moment = timezone.now().strftime("%Y-%m-%dT%H%M%S")
        saved = put_back(
            copy, backup.tables, settings.DATA_DIR / f"before-restoring-{moment}.{connection.vendor}"
        )
    return backup, saved


def _unpacked(path: Path, copy: Path) -> Backup:
    try:
        with zipfile.ZipFile(path) as archive:
            told: dict[str, Any] = json.loads(archive.read(LISTING))
            if told.pop("format") != FORMAT:
                raise BackupError(f"{path} is a backup of another kind than {FORMAT}. {_ANOTHER}")
            tables = {name: Checksum(*each) for name, each in told.pop("tables").items()}
            migrations = tuple((app, name) for app, name in told.pop("migrations"))
            backup = Backup(**told, tables=tables, migrations=migrations)
            with archive.open(DATABASE) as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target)
    except OSError as error:
        raise BackupError(f"{path} could not be read: {error.strerror or error}. {_ANOTHER}") from error
    except _DAMAGED as error:
        raise BackupError(f"{path} is no backup, or a damaged one. {_ANOTHER}") from error
    with copy.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != backup.sha256:
            raise BackupError(f"{path} is damaged. {_ANOTHER}")
    return backup


def _check(backup: Backup) -> None:
    if backup.engine != connection.vendor:
        raise BackupError(
            f"It was taken of a {backup.engine} database, and this is {connection.vendor}. Name such a"
            " one in DATABASE_URL; nothing was changed."
        )
    known = set(MigrationLoader(None).disk_migrations)
    newer = [name for app, name in backup.migrations if app == "drafts" and (app, name) not in known]
    if newer:
        raise BackupError(
            f"A newer Rapporteur ({backup.program}) took it: {newer[-1]} is not known here. Restore it with"
            " that; nothing was changed."
        )


def _refuse_to_replace() -> None:
    try:
        drafts = Draft.objects.count()
    except DatabaseError:  # no tables yet, or what is left of them after the damage
        return
    if drafts:
        raise BackupError(
            f"There are {drafts} drafts here already. Add --replace to put the backup in their place; nothing"
            " was changed."
        )
