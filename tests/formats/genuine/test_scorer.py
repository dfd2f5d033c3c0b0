"""The count itself: whatever is wrong with a reading is found, once, at its place; what is right is not."""

import tomllib
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from drafts.core.document import Mark, Masthead, Note, Resolution, Sponsor
from tests.builders import op, pp, resolution
from tests.formats.genuine.checks import checks
from tests.formats.genuine.expected import _loaded, dumps
from tests.formats.genuine.layer import Layer, words
from tests.formats.genuine.scorer import score
from tests.formats.genuine.transcript import resolution_of, truth_of
from tests.formats.genuine.truth import Truth
from tests.strategies import resolutions

TRANSCRIPT = """\
symbol: A/C.9/80/L.1
proposal: draft
organ: General Assembly
date: 1 October 2025
title: Cooperation of lighthouses
sponsors: Andorra; Benin

enacting | | *The General Assembly*,
preambular | | *Recalling* its resolution 79/1,[^1] and noting with concern the dark of winter nights,
operative | 1. | *Takes note* of the report of the Secretary-General on lamps;[^2]
operative | 2. | *Decides*:
operative2 | (a) | To keep the lamps lit;
operative2 | (b) | To paint the towers.
note | 1 | See *Official Records*, Supplement No. 1.
note | 2 | A/80/1.
"""
GOOD = resolution_of(TRANSCRIPT)
LAYER = Layer(
    tuple(
        words(
            """General Assembly A/C.9/80/L.1 1 October 2025 Andorra Benin Cooperation of lighthouses
            The General Assembly Recalling its resolution 79/11 and noting with concern the dark of wint er
            nights
            1 Takes note of the report of the Secretary General on lamps 2
            2 Decides (a) To keep the lamps lit (b) To paint the towers
            1 See Official Records Supplement No 1 2 A/80/1"""
        )
    ),
    Counter(),
    ("A/C.9/80/L.1 Cooperation of lighthouses",),
)


def paragraph(at: int, **changes: object) -> Resolution:
    changed = list(GOOD.paragraphs)
    changed[at] = replace(changed[at], **changes)  # type: ignore[arg-type]
    return replace(GOOD, paragraphs=tuple(changed))


def found(read: Resolution) -> list[tuple[str, str]]:
    return [(wrong.aspect, wrong.place) for wrong in score(truth_of(TRANSCRIPT), read)]


def odd(read: Resolution, layer: Layer | None = None) -> list[tuple[str, str]]:
    return [(wrong.aspect, wrong.place) for wrong in checks(read, layer)]


@given(resolutions())
def test_a_resolution_is_right_against_its_own_truth(any_one: Resolution) -> None:
    assert score(Truth.of(any_one), any_one) == ()


def test_truth_comes_back_from_its_file() -> None:
    assert _loaded(tomllib.loads(dumps(Truth.of(GOOD)))) == Truth.of(GOOD)


def test_kinds_of_spaces_and_hyphens_are_no_difference() -> None:
    text = (
        GOOD.paragraphs[2]
        .text.replace("Secretary-General", "Secretary\u2011General")
        .replace("of the", "of\u00a0the")
    )
    assert found(paragraph(2, text=text)) == []


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (replace(GOOD, symbol="A/C.9/80/L.2"), [("head", "symbol")]),
        (replace(GOOD, masthead=Masthead(organ="General Assembly")), [("head", "date")]),
        (replace(GOOD, title="Cooperation"), [("title", "title")]),
        (replace(GOOD, sponsors=(Sponsor("Andorra"),)), [("sponsors", "sponsors")]),
        (paragraph(2, label="3."), [("labels", "OP 1")]),
        (paragraph(4, level=3), [("labels", "(a) below OP 2")]),
        (paragraph(1, kind="text"), [("labels", "PP 1")]),
        (paragraph(5, text="To paint the towers. A/C.9/80/L.1", marks=()), [("edges", "(b) below OP 2")]),
        (paragraph(1, text=GOOD.paragraphs[1].text.replace("noting with", "noting")), [("words", "PP 1")]),
        (paragraph(3, marks=()), [("italics", "OP 2")]),
        (paragraph(1, marks=(Mark.italic(0, 9),)), [("calls", "PP 1")]),
        (
            paragraph(1, marks=(Mark.italic(0, 9), Mark.call(20, "n1"))),
            [("calls", "PP 1"), ("calls", "PP 1")],
        ),
        (
            replace(GOOD, notes=(GOOD.notes[0], replace(GOOD.notes[1], text="A/80/2."))),
            [("notes", "note 2")],
        ),
        (
            replace(GOOD, notes=(replace(GOOD.notes[0], marks=()), GOOD.notes[1])),
            [("italics", "note 1")],
        ),
        (replace(GOOD, notes=(*GOOD.notes, Note("n3", "3", "More."))), [("notes", "note 3")]),
    ],
)
def test_each_wrong_thing_is_counted_once_at_its_place(
    read: Resolution, wrong: list[tuple[str, str]]
) -> None:
    assert found(read) == wrong


