from dataclasses import replace

import pytest

from drafts.core import editing
from drafts.core.document import Doubt, Mark, Note, Paragraph, Resolution


def resolution() -> Resolution:
    return Resolution(
        language="en",
        paragraphs=(
            Paragraph("p1", "enacting", "The General Assembly,", 0),
            Paragraph("p2", "preambular", "Recalling its work,", marks=(Mark.italic(0, 9),)),
            Paragraph("p3", "operative", "Decides to go on;", label="1.", marks=(Mark.call(16, "n1"),)),
            Paragraph("p4", "operative", "Requests a report.", label="2."),
        ),
        notes=(Note("n1", "1", "A/61/1."),),
        doubts=(Doubt("note-mark", "Is this a note?", "p3", 16), Doubt("title", "Is there a title?")),
    )


def labels(value: Resolution) -> list[tuple[str, str, str]]:
    return [(each.id, each.label, each.text) for each in value.paragraphs]


def test_rewriting_keeps_the_id_and_settles_the_doubt() -> None:
    value = editing.rewrite(resolution(), "p3", [("Decides to stop;", ())], kind="operative", level=1)
    assert value.by_id["p3"] == Paragraph("p3", "operative", "Decides to stop;", label="1.")
    assert value.doubts == (Doubt("title", "Is there a title?"),)


def test_two_pieces_split_a_paragraph_and_renumber_what_follows() -> None:
    value = editing.rewrite(
        resolution(), "p3", [("Decides to go on;", ()), ("Invites all;", ())], kind="operative", level=1
    )
    assert labels(value)[2:] == [
        ("p3", "1.", "Decides to go on;"),
        ("p5", "2.", "Invites all;"),
        ("p4", "3.", "Requests a report."),
    ]


def test_joining_carries_the_marks_along() -> None:
    value = editing.join(resolution(), "p4")
    assert labels(value)[2:] == [
        ("p3", "", "Decides to go on; Requests a report.")
    ]  # a single one has no number
    joined = editing.join(resolution(), "p3").by_id["p2"]
    assert joined.text == "Recalling its work, Decides to go on;"
    assert joined.marks == (Mark.italic(0, 9), Mark.call(36, "n1"))


def test_the_first_paragraph_has_none_to_join() -> None:
    assert editing.join(resolution(), "p1") == resolution()


def test_taking_out_renumbers() -> None:
    assert labels(editing.take_out(resolution(), "p3"))[2:] == [("p4", "", "Requests a report.")]


def test_retyping_renumbers() -> None:
    value = editing.rewrite(resolution(), "p2", [("Recalls its work;", ())], kind="operative", level=1)
    assert [each.label for each in value.paragraphs] == ["", "1.", "2.", "3."]


def test_an_inserted_paragraph_is_like_the_one_above() -> None:
    value, fresh = editing.insert(resolution(), after="p3")
    assert labels(value)[3:] == [(fresh, "2.", ""), ("p4", "3.", "Requests a report.")]
    first, fresh = editing.insert(resolution(), after="p1")
    assert first.by_id[fresh] == Paragraph(fresh, "preambular", "")


def test_a_note_taken_out_takes_its_calls() -> None:
    value = editing.take_out_note(resolution(), "n1")
    assert value.notes == ()
    assert value.by_id["p3"].marks == ()
    value.check()


def test_an_added_note_takes_the_next_number() -> None:
    value, fresh = editing.add_note(resolution())
    assert value.notes[-1] == Note(fresh, "2", "")


def test_rewriting_a_note_drops_marks_that_no_longer_fit() -> None:
    marked = replace(resolution(), notes=(Note("n1", "1", "Ibid. 3.", (Mark.italic(0, 5),)),))
    assert editing.rewrite_note(marked, "n1", "2", "Ibid. 3.").notes[0].marks == (Mark.italic(0, 5),)
    assert editing.rewrite_note(marked, "n1", "1", "No.").notes[0] == Note("n1", "1", "No.")


def test_a_settled_doubt_is_gone_and_the_others_stay() -> None:
    assert editing.settle(resolution(), 0).doubts == resolution().doubts[1:]


def test_an_unknown_paragraph_is_an_error() -> None:
    with pytest.raises(KeyError):
        editing.take_out(resolution(), "p99")
