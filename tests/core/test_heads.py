from drafts.core import compare
from drafts.core.comparison import FieldChange
from drafts.core.document import Masthead
from drafts.core.wording import counted
from tests.builders import op, resolution


def test_fields_above_the_text_that_differ_are_told_in_order() -> None:
    old = resolution(
        op("Decides."), masthead=Masthead("General Assembly", date="6 October 2006"), submitted="By the Chair"
    )
    new = resolution(
        op("Decides."),
        masthead=Masthead("General  Assembly", date="14 November 2006"),
        submitted="By the Vice-Chair",
        proposal="revised draft",
    )
    comparison = compare(old, new)
    assert comparison.masthead == (
        FieldChange("date", "6 October 2006", "14 November 2006"),
        FieldChange("submitted", "By the Chair", "By the Vice-Chair"),
        FieldChange("proposal", "", "revised draft"),
    )
    assert not comparison.identical


def test_a_text_issued_again_on_another_day_says_the_same() -> None:
    old, new = (resolution(op("Decides."), masthead=Masthead(date=date)) for date in ("1 May", "2 May"))
    assert compare(old, new).identical


def test_a_chairs_text_stands_for_the_sponsors_draft_from_whom_nobody_withdrew() -> None:
    chair = "Draft resolution submitted by the Vice-Chair, Ada Roe"
    old, new = resolution(op("Decides."), sponsors=["Elbonia"]), resolution(op("Decides."), submitted=chair)
    comparison = compare(old, new)
    assert comparison.masthead == (FieldChange("submitted", "Elbonia", chair),)
    assert list(counted(comparison.summary, unnamed=comparison.sponsors.unnamed)) == [
        ("unchanged", "1 unchanged"),
        ("sponsors_withdrawn", "1 sponsor no longer named"),
    ]
