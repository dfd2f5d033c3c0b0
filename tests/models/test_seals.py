"""The database itself refuses to bend a version, whatever code tries."""

import pytest
from django.db import IntegrityError, connection, transaction

from drafts import actions
from drafts.core.document import Note
from drafts.models import Note as NoteRow
from drafts.models import Paragraph, Sponsor, User, Version, Withdrawal, seals
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db

ROWS = ("drafts_paragraph", "drafts_note", "drafts_sponsor")


@pytest.fixture
def version(django_user_model: type[User]) -> Version:
    user = django_user_model.objects.create_user("italy")
    text = resolution(pp("Recalling,"), op("Decides."), notes=[Note("n1", "1", "A/1.")], sponsors=["Italy"])
    return actions.start_draft(text, by=user).versions.get()


def refused(statement: str, *values: object, refusal: str = "a sealed version never changes") -> None:
    with pytest.raises(IntegrityError, match=refusal), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("column", ["title", "symbol", "source", "sealed_at"])
def test_a_version_cannot_be_changed(version: Version, column: str) -> None:
    refused(f"UPDATE drafts_version SET {column} = NULL WHERE id = %s", version.pk)  # noqa: S608


def test_a_version_cannot_be_deleted(version: Version) -> None:
    refused("DELETE FROM drafts_version WHERE id = %s", version.pk)


@pytest.mark.parametrize("table", ROWS)
def test_its_rows_cannot_be_changed_or_deleted(version: Version, table: str) -> None:
    refused(f"UPDATE {table} SET position = 99 WHERE version_id = %s", version.pk)  # noqa: S608
    refused(f"DELETE FROM {table} WHERE version_id = %s", version.pk)  # noqa: S608


@pytest.mark.parametrize(
    "row",
    [
        Paragraph(position=9, key="new", kind="operative", level=1, text="Smuggled in;"),
        NoteRow(position=9, key="new", label="9"),
        Sponsor(position=9, name="Atlantis"),
    ],
)
def test_nothing_can_be_added_to_it(version: Version, row: Paragraph | NoteRow | Sponsor) -> None:
    row.version = version
    with pytest.raises(IntegrityError, match="a sealed version never changes"):
        row.save()


def test_rows_cannot_be_moved_into_it(version: Version) -> None:
    other = Version.unsealed.create(
        draft=version.draft, number=9, date="2026-11-14", created_by=version.created_by
    )
    Paragraph.objects.create(version=other, position=9, key="x", kind="operative", level=1)
    refused("UPDATE drafts_paragraph SET version_id = %s WHERE version_id = %s", version.pk, other.pk)


def test_a_version_that_is_not_whole_yet_is_seen_by_nobody(version: Version) -> None:
    Version.unsealed.create(draft=version.draft, number=9, date="2026-11-14", created_by=version.created_by)
    assert [each.number for each in version.draft.versions.all()] == [1]


@pytest.mark.parametrize("table", seals.GROWING)
def test_the_record_only_grows(version: Version, table: str) -> None:
    Withdrawal.objects.create(
        version=version, reason="Overtaken.", date="2026-11-14", made_by=version.created_by
    )
    key = version.paragraphs.first().key  # type: ignore[union-attr]
    actions.start_thread(version, key, "Agreed?", by=version.created_by)
    actions.open_live_text(version.draft_id)
    id = "version_id" if table == "drafts_liveversion" else "id"
    refused(f"UPDATE {table} SET {id} = {id} + 1000", refusal="this record only grows")  # noqa: S608
    refused(f"DELETE FROM {table}", refusal="this record only grows")  # noqa: S608


def test_placing_the_seals_again_changes_nothing(version: Version) -> None:
    seals.place(connection)
    refused("DELETE FROM drafts_version WHERE id = %s", version.pk)


def test_lifted_seals_can_be_placed_again(version: Version) -> None:
    seals.lift(connection)
    Version.unsealed.filter(pk=version.pk).update(title="as a migration may")
    seals.place(connection)
    refused("UPDATE drafts_version SET title = '' WHERE id = %s", version.pk)
