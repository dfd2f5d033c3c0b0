"""Lines that know more than words: what a reader of files tells the machine, and what comes back of it."""

from drafts.core.document import Mark, Note, Paragraph
from drafts.formats.text import Line, RawNote, Source, line, read_source
from drafts.formats.text.passage import Stretch, passage
from drafts.formats.text.reading import MOST_LINES


def test_marks_labels_and_notes_that_the_file_knows_are_kept() -> None:
    reading = read_source(
        Source(
            lines=(
                line("The General Assembly,", (Mark.italic(0, 20),), opens=True, origin=0),
                line(
                    "Recalling  its books 12 and",
                    (Mark.italic(0, 9), Mark.call(20, "k")),
                    opens=True,
                    origin=1,
                ),
                line("maps,", opens=False, page=True, origin=2),
                line("Urges all:", (Mark.italic(0, 5),), opens=True, label="1.", level=1, origin=3),
                line("to read;", opens=True, label="(a)", level=2, origin=4),
                line("Decides to rest.", opens=True, label="2.", level=1, origin=5),
            ),
            notes=(RawNote("*", 0, [line("See A/80/1.", (Mark.italic(0, 3),), origin=6)], key="k"),),
            calls_known=True,
            italics_known=True,
        )
    )
    read = reading.resolution.check()
    assert read.paragraphs == (
        Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
        Paragraph(
            "p2", "preambular", "Recalling its books 12 and maps,", 1, "",
            (Mark.italic(0, 9), Mark.call(19, "n1")),
        ),
        Paragraph("p3", "operative", "Urges all:", 1, "1.", (Mark.italic(0, 5),)),
        Paragraph("p4", "operative", "to read;", 2, "(a)"),
        Paragraph("p5", "operative", "Decides to rest.", 1, "2."),
    )  # fmt: skip
    assert read.notes == (Note("n1", "*", "See A/80/1.", (Mark.italic(0, 3),)),)
    assert reading.stretches["p2"] == (Stretch(0, 27, 1), Stretch(27, 32, 2))
    assert reading.stretches["n1"] == (Stretch(0, 11, 6),)
    assert read.doubts == ()


def test_where_calls_are_known_only_a_note_that_nothing_calls_is_looked_for() -> None:
    lines = (
        line("The General Assembly,", opens=True),
        line("Recalling its books in 20062 and its maps,3", (Mark.call(19, "1"),), opens=True),
        line("Urges all to swim,4 as in 3.", (Mark.call(18, "3"),), opens=True, label="1."),
    )
    notes = tuple(RawNote(label, 0, [line("A.")]) for label in "123")
    read = read_source(Source(lines, notes, calls_known=True)).resolution.check()
    assert [each.text for each in read.paragraphs] == [
        "The General Assembly,",
        "Recalling its books in 2006 and its maps,3",
        "Urges all to swim,4 as in 3.",
    ]
    assert [(mark.start, mark.note) for each in read.paragraphs for mark in each.calls] == [
        (19, "n1"), (27, "n2"), (18, "n3")
    ]  # fmt: skip
    assert [doubt.code for doubt in read.doubts] == ["note-mark"]


def test_file_that_tells_its_paragraphs_is_believed_against_the_words() -> None:
    lines = (
        line("The General Assembly,", opens=True),
        line("Recalling its books,", opens=True),
        line("Noting as well", opens=False),
        line("whereas books are good", opens=True),
        line("Urges all", opens=True, label="1."),
        line("2. Invites none", opens=True),
        line("On the sea", opens=True, heading=True),
        line("4. Decides to rest.", opens=True),
    )
    read = read_source(Source(lines)).resolution
    assert [(each.kind, each.label, each.text) for each in read.paragraphs] == [
        ("enacting", "", "The General Assembly,"),
        ("preambular", "", "Recalling its books, Noting as well"),
        ("preambular", "", "whereas books are good"),
        ("operative", "1.", "Urges all"),
        ("operative", "2.", "Invites none"),
        ("heading", "", "On the sea"),
        ("operative", "4.", "Decides to rest."),
    ]
    assert [doubt.code for doubt in read.doubts] == ["number-jump"]


def test_kind_that_the_file_tells_is_believed_against_the_words() -> None:
    lines = (
        line("Books and maps"),
        line("The Assembly of readers:", kind="enacting"),
        line("Urges all to read,", kind="preambular", level=1),
        line("Recalling nothing;", kind="operative", level=1, label="3."),
        line("at home;", kind="operative", level=2, label="x)"),
        line("4 5 6", kind="text"),
        line("Decides to rest.", opens=True, label="4."),
    )
    read = read_source(Source(lines, language="en")).resolution
    assert read.title == "Books and maps"
    assert [(each.kind, each.level, each.label, each.text) for each in read.paragraphs] == [
        ("enacting", 0, "", "The Assembly of readers:"),
        ("preambular", 1, "", "Urges all to read,"),
        ("operative", 1, "3.", "Recalling nothing;"),
        ("operative", 2, "x)", "at home;"),
        ("text", 0, "", "4 5 6"),
        ("operative", 1, "4.", "Decides to rest."),
    ]
    assert read.doubts == ()


def test_marks_move_along_where_lines_are_mended_and_joined() -> None:
    joined = passage(
        [
            Line("South -South and", marks=(Mark.italic(0, 12), Mark.call(12, "1"))),
            Line("COVID -", marks=(Mark.italic(0, 7),)),
            Line("19 , too", marks=(Mark.italic(0, 2), Mark.call(8, "2"))),
        ]
    )
    assert joined.text == "South-South and COVID-19, too"
    assert joined.marks == (
        Mark.italic(0, 11), Mark.call(11, "1"), Mark.italic(16, 24), Mark.call(29, "2"),
    )  # fmt: skip


def test_line_is_made_clean_with_its_marks() -> None:
    made = line(" a\u200b  e\u0301te\u0301\tx ", (Mark.italic(5, 10), Mark.call(10, "1")), gap=True)
    assert made == Line("a été x", gap=True, marks=(Mark.italic(2, 5), Mark.call(5, "1")))


def test_lines_beyond_the_most_that_are_read_stay_as_one_paragraph_with_a_doubt() -> None:
    lines = tuple(line(f"Word {number};", opens=True) for number in range(MOST_LINES + 2))
    read = read_source(Source(lines)).resolution.check()
    assert read.paragraphs[-1].text == f"Word {MOST_LINES}; Word {MOST_LINES + 1};"
    assert [doubt.paragraph for doubt in read.doubts if doubt.code == "too-long"] == [read.paragraphs[-1].id]
