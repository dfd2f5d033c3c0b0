"""Migrations run while the program before them still serves, and takes no harm.

What a migration takes away in one step, that program asks for in the next second. So a column goes in two
releases: first nobody uses it any more, then a migration removes it and is named in ``RETIRED``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

LAST_WITH_THE_SERVER_STOPPED = "0020_kept_comparisons"  # before anybody was served
# Migrations that somebody has looked at: they remove what the release before no longer used, or do what this
# test cannot read (RunSQL, RunPython) and what does no harm.
RETIRED: frozenset[str] = frozenset()
TAKES_AWAY = (
    migrations.RemoveField, migrations.RenameField, migrations.DeleteModel, migrations.RenameModel,
    migrations.AlterModelTable,
)  # fmt: skip
HARMLESS = (
    migrations.CreateModel, migrations.AddIndex, migrations.RemoveIndex, migrations.RenameIndex,
    migrations.RemoveConstraint, migrations.AlterModelOptions, migrations.AlterModelManagers,
)  # fmt: skip


def risks(migration: migrations.Migration, state: ProjectState) -> Iterator[str]:
    """What in a migration would break the program that serves while it runs. ``state`` is moved on."""
    made: set[tuple[str, str]] = set()  # models and columns of this migration: nobody uses them yet
    for operation in migration.operations:
        if found := _risk(operation, migration.app_label, state, made):
            yield f"{operation.describe()}: {found}"
        if isinstance(operation, migrations.CreateModel):
            made.add((operation.name_lower, ""))
        if isinstance(operation, migrations.AddField):
            made.add((operation.model_name_lower, operation.name_lower))
        operation.state_forwards(migration.app_label, state)


def _risk(operation: Operation, app: str, state: ProjectState, made: set[tuple[str, str]]) -> str:
    if isinstance(operation, TAKES_AWAY):
        return "it is still used; let one release go by without it"
    if isinstance(operation, migrations.AddField):
        return (
            ""
            if _may_be_left_out(operation.field)
            else "rows are still written without it: null or db_default"
        )
    if isinstance(operation, migrations.AlterField):
        before = state.models[app, operation.model_name_lower].fields[operation.name]
        return _narrowed(before, operation.field)
    if isinstance(operation, migrations.AddConstraint):
        model = operation.model_name_lower
        fields = {name.lower() for name in getattr(operation.constraint, "fields", ())}
        new = (model, "") in made or any((model, name) in made for name in fields)
        return "" if new else "rows are still written that break it"
    return "" if isinstance(operation, HARMLESS) else "what it does is not known here"


def _may_be_left_out(field: models.Field) -> bool:
    return field.many_to_many or field.null or field.has_db_default()


def _narrowed(before: models.Field, after: models.Field) -> str:
    if before.get_internal_type() != after.get_internal_type():
        return "another type; add a column beside it"
    if before.null and not after.null:
        return "rows are still written without it"
    if after.unique and not before.unique:
        return "rows are still written that break it"
    lengths = before.max_length, after.max_length
    if after.max_length and (lengths[0] is None or lengths[1] < lengths[0]):
        return "longer values are still written"
    return ""


def test_no_migration_breaks_the_program_that_serves_meanwhile() -> None:
    loader = MigrationLoader(None)
    state, found = ProjectState(), {}
    plan = loader.graph._generate_plan(loader.graph.leaf_nodes(), at_end=True)
    for app, name in plan:
        migration = loader.graph.nodes[app, name]
        told = list(risks(migration, state))
        if app == "drafts" and name > LAST_WITH_THE_SERVER_STOPPED and name not in RETIRED and told:
            found[name] = told
    assert found == {}


def _draft(*fields: tuple[str, models.Field]) -> migrations.CreateModel:
    return migrations.CreateModel("Draft", [("id", models.AutoField(primary_key=True)), *fields])


TITLE = ("title", models.CharField(max_length=80, null=True))


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        (migrations.RemoveField("draft", "title"), "it is still used"),
        (migrations.RenameField("draft", "title", "name"), "it is still used"),
        (migrations.DeleteModel("Draft"), "it is still used"),
        (migrations.AddField("draft", "organ", models.TextField(default="")), "still written without it"),
        (migrations.AddField("draft", "organ", models.TextField(db_default="")), ""),
        (migrations.AddField("draft", "organ", models.TextField(null=True)), ""),
        (migrations.AlterField("draft", "title", models.CharField(max_length=80)), "written without it"),
        (migrations.AlterField("draft", "title", models.TextField(null=True)), "another type"),
        (migrations.AlterField("draft", "title", models.CharField(max_length=9, null=True)), "longer values"),
        (migrations.AlterField("draft", "title", models.CharField(max_length=99, null=True)), ""),
        (
            migrations.AddConstraint("draft", models.UniqueConstraint(fields=["title"], name="one")),
            "rows are still written that break it",
        ),
        (migrations.RunSQL("ALTER TABLE drafts_draft DROP COLUMN title"), "is not known here"),
        (migrations.RunPython(migrations.RunPython.noop), "is not known here"),
        (migrations.AddIndex("draft", models.Index(fields=["title"], name="by_title")), ""),
    ],
)  # fmt: skip
def test_what_would_break_it_is_told(operation: Operation, told: str) -> None:
    migration = migrations.Migration("0002", "drafts")
    migration.operations = [operation]
    state = ProjectState()
    _draft(TITLE).state_forwards("drafts", state)
    found = list(risks(migration, state))
    assert (told in found[0]) if told else found == []


def test_what_a_migration_makes_it_may_also_bind() -> None:
    migration = migrations.Migration("0001", "drafts")
    constraint = migrations.AddConstraint("draft", models.UniqueConstraint(fields=["title"], name="one"))
    migration.operations = [_draft(TITLE), constraint]
    assert list(risks(migration, ProjectState())) == []
