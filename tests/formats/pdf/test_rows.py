"""Characters into rows: spaces that are seen, raised numbers, cells, and the order of reading."""

from drafts.formats.pdf.cells import Raised
from drafts.formats.pdf.glyphs import Glyph, Style
from drafts.formats.pdf.rows import Row, rows_of

ROMAN, ITALIC = Style("Times", 10.0, False, False), Style("Times-Italic", 10.0, True, False)
SMALL = Style("Times", 6.5, False, False)


def glyphs(
    text: str, x: float = 100, y: float = 500, style: Style = ROMAN, *, gap: float = 0.0
) -> list[Glyph]:
    """Characters half as wide as they are high, ``gap`` points between them."""
    made = []
    for sign in text:
        made.append(Glyph(sign, x, x + style.size / 2, y, style))
        x += style.size / 2 + gap
    return made


def only_row(*parts: list[Glyph]) -> Row:
    (row,) = rows_of(glyph for part in parts for glyph in part)
    return row


def test_gap_between_words_is_a_space_and_kerning_is_none() -> None:
    assert (
        only_row(glyphs("see", gap=1.4), glyphs("73/291", x=121), glyphs("of", x=153.5)).text
        == "see 73/291 of"
    )


def test_space_pressed_together_behind_a_hyphen_is_none() -> None:
    narrow = [*glyphs("non-"), Glyph(" ", 120, 120.8, 500, ROMAN), *glyphs("stop", x=120.8)]
    wide = [*glyphs("age-"), Glyph(" ", 120, 122.5, 500, ROMAN), *glyphs("and", x=122.5)]
    assert only_row(narrow).text == "non-stop"
    assert only_row(wide).text == "age- and"


def test_raised_numbers_stand_apart_and_leave_one_space_or_none() -> None:
    row = only_row(
        glyphs("Sea,"), glyphs("1,", 120, 503.5, SMALL), glyphs("2", 128, 503.5, SMALL), glyphs("and", x=134),
        glyphs("sky", x=152), glyphs("3", 169, 503.5, SMALL), glyphs(",", x=172.3),
    )  # fmt: skip
    (cell,) = row.cells
    assert cell.text == "Sea, and sky,"
    assert cell.raised == (Raised(4, "1,2"), Raised(12, "3"))


def test_italics_go_over_the_space_between_two_words() -> None:
    (cell,) = only_row(
        glyphs("Takes", style=ITALIC), glyphs("note", 128, style=ITALIC), glyphs("of", 151)
    ).cells
    assert (cell.text, cell.italics, cell.italic) == ("Takes note of", ((0, 10),), False)


def test_what_stands_far_apart_are_cells_of_one_row_and_baselines_are_rows() -> None:
    rows = rows_of([*glyphs("left"), *glyphs("right", x=200), *glyphs("below", y=488)])
    assert [[cell.text for cell in row.cells] for row in rows] == [["left", "right"], ["below"]]


def test_row_that_runs_leftwards_is_read_so_and_its_numbers_are_not() -> None:
    word = [Glyph(sign, 195 - 5 * at, 200 - 5 * at, 500, ROMAN) for at, sign in enumerate("قرار")]
    number = glyphs("60/175", x=145)
    stop = glyphs(".", x=140)
    row = only_row(stop, number, word)
    assert row.text == "قرار 60/175."
    assert (row.left, row.right) == (-200, -140)
