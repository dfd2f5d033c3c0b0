"""Taking a backup."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from drafts import __version__
from drafts.management.backups.copies import BackupError, Checksums, copy_to

FORMAT = "rapporteur-backup/1"
LISTING, DATABASE = "backup.json", "database"


class Backup(NamedTuple):
    """What a backup says of itself. ``sha256`` is of the database's copy, ``migrations`` what it has had."""

    made: str
    program: str
    engine: str
    sha256: str
    migrations: tuple[tuple[str, str], ...]
    tables: Checksums


def take(path: Path) -> Backup:
    """Write everything to a new file, whole or not at all, and read the copy once over.

    Raises:
        BackupError: there is such a file already, or it cannot be written.
    """
    if path.exists():
        raise BackupError(f"{path} is there already. Name another file; a backup overwrites nothing.")
    part = path.with_name(f"{path.name}.part")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
            copy = Path(folder) / DATABASE
            backup = _about(copy, copy_to(copy))
            _pack(copy, backup, part)
        os.replace(part, path)
    except FileExistsError as error:
        raise BackupError(f"Another backup is writing {part}. Wait for it, or remove that file.") from error
    except (OSError, DatabaseError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise BackupError(f"{path} could not be written: {error}. Nothing was backed up.") from error
    return backup


def _about(copy: Path, tables: Checksums) -> Backup:
    with copy.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    applied = tuple(sorted(MigrationRecorder(connection).applied_migrations()))
    made = timezone.now().isoformat(timespec="seconds")
    return Backup(made, __version__, connection.vendor, sha256, applied, tables)


def _pack(copy: Path, backup: Backup, path: Path) -> None:
    listing = {"format": FORMAT, **backup._asdict()}
    with path.open("xb") as file:
        os.fchmod(file.fileno(), 0o600)  # it holds confidential texts and password hashes
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(LISTING, json.dumps(listing, indent=1))
            with copy.open("rb") as source, archive.open(DATABASE, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
        file.flush()
        os.fsync(file.fileno())
