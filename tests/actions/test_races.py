"""Two people at the same moment, each in a thread with a transaction of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from drafts import actions
from drafts.core.errors import DeedError, OvertakenError, SymbolTakenError
from drafts.core.ledger import Proposer
from drafts.models import Deed, Draft, Sponsorship, User
from tests.actions.conftest import Join
from tests.builders import op, resolution

pytestmark = pytest.mark.usefixtures("real_transactions")


def at_once(*deeds: Callable[[], object]) -> list[DeedError]:
    """Do all of them at the same moment. The refusals."""
    refused: list[DeedError] = []
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
        except DeedError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def test_two_people_issue_at_once_and_one_version_comes_of_it(draft: Draft, italy: User, join: Join) -> None:
    morocco = join(draft, "morocco", "drafter")
    texts = {italy: resolution(op("Decides to begin.")), morocco: resolution(op("Decides to wait."))}
    refused = at_once(
        *(lambda by=by: actions.add_version(draft, texts[by], by=by, after=1) for by in texts)  # type: ignore[misc]
    )
    issued = draft.versions.get(number=2)
    assert draft.versions.count() == 2
    assert [type(error) for error in refused] == [OvertakenError]
    assert str(refused[0]).startswith(f"{issued.created_by} issued Version 2 as version 2 while you were")
    assert Deed.objects.filter(draft=draft, kind="version-issued").count() == 2


def test_one_symbol_goes_to_one_of_two(draft: Draft, italy: User, join: Join) -> None:
    morocco = join(draft, "morocco", "drafter")
    symbol = "A/C.3/61/L.8/Rev.1"
    texts = {
        italy: resolution(op("Decides to begin."), symbol=symbol),
        morocco: resolution(op("Decides to wait."), symbol=symbol),
    }
    refused = at_once(
        *(lambda by=by: actions.add_version(draft, texts[by], by=by) for by in texts)  # type: ignore[misc]
    )
    assert [type(error) for error in refused] == [SymbolTakenError]
    assert [version.symbol for version in draft.versions.all()] == ["A/C.3/61/L.8", symbol]


def test_a_draft_is_moved_once(draft: Draft, italy: User) -> None:
    move = lambda: actions.move_draft(draft, "negotiation", by=italy, seen="issued")  # noqa: E731
    assert [type(error) for error in at_once(move, move)] == [OvertakenError]
    assert Deed.objects.filter(draft=draft, details__new="negotiation").count() == 1


def test_a_state_joins_once(draft: Draft, italy: User, join: Join) -> None:
    morocco = join(draft, "morocco", "drafter")
    sweden = [Proposer("state", "SE")]
    refused = at_once(
        *(lambda by=by: actions.join_sponsors(draft, sweden, by=by) for by in (italy, morocco))  # type: ignore[misc]
    )
    assert [str(error)[:30] for error in refused] == ["Sweden is a sponsor already, s"]
    assert Sponsorship.objects.filter(code="SE").count() == 1
