"""Comparisons made by hand are laid out, so that only the laying out can fail."""

from drafts.core.comparison import Change, Comparison, MarkChange, NoteChange, Segment, Side, SponsorChanges
from drafts.core.document import Mark, Note, Paragraph, Resolution, Sponsor
from drafts.core.report import Report, folded, rows
from drafts.core.runs import Run, text_runs

SIDES = (Side("L.8", "en"), Side("L.8/Rev.1", "en"))


def equal(id: str, text: str, **more: object) -> Change:
    return Change("unchanged", (id,), (id,), (Segment("equal", text),), **more)  # type: ignore[arg-type]


def test_text_is_cut_where_italics_end_and_notes_are_called() -> None:
    paragraph = Paragraph("p1", "preambular", "Recalling it,", marks=(Mark.italic(0, 9), Mark.call(12, "n1")))
    assert text_runs(paragraph, {"n1": "3"}) == (
        Run("equal", "Recalling", italic=True),
        Run("equal", " it"),
        Run("equal", call="3"),
        Run("equal", ","),
    )


def test_doubts_stand_at_their_place_even_past_the_end() -> None:
    paragraph = Paragraph("p1", "preambular", "Recalling,")
    assert text_runs(paragraph, {}, [(1, 9), (2, 99)]) == (
        Run("equal", "Recalling"),
        Run("equal", doubt=1),
        Run("equal", ","),
        Run("equal", doubt=2),
    )


def test_a_call_is_shown_on_the_side_that_has_it() -> None:
    old = Resolution(
        (Paragraph("p", "operative", "Of crime;", marks=(Mark.call(8, "a"),)),), (Note("a", "1", "x"),)
    )
    new = Resolution(
        (Paragraph("p", "operative", "Of crime;", marks=(Mark.call(2, "b"),)),), (Note("b", "2", "y"),)
    )
    change = Change(
        "edited",
        ("p",),
        ("p",),
        (Segment("equal", "Of crime;"),),
        marks=(MarkChange("removed", "note", 8, 8, "a"), MarkChange("added", "note", 2, 2, "b")),
    )
    (row,) = rows(Comparison(*SIDES, (change,)), old, new)
    assert row.runs == (
        Run("equal", "Of"),
        Run("insert", call="2"),
        Run("equal", " crime"),
        Run("delete", call="1"),
        Run("equal", ";"),
    )
    assert row.old_runs == (
        Run("equal", "Of"),
        Run("equal", " crime"),
        Run("delete", call="1"),
        Run("equal", ";"),
    )


def test_a_call_comes_and_goes_with_its_words() -> None:
    old = Resolution(
        (Paragraph("p", "operative", "Of crime", marks=(Mark.call(8, "a"),)),), (Note("a", "1", "x"),)
    )
    new = Resolution(
        (Paragraph("p", "operative", "Of work", marks=(Mark.call(7, "b"),)),), (Note("b", "2", "y"),)
    )
    segments = (Segment("equal", "Of "), Segment("delete", "crime"), Segment("insert", "work"))
    (row,) = rows(Comparison(*SIDES, (Change("edited", ("p",), ("p",), segments),)), old, new)
    assert row.runs == (
        Run("equal", "Of "),
        Run("delete", "crime"),
        Run("delete", call="1"),
        Run("insert", "work"),
        Run("insert", call="2"),
    )


def test_a_call_that_stayed_is_shown_once_under_its_new_number() -> None:
    old = Resolution(
        (Paragraph("p", "operative", "Of crime;", marks=(Mark.call(8, "a"),)),), (Note("a", "1", "x"),)
    )
    new = Resolution(
        (Paragraph("p", "operative", "Of crime,", marks=(Mark.call(8, "b"),)),), (Note("b", "2", "x"),)
    )
    segments = (Segment("equal", "Of crime"), Segment("delete", ";"), Segment("insert", ","))
    (row,) = rows(Comparison(*SIDES, (Change("edited", ("p",), ("p",), segments),)), old, new)
    assert row.runs == (
        Run("equal", "Of crime"),
        Run("equal", call="2"),
        Run("delete", ";"),
        Run("insert", ","),
    )


