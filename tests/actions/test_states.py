import datetime

import pytest

from drafts import actions
from drafts.core.errors import ClosedDraftError, DeedError, NotAllowedError, OvertakenError, SymbolError
from drafts.models import Deed, Draft, User
from tests.actions.conftest import Join
from tests.builders import op, resolution

pytestmark = pytest.mark.django_db


def test_a_version_with_a_symbol_issues_the_draft(italy: User) -> None:
    draft = actions.start_draft(resolution(op("Decides.")), by=italy)
    assert draft.state == "drafting"
    actions.add_version(draft, resolution(op("Decides all."), symbol="A/C.3/61/L.8"), by=italy)
    draft.refresh_from_db()
    assert draft.state == "issued"
    told = Deed.objects.get(draft=draft, kind="state-changed")
    assert (told.details["old"], told.details["new"], told.who) == ("drafting", "issued", "italy")


def test_a_move_is_recorded_with_who_when_and_why(draft: Draft, italy: User) -> None:
    day = datetime.date(2006, 11, 2)
    actions.move_draft(draft, "withdrawn", by=italy, seen="issued", date=day, why="No agreement.")
    told = Deed.objects.filter(draft=draft).first()
    assert told
    assert (told.kind, told.date, told.delegation, told.role) == (
        "state-changed",
        day,
        "Italy",
        "facilitator",
    )
    assert told.words == "recorded that the draft is withdrawn: No agreement."


def test_adoption_takes_the_symbol_of_an_adopted_text_and_closes_editing(draft: Draft, italy: User) -> None:
    for symbol in ("A/C.3/61/L.8", ""):
        with pytest.raises((DeedError, SymbolError)):
            actions.move_draft(draft, "adopted", by=italy, seen="issued", symbol=symbol)
    adopted = actions.move_draft(draft, "adopted", by=italy, seen="issued", symbol="a/res/61/181")
    assert (adopted.state, adopted.adopted_as) == ("adopted", "A/RES/61/181")
    with pytest.raises(ClosedDraftError, match="This draft is adopted"):
        actions.add_version(draft, resolution(op("Decides more.")), by=italy)
    opened = actions.move_draft(adopted, "issued", by=italy, seen="adopted", why="Recorded by mistake.")
    assert (opened.state, opened.adopted_as) == ("issued", "")


def test_there_is_no_way_without_its_reason_nor_where_none_leads(draft: Draft, italy: User) -> None:
    with pytest.raises(DeedError, match="Why do its sponsors withdraw it"):
        actions.move_draft(draft, "withdrawn", by=italy, seen="issued", why="  ")
    with pytest.raises(DeedError, match="issued cannot become drafting"):
        actions.move_draft(draft, "drafting", by=italy, seen="issued")


def test_only_who_runs_it_moves_it(draft: Draft, join: Join) -> None:
    with pytest.raises(NotAllowedError, match="you are a drafter here"):
        actions.move_draft(draft, "negotiation", by=join(draft, "morocco", "drafter"), seen="issued")


def test_a_page_that_was_open_too_long_moves_nothing(draft: Draft, italy: User) -> None:
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    with pytest.raises(OvertakenError, match="under negotiation by now"):
        actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    assert Deed.objects.filter(draft=draft, kind="state-changed", details__new="negotiation").count() == 1
