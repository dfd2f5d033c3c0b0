"""Which labels are printed, and what people call a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.document import Kind, Paragraph
from drafts.core.numbering import label, letters, names, relabel, roman


def sequence(*shape: tuple[Kind, int]) -> tuple[Paragraph, ...]:
    """Paragraphs p1, p2 … of the given kinds and levels."""
    return tuple(Paragraph(f"p{at}", kind, "…", level) for at, (kind, level) in enumerate(shape, 1))


def labels(paragraphs: tuple[Paragraph, ...], language: str = "en") -> list[str]:
    return [paragraph.label for paragraph in relabel(paragraphs, language)]


@pytest.mark.parametrize(
    ("language", "printed"), [("en", ["3.", "(c)", "(iii)", "c."]), ("fr", ["3.", "c)", "iii)", "c."])]
)
def test_labels_of_a_language(language: str, printed: list[str]) -> None:
    assert [label(3, level, language) for level in (1, 2, 3, 4)] == printed


def test_letters_double_after_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]


def test_only_operative_paragraphs_are_numbered() -> None:
    text = sequence(("enacting", 0), ("preambular", 1), ("preambular", 1), ("operative", 1), ("operative", 1))
    assert labels(text) == ["", "", "", "1.", "2."]


def test_single_operative_paragraph_has_no_number() -> None:
    assert labels(sequence(("preambular", 1), ("operative", 1), ("operative", 2))) == ["", "", "(a)"]


def test_sub_paragraphs_count_afresh_below_each_paragraph() -> None:
    text = sequence(("operative", 1), ("operative", 2), ("operative", 3), ("operative", 3), ("operative", 2))
    text += sequence(("operative", 1), ("operative", 2), ("operative", 3))
    assert labels(text) == ["1.", "(a)", "(i)", "(ii)", "(b)", "2.", "(a)", "(i)"]


def test_sub_paragraphs_of_the_preamble_are_lettered() -> None:
    assert labels(sequence(("preambular", 1), ("preambular", 2), ("preambular", 2))) == ["", "(a)", "(b)"]


def test_headings_do_not_stop_the_count_and_new_enacting_words_do() -> None:
    text = sequence(("enacting", 0), ("operative", 1), ("heading", 0), ("operative", 1))
    text += sequence(("enacting", 0), ("operative", 1), ("operative", 1))
    assert labels(text) == ["", "1.", "", "2.", "", "1.", "2."]


def test_names_are_what_people_say() -> None:
    text = sequence(
        ("enacting", 0), ("preambular", 1), ("preambular", 2), ("preambular", 1), ("heading", 0),
        ("operative", 1), ("operative", 1), ("operative", 2), ("operative", 3), ("operative", 1),
    )  # fmt: skip
    expected = ["Enacting words", "PP 1", "PP 1 (a)", "PP 2", "Heading 1", "OP 1"]
    expected += ["OP 2", "OP 2 (a)", "OP 2 (a) (i)", "OP 3"]
    assert list(names(relabel(text, "fr")).values()) == expected
    assert list(names(text).values()) == expected


def test_paragraph_is_called_by_the_number_printed_before_it() -> None:
    text = (Paragraph("p1", "operative", "…", label="4."), Paragraph("p2", "operative", "…", label="4 bis."))
    assert names(text) == {"p1": "OP 4", "p2": "OP 4 bis"}


def test_parts_with_enacting_words_of_their_own_are_named() -> None:
    text = (
        Paragraph("p1", "enacting", "…", 0), Paragraph("p2", "operative", "…"),
        Paragraph("p3", "enacting", "…", 0), Paragraph("p4", "operative", "…"),
    )  # fmt: skip
    assert names(text)["p4"] == "Part B, OP 1"


def test_no_paragraphs_have_no_names() -> None:
    assert (relabel((), "en"), names(())) == ((), {})


shapes = st.lists(
    st.tuples(st.sampled_from(["enacting", "preambular", "operative", "text"]), st.integers(0, 4))
)


@given(shapes, st.sampled_from(["en", "fr", ""]))
def test_relabelling_twice_changes_nothing_more(shape: list[tuple[Kind, int]], language: str) -> None:
    once = relabel(sequence(*shape), language)
    assert relabel(once, language) == once
    assert set(names(once)) == {paragraph.id for paragraph in once}
