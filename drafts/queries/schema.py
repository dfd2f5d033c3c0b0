"""Whether the database's tables are those of this program."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


class Schema(NamedTuple):
    """Migrations that the tables have had and this program does not know; those that they lack."""

    newer: tuple[str, ...]
    lacking: tuple[str, ...]


def schema() -> Schema:
    """How the tables stand to this program. What other applications once had in them is not looked at."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    known = _known()
    newer = sorted(name for app, name in applied if app == "drafts" and (app, name) not in known)
    return Schema(tuple(newer), tuple(sorted(name for _, name in known - applied)))


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).graph.nodes)
