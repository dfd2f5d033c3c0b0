"""A server hands its connections to SQLite on; nothing of one request goes to the next by them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from drafts.models import User
from drafts.sqlite.base import keep_open


@pytest.fixture
def kept() -> Iterator[None]:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has a pool of its own")
    keep_open(1)
    yield
    keep_open(0)


def in_a_request(deed: Callable[[], Any]) -> Any:
    """What comes of it in a thread with a connection of its own, which is closed at the end."""
    found = []

    def run() -> None:
        try:
            found.append(deed())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def opened() -> Any:
    connection.ensure_connection()
    return connection.connection


@pytest.mark.usefixtures("real_transactions", "kept")
def test_the_next_request_has_the_connection_of_the_last() -> None:
    first = in_a_request(opened)
    assert in_a_request(opened) is first
    in_a_request(lambda: User.objects.create_user("italy"))
    assert in_a_request(lambda: User.objects.count()) == 1


@pytest.mark.usefixtures("real_transactions", "kept")
def test_a_connection_that_was_left_within_a_transaction_is_not_handed_on() -> None:
    def begin() -> Any:
        found = opened()
        with connection.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.execute("DELETE FROM drafts_limituse")
        return found

    left = in_a_request(begin)
    assert in_a_request(opened) is not left
    in_a_request(lambda: User.objects.create_user("italy"))  # nobody holds the database
