"""What a delegate reads in a terminal or pastes into a mail."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafts.core.comparison import (
    Change,
    Comparison,
    MarkChange,
    NoteChange,
    Segment,
    Side,
    SponsorChanges,
)
from drafts.core.document import Doubt, Mark, Note, Paragraph, Resolution, Sponsor
from drafts.formats import write
from drafts.formats.plain import plain_text
from drafts.formats.wrapping import COLOURED, PLAIN, WIDTH, Style, clean, columns, wrap
from tests.strategies import comparisons, resolutions, segments


def equal(text):
    return (Segment("equal", text),)


NOTE = Note("n1", "1", "A/80/179.")
OLD = Resolution(
    (
        Paragraph("p1", "enacting", "The General Assembly,", 0),
        Paragraph("p2", "operative", "Invites States to act in good time;", 1, "1."),
        Paragraph("p3", "operative", "Decides to return to the matter.", 1, "2."),
    ),
    (NOTE,),
    sponsors=(Sponsor("Kenya"), Sponsor("Malta")),
)
NEW = Resolution(
    (
        Paragraph("q1", "enacting", "The General Assembly,", 0),
        Paragraph("q2", "operative", "Thanks the Office;", 1, "1.", (Mark.call(17, "m1"),)),
        Paragraph("q3", "operative", "Urges States to act;", 1, "2."),
        Paragraph("q4", "operative", "Decides to return to the matter.", 1, "3."),
    ),
    (replace(NOTE, id="m1"),),
    sponsors=(Sponsor("Benin"), Sponsor("Chile"), Sponsor("Kenya")),
)
CHANGES = (
    Change("unchanged", ("p1",), ("q1",), equal("The General Assembly,"), ("",), ("",)),
    Change("added", (), ("q2",), (Segment("insert", "Thanks the Office;"),), (), ("1.",)),
    Change(
        "edited",
        ("p2",),
        ("q3",),
        (
            Segment("delete", "Invites"),
            Segment("insert", "Urges"),
            Segment("equal", " States to act"),
            Segment("delete", " in good time"),
            Segment("equal", ";"),
        ),
        ("1.",),
        ("2.",),
        renumbered=True,
        named=("opening words: Invites → Urges",),
    ),
    Change(
        "unchanged",
        ("p3",),
        ("q4",),
        equal("Decides to return to the matter."),
        ("2.",),
        ("3.",),
        renumbered=True,
    ),
)
COMPARISON = Comparison(
    Side("A/C.3/81/L.901", "en"),
    Side("A/C.3/81/L.901/Rev.1", "en"),
    CHANGES,
    sponsors=SponsorChanges(("Benin", "Chile"), ("Malta",), ("Kenya",)),
    notes=(NoteChange("unchanged", "n1", "m1", equal("A/80/179."), reanchored=True),),
)
SUMMARY = """\
A/C.3/81/L.901 → A/C.3/81/L.901/Rev.1

Paragraphs: 1 edited, 1 added, 2 renumbered, 2 unchanged
2 sponsors joined, 1 sponsor withdrawn, 1 note called elsewhere

Sponsors
  Joined: Benin, Chile
  Withdrawn: Malta

OP 1, added
  {+Thanks the Office[1];+}

OP 2 (was OP 1), edited
  [-Invites-]{+Urges+} States to act[- in good time-];
  (opening words: Invites → Urges)

Only renumbered: OP 3 (was OP 2)

Note 1, called elsewhere
  A/80/179.