def test_a_split_shows_the_label_where_the_second_half_begins() -> None:
    old = Resolution((Paragraph("p", "operative", "One; two.", label="1."),))
    new = Resolution(
        (Paragraph("p", "operative", "One;", label="1."), Paragraph("q", "operative", "two.", label="2."))
    )
    segments = (
        Segment("equal", "One;"),
        Segment("delete", " "),
        Segment("insert", "\n"),
        Segment("equal", "two."),
    )
    (row,) = rows(Comparison(*SIDES, (Change("split", ("p",), ("p", "q"), segments),)), old, new)
    assert row.runs == (
        Run("equal", "One;"),
        Run("delete", " "),
        Run("insert", joint="2."),
        Run("equal", "two."),
    )
    assert (row.old_name, row.new_name) == ("OP 1", "OP 1 and OP 2")


def test_a_moved_paragraph_leaves_a_row_where_it_stood() -> None:
    a, b, c = (Paragraph(id, "operative", id * 3, label=f"{n}.") for n, id in enumerate("abc", 1))
    old, new = Resolution((a, b, c)), Resolution((c, a, b))
    changes = (equal("c", "ccc", moved=True), equal("a", "aaa"), equal("b", "bbb"))
    laid = rows(Comparison(*SIDES, changes), old, new)
    assert [(row.id, row.went_to) for row in laid] == [
        ("c-c", ""),
        ("c-a", ""),
        ("c-b", ""),
        ("from-c-c", "c-c"),
    ]
    assert [row.id for row in laid if row.shown] == ["c-c"]


def test_a_moved_first_paragraph_leaves_its_row_at_the_top() -> None:
    a, b = (Paragraph(id, "operative", id * 3) for id in "ab")
    changes = (equal("b", "bbb"), equal("a", "aaa", moved=True))
    laid = rows(Comparison(*SIDES, changes), Resolution((a, b)), Resolution((b, a)))
    assert [row.id for row in laid] == ["from-c-a", "c-b", "c-a"]


def test_unchanged_stretches_fold_between_changes() -> None:
    a, b, c = (Paragraph(id, "preambular", id * 3) for id in "abc")
    changes = (equal("a", "aaa"), equal("b", "bbb"), Change("added", (), ("c",), (Segment("insert", "ccc"),)))
    laid = rows(Comparison(*SIDES, changes), Resolution((a, b)), Resolution((a, b, c)))
    assert list(folded(laid)) == [laid[:2], laid[2]]


def test_sponsors_who_left_stand_where_they_stood() -> None:
    def text(*names: str) -> Resolution:
        return Resolution(sponsors=tuple(Sponsor(name) for name in names))

    sponsors = SponsorChanges(joined=("Benin",), withdrawn=("Chad", "Aruba"), kept=("Brazil", "Denmark"))
    report = Report.of(
        Comparison(*SIDES, sponsors=sponsors),
        text("Aruba", "Brazil", "Chad", "Denmark"),
        text("Benin", "Brazil", "Denmark"),
    )
    assert report.sponsors == (
        Segment("delete", "Aruba"),
        Segment("insert", "Benin"),
        Segment("equal", "Brazil"),
        Segment("delete", "Chad"),
        Segment("equal", "Denmark"),
    )


def test_only_notes_that_changed_are_shown() -> None:
    old = Resolution(notes=(Note("a", "1", "same"), Note("b", "2", "gone")))
    new = Resolution(notes=(Note("a", "1", "same"),))
    notes = (
        NoteChange("unchanged", "a", "a", (Segment("equal", "same"),)),
        NoteChange("removed", "b", "", (Segment("delete", "gone"),)),
    )
    (row,) = Report.of(Comparison(*SIDES, notes=notes), old, new).notes
    assert (row.id, row.old_label, row.new_label, row.runs) == ("n-b", "2", "", (Run("delete", "gone"),))


def test_new_side_tells_all_where_nothing_was_deleted_from_the_paragraph() -> None:
    paragraph = Paragraph("p", "operative", "Urges all;")
    text = Resolution((paragraph,))

    def told(change: Change) -> list[bool]:
        return [row.new_tells_all for row in rows(Comparison(*SIDES, (change,)), text, text)]

    came = (Segment("equal", "Urges"), Segment("insert", " all"), Segment("equal", ";"))
    went = (Segment("equal", "Urges"), Segment("delete", " all"), Segment("equal", ";"))
    assert told(Change("edited", ("p",), ("p",), came)) == [True]
    assert told(Change("edited", ("p",), ("p",), went)) == [False]
    assert told(Change("removed", ("p",), (), went)) == [False]
