"""What only typesetting decides: kept to the letter, shown to nobody as a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core import compare
from drafts.core.comparison import Comparison, Segment, old_text
from drafts.core.concordance import origins
from drafts.core.document import Mark, Note, Resolution
from drafts.core.report import Report
from drafts.core.typesetting import Stretch, as_read, reads_alike
from drafts.core.words import compare_words
from tests.builders import op, resolution

pieces = st.sampled_from(
    ["l’État ", "l'État ", "COVID-19 ", "COVID\u201119 ", "e\u0301lu ", "élu ", "a\u00adb ", "et "]
)
texts = st.lists(pieces, max_size=8).map("".join)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the COVID\u201119 pandemic;", "the COVID-19 pandemic;"),
        ("la coopé\u00adration, l’appui\u00a0;", "la coopération, l'appui ;"),
        ("the plan for 2024–2028;", "the plan for 2024-2028;"),
        ("the “Compact for water”;", 'the "Compact for water";'),
        ("un e\u0301lu\u202f;", "un élu ;"),
        ("its manual ( Counting Boats ),  and", "its manual (Counting Boats), and"),
        ("the South -South gap , once", "the South-South gap, once"),
        ("les États ;", "les États;"),
        ("l 'Office", "l’Office"),
    ],
)
def test_what_no_drafter_decides_is_no_change(old: str, new: str) -> None:
    comparison = compare(resolution(op(old)), resolution(op(new)))
    assert comparison.identical
    assert comparison.summary["edited"] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("States – and others – report;", "States - and others - report;"),
        ("the re-election;", "the reelection;"),
        ("to any one of them;", "to anyone of them;"),
        ("the States' reports;", "the States reports;"),
    ],
)
def test_what_a_drafter_decides_is_one(old: str, new: str) -> None:
    (change,) = compare(resolution(op(old)), resolution(op(new))).changes
    assert change.kind == "edited"


@given(texts, texts)
def test_as_read_both_sides_keep_their_lengths_and_the_new_one_its_letters(old: str, new: str) -> None:
    stretches = list(as_read(compare_words(old, new)))
    assert sum(each.old for each in stretches) == len(old)
    assert "".join(each.text for each in stretches if each.op != "delete") == new
    alike = reads_alike(compare_words(old, new))
    assert not alike or all(each.op == "equal" for each in stretches)


def test_among_edits_typesetting_is_shown_as_it_now_stands() -> None:
    old, new = "l’État du COVID\u201119 agit ;", "l'État du COVID-19 parle ;"
    (row,) = laid(compare(resolution(op(old)), resolution(op(new))), old, new).rows
    assert [(run.op, run.text) for run in row.runs] == [
        ("equal", "l'"), ("equal", "État du "), ("equal", "COVID-19"), ("equal", " "),
        ("delete", "agit"), ("insert", "parle"), ("equal", " ;"),
    ]  # fmt: skip


def laid(comparison: Comparison, old: str, new: str) -> Report:
    return Report.of(comparison, resolution(op(old)), resolution(op(new)))


def test_a_call_that_went_after_a_word_set_otherwise_is_shown() -> None:
    def called(text: str, *at: int) -> Resolution:
        marks = tuple(Mark.call(each, "n1") for each in at)
        return resolution(op(text, "p", marks=marks), notes=[Note("n1", "1", "Ibid.")] if at else [])

    old, new = called("les e\u0301lus, et", 10), called("les élus, et")
    (row,) = Report.of(compare(old, new), old, new).rows
    assert [(run.op, run.call) for run in row.runs if run.call] == [("delete", "1")]


def test_a_phrase_set_otherwise_comes_from_where_it_came() -> None:
    old, new = resolution(op("l’État agit ;", "p")), resolution(op("l'État agit ;", "p"))
    assert origins([old, new], [compare(old, new)])["p"] == (("l'État agit ;", 0),)


def test_a_sign_that_is_not_seen_is_not_shown_going() -> None:
    segments = (Segment("equal", "a "), Segment("delete", "\u2060"), Segment("equal", "b"))
    assert list(as_read(segments)) == [
        Stretch("equal", "a ", 2),
        Stretch("equal", "", 1),
        Stretch("equal", "b", 1),
    ]
    assert old_text(segments) == "a \u2060b"


def test_nothing_gives_way_to_nothing() -> None:
    assert reads_alike((Segment("delete", ""), Segment("insert", "")))
