"""A database of the first release is that of today after ``migrate``, with every word that was in it.

That program kept its rows in SQLite alone; PostgreSQL came later, and its database from then does not exist.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PARAGRAPHS = "SELECT key, kind, level, label, text FROM drafts_paragraph"


def test_the_samples_of_the_first_release_are_all_there_after_migrating(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "rapporteur.sqlite3")) as database:
        database.executescript((HERE / "first.sql").read_text(encoding="utf-8"))
        before = _texts(database)
    environment = {
        **os.environ, "RAPPORTEUR_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "drafts.settings",
        "RAPPORTEUR_WORKER": "no",
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    for command in (["-m", "django", "migrate", "-v0"], ["-m", "django", "migrate", "--check", "-v0"]):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)
    opened = subprocess.run(
        [sys.executable, "-m", "tests.upgrades.opened"],
        cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    found = json.loads(opened.stdout)
    assert [len(text[2]) for text in before] == [24, 26, 24, 25]
    assert found["texts"] == before
    assert set(found["pages"].values()) == {200}, found["pages"]
    assert found["sealed"]


def _texts(database: sqlite3.Connection) -> list[list[Any]]:
    """What ``opened.texts`` gives, from the tables as the first release had them."""

    def rows(question: str, *values: object) -> list[list[Any]]:
        return [list(row) for row in database.execute(question, values)]

    versions = rows("SELECT id, symbol, date FROM drafts_version ORDER BY symbol")
    return [
        [
            symbol,
            date,
            rows(f"{PARAGRAPHS} WHERE version_id = ? ORDER BY position", id),
            rows("SELECT key, label, text FROM drafts_note WHERE version_id = ? ORDER BY position", id),
            rows("SELECT name, code FROM drafts_sponsor WHERE version_id = ? ORDER BY position", id),
        ]
        for id, symbol, date in versions
    ]
