"""Automatic numbers, counted as Word counts them."""

import pytest

from drafts.formats.docx.content import read_document
from drafts.formats.docx.numerals import numeral
from drafts.formats.docx.package import open_package
from tests.word_files import docx, levels, lists, p, r

THREE = levels("%1.", "(%2)", "(%3)")


def labels(numbering: str, *places: tuple[int, int]) -> list[str]:
    """What is printed before paragraphs of these lists and levels."""
    file = docx(*(p(r("x"), number=place) for place in places), numbering=numbering)
    return [block.label for block in read_document(open_package(file, "a.docx")).content("accepted").blocks]


def test_levels_count_anew_below_each_one_above() -> None:
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert labels(THREE + lists("1:1"), *places) == ["1.", "(a)", "(i)", "(ii)", "(b)", "(i)", "2.", "(a)"]


def test_lists_of_one_pattern_count_on_and_an_override_begins_anew() -> None:
    places = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)]
    assert labels(THREE + lists("1:1", "2:1", "3:1:5"), *places) == ["1.", "2.", "5.", "6.", "7."]


def test_patterns_count_each_for_itself() -> None:
    numbering = THREE + levels("%1)", id=2, forms="upperRoman") + lists("1:1", "2:2")
    assert labels(numbering, (1, 0), (2, 0), (1, 0), (2, 0)) == ["1.", "I)", "2.", "II)"]


def test_level_may_never_count_anew() -> None:
    numbering = levels("%1.", "%2.", more="<w:lvlRestart w:val='0'/>") + lists("1:1")
    assert labels(numbering, (1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "a.", "2.", "b."]


def test_numbers_of_the_levels_above_are_printed_and_begin_where_they_were_not_used() -> None:
    numbering = levels("%1.", "%1.%2.", forms="upperRoman decimal") + lists("1:1")
    assert labels(numbering, (1, 1), (1, 0), (1, 1)) == ["I.1.", "II.", "II.1."]


def test_legal_numbering_writes_every_level_in_digits() -> None:
    numbering = levels("%1.", "%1.%2", forms="upperRoman decimal", more="<w:isLgl/>") + lists("1:1")
    assert labels(numbering, (1, 0), (1, 1)) == ["1.", "1.1"]


def test_bullets_and_numbers_that_show_nothing() -> None:
    numbering = levels("\uf0b7", forms="bullet") + levels("%1", forms="none", id=2) + lists("1:1", "2:2")
    assert labels(numbering, (1, 0), (2, 0)) == ["•", ""]


def test_list_that_is_not_there_numbers_nothing() -> None:
    assert labels(THREE + lists("1:1", "2:7"), (9, 0), (2, 0), (1, 8), (1, 0)) == ["", "", "", "1."]


def test_override_may_bring_a_level_of_its_own() -> None:
    own = "<w:lvl w:ilvl='0'><w:start w:val='3'/><w:lvlText w:val='[%1]'/></w:lvl>"
    override = f"<w:lvlOverride w:ilvl='0'>{own}</w:lvlOverride>"
    num = f"<w:num w:numId='1'><w:abstractNumId w:val='1'/>{override}</w:num>"
    assert labels(THREE + num, (1, 0), (1, 1)) == ["[3]", "(a)"]


def test_pattern_may_stand_in_a_style() -> None:
    link = "<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='L'/></w:abstractNum>"
    properties = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = f"<w:style w:type='numbering' w:styleId='L'>{properties}</w:style>"
    file = docx(p(r("x"), number=(2, 0)), numbering=THREE + link + lists("1:1", "2:2"), styles=styles)
    assert read_document(open_package(file, "a.docx")).content("accepted").blocks[0].label == "1."


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimal", 7, "7"), ("lowerLetter", 27, "aa"), ("upperLetter", 2, "B"), ("lowerRoman", 14, "xiv"),
        ("upperRoman", 9, "IX"), ("decimalZero", 7, "07"), ("ordinal", 22, "22nd"), ("ordinal", 111, "111th"),
        ("russianLower", 3, "в"), ("russianUpper", 29, "АА"),
        ("arabicAbjad", 3, "ج"), ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 10, "十"), ("none", 3, ""), ("chicago", 5, "**"), ("unheardOf", 3, "3"),
        ("lowerRoman", 0, "0"), ("lowerLetter", -4, "-4"), ("upperRoman", 99_999, "99999"),
    ],
)  # fmt: skip
def test_numerals_of_word(form: str, number: int, written: str) -> None:
    assert numeral(number, form) == written