"""


def summary_text(comparison, *, color=False, **options):
    return write(comparison, "text", color=color, **options).decode()


def blocks(comparison, **options):
    return summary_text(comparison, **options).split("\n\n")


def alone(change):
    """A comparison of which ``change`` is all."""
    return Comparison(Side(), Side(), (change,))


def test_summary_names_both_texts_counts_and_shows_each_change():
    assert summary_text(COMPARISON, old=OLD, new=NEW) == SUMMARY


def test_without_the_two_texts_paragraphs_go_by_their_printed_numbers():
    assert "OP 2 (was OP 1), edited\n" in summary_text(COMPARISON)


def test_equal_texts_are_said_to_be_the_same():
    assert blocks(alone(CHANGES[0])) == ["the old text → the new text", "The two texts are the same.\n"]


def test_long_equal_stretches_fold_to_what_stands_next_to_a_change():
    words = "one two three four five six seven eight nine ten " * 9
    change = Change("edited", ("a",), ("b",), (*equal(words), Segment("insert", "new"), *equal(f" {words}")))
    body = blocks(alone(change))[2]
    assert "{+new+}" in body
    assert body.count("…") == 2
    assert len(body) < 200


def test_moved_paragraph_is_told_by_its_opening():
    change = Change(
        "unchanged", ("a",), ("b",), equal("Takes note " + "of much " * 30), ("4.",), ("2.",), moved=True
    )
    heading, body = blocks(alone(change))[2].rstrip("\n").split("\n", 1)
    assert heading == "OP 2 (was OP 4), moved"
    assert body.startswith("  Takes note of much")
    assert body.endswith(" …")


def test_removed_paragraph_goes_by_its_former_number():
    change = Change("removed", ("p2",), (), (Segment("delete", "Invites;"),), ("1.",))
    assert blocks(alone(change))[2] == "Former OP 1, removed\n  [-Invites;-]\n"


def test_split_paragraph_shows_the_joint():
    change = Change("split", ("a",), ("b", "c"), (*equal("One;"), Segment("insert", "\n"), *equal("Two;")))
    assert blocks(alone(change))[2].endswith("\n  One;{+ ¶ +}Two;\n")


def test_change_of_italics_alone_is_said_in_words():
    marks = (MarkChange("added", "italic", 0, 5),)
    change = Change("edited", ("a",), ("b",), equal("Notes;"), marks=marks, named=("italics",))
    assert blocks(alone(change))[2] == "Text 1, edited\n  Notes;\n  (italics)\n"


def test_colour_is_never_the_only_sign():
    told = summary_text(alone(CHANGES[2]), color=True)
    assert "\x1b[31;9mInvites\x1b[0m\x1b[32;4mUrges\x1b[0m" in told


def test_signs_a_terminal_would_obey_are_shown_and_not_obeyed():
    change = Change("added", (), ("b",), (Segment("insert", "a\x1b]0;owned\x07b"),), named=("\x1b[2J",))
    assert "\x1b" not in summary_text(replace(alone(change), warnings=("\x1b[2J",)))


@given(comparisons())
def test_any_comparison_can_be_summed_up(comparison):
    assert summary_text(comparison).endswith("\n")
    assert summary_text(comparison, color=True).endswith("\n")


@given(resolutions())
def test_any_resolution_can_be_laid_out(resolution):
    assert plain_text(resolution, doubts=True, color=True).endswith("\n")


@given(segments)
def test_wrapping_breaks_lines_and_changes_nothing_else(pieces):
    without_marks = Style({}, {})
    told = "".join(clean(text) for _, text in pieces)
    assert "".join(wrap(pieces, without_marks).split()) == "".join(told.split())


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=60))
def test_no_line_is_longer_than_the_width(words):
    lines = wrap(equal(" ".join(words)), PLAIN).split("\n")
    assert all(columns(line) <= WIDTH for line in lines)
    assert " ".join(lines).split() == words


def test_colour_begins_anew_on_every_line():
    lines = wrap([Segment("insert", "word " * 40)], COLOURED).split("\n")
    assert len(lines) > 1
    assert all(line.strip().startswith("\x1b[32;4m") and line.endswith("\x1b[0m") for line in lines)


def test_ideographs_take_two_columns_and_break_anywhere():
    lines = wrap(equal("大" * 60), PLAIN).split("\n")
    assert [columns(line) for line in lines] == [76, 48]


def test_resolution_is_laid_out_with_labels_and_notes_at_the_foot():
    resolution = replace(
        NEW,
        symbol="A/C.3/81/L.901",
        title="Crime prevention",
        language="en",
        proposal="draft",
        sponsors=NEW.sponsors[:2],
        doubts=(Doubt("note-mark", "Office1 read as Office and note 1", "q2", 17, 2.0),),
    )
    assert (
        plain_text(resolution, doubts=True)
        == """\
A/C.3/81/L.901

Benin and Chile: draft resolution

    Crime prevention

The General Assembly,

1.  Thanks the Office[1];

2.  Urges States to act;

3.  Decides to return to the matter.

__________

  1 A/80/179.

Doubts: 1

OP 1: Office1 read as Office and note 1
"""
    )


def test_sub_paragraphs_stand_further_in():
    resolution = Resolution((Paragraph("a", "operative", "word " * 20, 2, "(a)"),))
    lines = plain_text(resolution).rstrip("\n").split("\n")
    assert lines[0].startswith("    (a) word")
    assert all(line.startswith("        word") for line in lines[1:])


def test_no_line_begins_where_the_reader_would_see_a_number_a_page_or_a_note() -> None:
    text = "word " * 14 + "No. 42146. " + "word " * 12 + "resolution 60/175 " + "word " * 14 + "sub- and"
    lines = wrap([Segment("equal", text)], PLAIN, first="", rest="").split("\n")
    assert " ".join(lines) == text
    assert not any(re.match(r"\d", line) for line in lines)
    assert not any(line.endswith("-") for line in lines)
