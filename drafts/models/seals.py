"""What makes the database itself refuse to bend a version once it is sealed.

Triggers, so that no code path, admin page or stray shell can go round them: a sealed version cannot be
changed or deleted, and nothing can be added to it, changed in it or taken out of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

_ROWS = ("paragraph", "note", "sponsor")
_SEALED = "EXISTS (SELECT 1 FROM drafts_version v WHERE v.id = {side}.version_id AND v.sealed_at IS NOT NULL)"
_REFUSAL = "a sealed version never changes"


def place(connection: BaseDatabaseWrapper) -> None:
    """Set the seals. Needs the tables of versions and their rows."""
    _only_sqlite(connection)
    with connection.cursor() as cursor:
        for name, event, condition in _triggers():
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take the seals off, as undoing the migration does."""
    _only_sqlite(connection)
    with connection.cursor() as cursor:
        for name, _, _ in _triggers():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def _only_sqlite(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor != "sqlite":
        raise NotImplementedError(
            f"Versions can be sealed on SQLite; {connection.vendor} is not supported yet."
        )


def _triggers() -> Iterator[tuple[str, str, str]]:
    """Each trigger's name, its event, and the condition under which it refuses."""
    for deed in ("UPDATE", "DELETE"):
        yield f"seal_version_{deed.lower()}", f"{deed} ON drafts_version", "OLD.sealed_at IS NOT NULL"
    for row in _ROWS:
        for deed, sides in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            condition = " OR ".join(_SEALED.format(side=side) for side in sides)
            yield f"seal_{row}_{deed.lower()}", f"{deed} ON drafts_{row}", condition
