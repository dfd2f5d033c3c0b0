"""Backups: taken while people write, damaged, put back; each table as it was."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from drafts.management.backups import restore, take, taking
from drafts.management.backups.copies import BackupError
from drafts.models import User
from drafts.queries.checksums import checksums

ROOT = Path(__file__).parents[2]

# Everything the database holds, as another process would find it.
HELD = """
import django, json
django.setup()
from drafts.queries.checksums import checksums
print(json.dumps(checksums()))
"""
WRITE = """
import django, sys
django.setup()
from drafts import actions
from drafts.core.document import Paragraph, Resolution
from drafts.models import User
person, _ = User.objects.get_or_create(username="italy")
for number in range(int(sys.argv[1])):
    paragraph = Paragraph(f"p{number}", "operative", "Decides. Élan 🕊", 1, "1.")
    actions.start_draft(Resolution(paragraphs=(paragraph,)), by=person)
    print(number, flush=True)
"""


class Site:
    """A database of its own, and commands run on it as people run them."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "RAPPORTEUR_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "drafts.settings",
        }
        self.environment.pop("DATABASE_URL", None)
        if url:
            self.environment["DATABASE_URL"] = url

    @property
    def database(self) -> Path:
        return self.folder / "rapporteur.sqlite3"

    def start(self, *command: str) -> subprocess.Popen[str]:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=self.environment, text=True, **pipes
        )

    def run(self, *command: str) -> str:
        process = self.start(*command)
        out, errors = process.communicate()
        assert process.returncode == 0, errors
        return out

    def manage(self, *command: str) -> str:
        return self.run("-m", "django", *command)

    def refused(self, *command: str) -> str:
        process = self.start("-m", "django", *command)
        _, errors = process.communicate()
        assert process.returncode == 2
        assert errors.startswith("CommandError: ")
        return errors

    def held(self) -> dict[str, list[object]]:
        held: dict[str, list[object]] = json.loads(self.run("-c", HELD))
        return held


@pytest.fixture
def site(tmp_path: Path) -> Site:
    if connection.vendor == "postgresql":
        pytest.skip("the site is one on SQLite, whatever the tests run on")
    site = Site(tmp_path / "data")
    site.manage("migrate", "-v0")
    site.run("-c", WRITE, "3")
    return site


def test_a_backup_taken_while_people_write_is_put_back_after_damage(site: Site, tmp_path: Path) -> None:
    writer = site.start("-c", WRITE, "1000")
    try:
        assert writer.stdout
        assert writer.stdout.readline() == "0\n"
        told = site.manage("backup", str(tmp_path / "b.zip"))
        assert writer.poll() is None, "nobody wrote any more when the backup was done"
    finally:
        writer.kill()
        writer.communicate()
    assert "read over" in told
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        tables = json.loads(archive.read("backup.json"))["tables"]
    assert tables["drafts_draft"][0] >= 4
    for each in site.folder.glob("rapporteur.sqlite3-*"):
        each.unlink()  # from this the database would mend itself
    site.database.write_bytes(b"damage" * 1000)
    told = site.manage("restore", str(tmp_path / "b.zip"))
    assert "each table as it was" in told
    assert site.held() == tables
    [aside] = site.folder.glob("before-restoring-*.sqlite")
    assert aside.read_bytes() == b"damage" * 1000


def test_what_is_here_is_replaced_only_when_that_is_said_and_is_kept(site: Site, tmp_path: Path) -> None:
    site.manage("backup", str(tmp_path / "b.zip"))
    before = site.held()
    site.run("-c", WRITE, "1")
    after = site.held()
    assert "There are 4 drafts here already. Add --replace" in site.refused(
        "restore", str(tmp_path / "b.zip")
    )
    assert site.held() == after
    site.manage("restore", "--replace", str(tmp_path / "b.zip"))
    assert site.held() == before
    [aside] = site.folder.glob("before-restoring-*.sqlite")
    site.database.unlink()
    aside.rename(site.database)
    assert site.held() == after


def test_a_backup_of_an_older_program_comes_back(site: Site, tmp_path: Path) -> None:
    with sqlite3.connect(site.database) as older:  # as before the migration that brought this table
        older.execute("DROP TABLE drafts_keptcomparison")
    site.manage("backup", str(tmp_path / "b.zip"))
    before = site.held()
    site.database.unlink()
    site.manage("restore", str(tmp_path / "b.zip"))
    assert site.held() == before


def test_nothing_is_put_back_under_a_running_server(site: Site, tmp_path: Path) -> None:
    site.manage("backup", str(tmp_path / "b.zip"))
    before = site.held()
    with closing(sqlite3.connect(site.database)) as server:
        server.execute("SELECT count(*) FROM drafts_draft").fetchone()
        assert "Stop the server first" in site.refused("restore", "--replace", str(tmp_path / "b.zip"))
    assert site.held() == before


def changed(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path, Path], None]:
    """The backup with one of its files another."""

    def write(source: Path, target: Path) -> None:
        with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as spoiled:
            for each in archive.namelist():
                spoiled.writestr(each, change(archive.read(each)) if each == name else archive.read(each))

    return write


def truncated(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes()[:-100])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (truncated, "no backup, or a damaged one"),
        (changed(taking.DATABASE, lambda data: data[:-1] + b"?"), "is damaged"),
        (changed(taking.LISTING, lambda data: data.replace(b"backup/1", b"backup/9")), "another kind"),
        (changed(taking.LISTING, lambda data: data.replace(b'"engine": "', b'"engine": "no')), "of a no"),
        (changed(taking.LISTING, lambda data: data.replace(b'"0001_initial"', b'"0999_x"')), "A newer Rapp"),
        (changed(taking.LISTING, lambda data: b"[]"), "no backup, or a damaged one"),
    ],
    ids=["truncated", "database", "format", "engine", "newer", "listing"],
)
def test_a_spoiled_backup_changes_nothing(
    spoil: Callable[[Path, Path], None], said: str, backup: Path, tmp_path: Path
) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("the backup is one of SQLite")
    User.objects.create_user("italy")
    spoil(backup, tmp_path / "spoiled.zip")
    before = checksums()
    with pytest.raises(BackupError, match=said):
        restore(tmp_path / "spoiled.zip", replace=True)
    assert checksums() == before


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backup")
    site = Site(folder / "data")
    site.manage("migrate", "-v0")
    site.manage("backup", str(folder / "b.zip"))
    return folder / "b.zip"


@pytest.mark.django_db(transaction=True)
def test_on_postgresql_all_comes_back_as_it_was(tmp_path: Path) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's file is put back in the tests above, and this one is in memory")
    User.objects.create_user("italy")
    taken = take(tmp_path / "b.zip")
    User.objects.create_user("benin")
    with connection.cursor() as cursor:  # of a newer program
        cursor.execute("CREATE TABLE later (version bigint REFERENCES drafts_version)")
    _, aside = restore(tmp_path / "b.zip", replace=True)
    assert checksums() == taken.tables
    assert aside
    assert aside.exists()
    aside.unlink()


def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    taken = tmp_path / "b.zip"
    taken.write_bytes(b"another")
    with pytest.raises(BackupError, match="is there already"):
        take(taken)
    assert taken.read_bytes() == b"another"
