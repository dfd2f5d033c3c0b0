"""What makes the database itself refuse to bend what was issued and recorded.

Triggers, so that no code path, admin page or stray shell can go round them. A sealed version cannot be
changed or deleted, and nothing can be added to it, changed in it or taken out of it; a table that only grows
takes new rows and never changes or loses one. On SQLite and PostgreSQL.

They are set after every ``migrate``. A migration that alters one of these tables takes them off by its first
operation, ``migrations.RunPython(seals.lift_before, seals.lift_before)``: SQLite makes an altered table anew,
and would stumble over the triggers of the old one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

VERSIONS = "drafts_version"
ROWS_OF_VERSIONS = ("drafts_paragraph", "drafts_note", "drafts_sponsor")  # each with ``version_id``
GROWING = (
    "drafts_deed",
    "drafts_withdrawal",
    "drafts_sponsorship",
    "drafts_thread",
    "drafts_remark",
    "drafts_liveupdate",
    "drafts_liveversion",
    "drafts_liveentry",
)
FILES = "drafts_sourcefile"

_SEALED = "EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = {side}.version_id AND v.sealed_at IS NOT NULL)"
_KEPT = "EXISTS (SELECT 1 FROM drafts_version v WHERE v.file_id = OLD.id AND v.sealed_at IS NOT NULL)"
_VERSION_REFUSAL = "a sealed version never changes"
_GROWING_REFUSAL = "this record only grows"


class Seal(NamedTuple):
    """A trigger: the refusal, and the condition under which it refuses (empty: always)."""

    table: str
    event: str
    refusal: str
    condition: str = ""

    @property
    def name(self) -> str:
        return f"seal_{self.table.removeprefix('drafts_')}_{self.event.lower()}"


def place(connection: BaseDatabaseWrapper) -> None:
    """Set the seals on every table that is there. Setting them again changes nothing."""
    statements = {"sqlite": _for_sqlite, "postgresql": _for_postgresql}.get(connection.vendor)
    if statements is None:
        raise NotImplementedError(
            f"Versions and records can be sealed on SQLite and PostgreSQL, not on {connection.vendor}."
        )
    with connection.cursor() as cursor:
        for seal in _seals(connection):
            for statement in statements(seal):
                cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the seals off: for undoing the migration, and for one that must change sealed rows."""
    with connection.cursor() as cursor:
        for seal in _seals(connection):
            on = f" ON {seal.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {seal.name}{on}")


def lift_before(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """``lift``, as an operation of a migration."""
    lift(schema_editor.connection)


def _seals(connection: BaseDatabaseWrapper) -> list[Seal]:
    there = set(connection.introspection.table_names())
    return [
        seal for seal in (*_of_versions(), *_of_rows(), *_of_files(), *_of_growing()) if seal.table in there
    ]


def _of_versions() -> Iterator[Seal]:
    for event in ("UPDATE", "DELETE"):
        yield Seal(VERSIONS, event, _VERSION_REFUSAL, "OLD.sealed_at IS NOT NULL")


def _of_rows() -> Iterator[Seal]:
    for table in ROWS_OF_VERSIONS:
        for event, sides in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            condition = " OR ".join(_SEALED.format(side=side) for side in sides)
            yield Seal(table, event, _VERSION_REFUSAL, condition)


def _of_files() -> Iterator[Seal]:
    """The file that a version was read from is part of it."""
    for event in ("UPDATE", "DELETE"):
        yield Seal(FILES, event, _VERSION_REFUSAL, _KEPT)


def _of_growing() -> Iterator[Seal]:
    for table in GROWING:
        for event in ("UPDATE", "DELETE"):
            yield Seal(table, event, _GROWING_REFUSAL)


def _for_sqlite(seal: Seal) -> tuple[str, ...]:
    when = f"WHEN {seal.condition} " if seal.condition else ""
    return (
        f"CREATE TRIGGER IF NOT EXISTS {seal.name} BEFORE {seal.event} ON {seal.table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{seal.refusal}'); END",
    )


def _for_postgresql(seal: Seal) -> tuple[str, ...]:
    """The trigger and its function: a function, because PostgreSQL's own ``WHEN`` cannot look into a table.

    It raises what a broken constraint raises, so that both databases answer with an ``IntegrityError``.
    """
    refuse = f"RAISE EXCEPTION '{seal.refusal}' USING ERRCODE = 'integrity_constraint_violation';"
    body = f"IF {seal.condition} THEN {refuse} END IF;" if seal.condition else refuse
    row = "OLD" if seal.event == "DELETE" else "NEW"
    return (
        f"CREATE OR REPLACE FUNCTION {seal.name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {body} RETURN {row}; END $$",
        f"CREATE OR REPLACE TRIGGER {seal.name} BEFORE {seal.event} ON {seal.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {seal.name}()",
    )