def test_a_paragraph_cut_in_two_is_one_wrong_edge_and_one_paragraph_too_many() -> None:
    cut = GOOD.paragraphs[2].text.index("of the Secretary")
    halves = (
        replace(GOOD.paragraphs[2], text=GOOD.paragraphs[2].text[:cut], marks=(Mark.italic(0, 10),)),
        replace(GOOD.paragraphs[2], id="p9", label="", text=GOOD.paragraphs[2].text[cut:], marks=()),
    )
    read = replace(GOOD, paragraphs=(*GOOD.paragraphs[:2], *halves, *GOOD.paragraphs[3:]))
    assert [aspect for aspect, _ in found(read)] == ["edges", "calls", "edges"]


def test_rows_of_a_table_may_be_cut_in_any_way() -> None:
    above, below = "operative | 1. | *Decides* as follows:\n", "operative | 2. | *Decides* so.\n"
    head = TRANSCRIPT.partition("enacting")[0]
    truth = truth_of(f"{head}{above}table | | Lamp Cost North 3 South 4\n{below}")
    rows = resolution_of(f"{head}{above}text | | Lamp Cost\ntext | | North 3\ntext | | South 4\n{below}")
    other = resolution_of(f"{head}{above}text | | Lamp Cost\ntext | | South 4\ntext | | North 3\n{below}")
    assert score(truth, rows) == ()
    assert score(truth, other) != ()


def test_nothing_is_odd_about_a_good_reading() -> None:
    """Gaps within a word and calls stuck to one are the other program's doing."""
    assert odd(GOOD, LAYER) == []


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        (paragraph(3, label="3."), [("numbering", "OP 3.")]),
        (paragraph(1, text=GOOD.paragraphs[1].text[:-8], marks=()), [("ends", "PP 1")]),
        (paragraph(2, text="takes note of lamps;"), [("ends", "OP 1")]),
        (paragraph(4, text="To keep the lamps7 lit;"), [("glued", "(a) below OP 2")]),
        (paragraph(4, text="To keep what was lit in October 20063;"), [("glued", "(a) below OP 2")]),
        (paragraph(4, text="To keep to resolution 60/1756;"), [("glued", "(a) below OP 2")]),
        (paragraph(4, text="To keep the 25-16593 lamps lit;"), [("furniture", "(a) below OP 2")]),
        (replace(GOOD, notes=GOOD.notes[1:]), [("footnotes", "notes")]),
        (replace(GOOD, notes=(GOOD.notes[0], replace(GOOD.notes[1], text=""))), [("footnotes", "note 2")]),
    ],
)
def test_odd_things_are_found_without_knowing_the_document(
    read: Resolution, wrong: list[tuple[str, str]]
) -> None:
    read = replace(
        read,
        paragraphs=tuple(
            replace(
                each, marks=tuple(m for m in each.marks if m.type == "italic" or m.note in read.notes_by_id)
            )
            for each in read.paragraphs
        ),
    )
    assert [each for each in odd(read) if each[0] == wrong[0][0]] == wrong


def test_reports_symbols_and_years_are_no_glued_digits() -> None:
    read = resolution(
        pp("Recalling resolutions 2286 (2016), 60/175 and 1996/31, and the COVID-19 pandemic of 2019–2020,"),
        op("Decides on 20,000 lamps of the type UN80 in 2026."),
    )
    assert odd(read) == []


def test_numbers_of_notes_called_out_of_order_are_found() -> None:
    swapped = (
        replace(GOOD.paragraphs[1], marks=(Mark.call(31, "n2"),)),
        replace(GOOD.paragraphs[2], marks=(Mark.call(5, "n1"),)),
    )
    read = replace(GOOD, paragraphs=(GOOD.paragraphs[0], *swapped, *GOOD.paragraphs[3:]))
    assert odd(read) == [("footnotes", "note 1")]


def test_words_lost_and_words_added_are_counted() -> None:
    lost = paragraph(4, text="To keep the lit;")
    added = paragraph(4, text="To keep the lamps lit well;")
    assert [str(wrong) for wrong in checks(lost, LAYER)] == ["balance   words: 1 lost: lamps"]
    assert [str(wrong) for wrong in checks(added, LAYER)] == ["balance   words: 1 added: well"]
