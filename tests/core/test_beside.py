"""The source beside its reading: what leads where, and where the doubts stand."""

from __future__ import annotations

from dataclasses import replace

from drafts.core.beside import Part, SourceLine, SourcePage, Spot, lines_beside, pages_beside
from drafts.core.document import Doubt
from drafts.core.doubts import keys
from drafts.core.review import Review
from tests.builders import op, pp, resolution

READ = replace(
    resolution(pp("Noting 1986 and"), op("Decides.")),
    doubts=(Doubt("note-mark", "“1986” was read as it stands.", "p1", 7, 1.0), Doubt("odd", "Odd.", "p2")),
)
LINES = ((False, "Noting 1986"), (False, "and"), (True, "1. Decides."))
AMONG_LINES = {"p1": [[0, 12, 0], [12, 15, 1]], "p2": [[0, 8, 2]], "gone": [[0, 1, 1]]}
ON_PAGES = {"p1": [[0, 12, 1, 0.2, 0.5, 0.8, 0.51], [12, 15, 2, 0.2, 0.1, 0.4, 0.11]]}


def test_each_line_leads_to_what_was_read_from_it_and_marks_what_is_doubted() -> None:
    assert lines_beside(LINES, AMONG_LINES, Review.of(READ, ())) == (
        SourceLine(False, "p1", (Part("Noting "), Part("1986", 1))),
        SourceLine(False, "p1", (Part("and"),)),
        SourceLine(True, "p2", (Part("1.", 2), Part(" Decides."))),
    )


def test_what_is_settled_is_no_longer_marked() -> None:
    review = Review.of(READ, {keys(READ)[0]})
    assert [each.key for each in review.open] == [keys(READ)[1]]
    assert lines_beside(LINES, AMONG_LINES, review)[0].parts == (Part("Noting 1986"),)


def test_two_doubts_may_stand_on_one_line() -> None:
    both = replace(READ, doubts=(replace(READ.doubts[0], text="Odd."), READ.doubts[0]))
    line = lines_beside(LINES, AMONG_LINES, Review.of(both, ()))[0]
    assert line.parts == (Part("Noting", 1), Part(" "), Part("1986", 2))


def test_each_page_shows_where_pieces_and_doubts_stand() -> None:
    assert pages_beside(2, ON_PAGES, Review.of(READ, ())) == (
        SourcePage(1, (Spot("p1", 20.0, 50.0, 60.0, 1.0), Spot("p1", 55.0, 50.0, 20.0, 1.0, doubt=1))),
        SourcePage(2, (Spot("p1", 20.0, 10.0, 20.0, 1.0),)),
    )


def test_how_sure_the_reader_was_is_said_in_words() -> None:
    note_mark, odd = Review.of(READ, ()).open
    assert (note_mark.place, note_mark.sureness) == ("PP 1", "unsure")
    assert (odd.place, odd.sureness) == ("OP 1", "")
