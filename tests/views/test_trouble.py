"""A full disk and a database that takes nothing: a page says so, nothing changes, all goes on after."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from drafts.models import Draft, Reading, User
from drafts.views.errors import RefusalMiddleware, server_error
from drafts.views.trouble import FULL, READ_ONLY, SILENT, trouble
from tests.texts import OLD


@contextmanager
def read_only() -> Iterator[None]:
    """The database as after a fail-over, or on a disk that was mounted so."""
    pragma, setting = "PRAGMA query_only = {}", "SET default_transaction_read_only = {}"
    with connection.cursor() as cursor:
        cursor.execute((pragma if connection.vendor == "sqlite" else setting).format("on"))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute((pragma if connection.vendor == "sqlite" else setting).format("off"))


@contextmanager
def full() -> Iterator[None]:
    """SQLite may take no page more than it has, as on a disk that is full."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no such limit to set; its code for a full disk is tried below")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # no page is left over
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.usefixtures("real_transactions")
@pytest.mark.parametrize(
    ("disk", "said"),
    [(read_only, "The database takes no changes at present"), (full, "The server’s disk is full")],
)
def test_what_cannot_be_kept_is_said_and_is_kept_when_it_can(
    client: Client, disk: Callable[[], Iterator[None]], said: str
) -> None:
    client.force_login(User.objects.create_user("italy"))
    posted = {"text": OLD * 20}
    with disk():  # type: ignore[attr-defined]
        response = client.post(reverse("readings"), posted)
        assert client.get("/").status_code == 200  # what is there can be read
    page = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert said in page
    assert "nothing that you typed is lost" in page
    assert (Reading.objects.count(), Draft.objects.count()) == (0, 0)
    assert client.post(reverse("readings"), posted).status_code == 302
    assert Reading.objects.count() == 1


class _CodeError(Exception):
    """As PostgreSQL's driver names what is wrong."""

    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def of_database(kind: type[DatabaseError], sqlstate: str) -> DatabaseError:
    error = kind("refused")
    error.__cause__ = _CodeError(sqlstate)
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (of_database(OperationalError, "53100"), FULL),
        (of_database(DatabaseError, "25006"), READ_ONLY),
        (of_database(OperationalError, "57P01"), SILENT),
        (OperationalError("the line broke"), SILENT),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
        (OSError(errno.ENOENT, "No such file"), None),
        (of_database(OperationalError, "42P01"), None),  # no such table: a fault of ours
        (DatabaseError("of another kind"), None),
        (ValueError(), None),
    ],
)
def test_a_fault_of_ours_is_not_taken_for_trouble_nor_the_other_way(error: Exception, words: object) -> None:
    assert trouble(error) == words


@pytest.mark.django_db
def test_a_table_that_is_missing_is_a_fault_of_ours() -> None:
    with pytest.raises(DatabaseError) as raised, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM nowhere")
    assert trouble(raised.value) is None


def test_the_page_asks_the_database_for_nothing(rf: RequestFactory) -> None:
    error = OperationalError("the line broke")
    response = RefusalMiddleware(lambda request: HttpResponse()).process_exception(rf.get("/"), error)
    assert response is not None
    assert (response.status_code, "does not answer" in response.content.decode()) == (503, True)


def test_trouble_outside_of_a_view_is_said_too(rf: RequestFactory) -> None:
    try:
        raise OSError(errno.ENOSPC, "No space left on device")
    except OSError:
        response = server_error(rf.get("/"))
    assert (response.status_code, "disk is full" in response.content.decode()) == (503, True)
