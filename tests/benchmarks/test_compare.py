"""The ruler itself: what it calls true is so, and right and wrong answers score what they deserve."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from drafts.core.document import Mark
from tests.benchmarks.compare.answer import Answer, Spans, from_segments
from tests.benchmarks.compare.cases import SETS, Case, cases
from tests.benchmarks.compare.fairness import slid
from tests.benchmarks.compare.printing import Surroundings, Text, printed
from tests.benchmarks.compare.score import cut_at, score
from tests.benchmarks.compare.tally import Found, Share
from tests.benchmarks.compare.tokens import Mint
from tests.benchmarks.compare.truth import Place, longest_increasing
from tests.benchmarks.compare.writer import Piece, Writer

SAMPLE = {name: tuple(cases(name, 10)) for name in SETS}
EVERY_CASE = [pytest.param(case, id=case.name) for sample in SAMPLE.values() for case in sample]


def perfect(case: Case) -> Answer:
    """The truth, said as an answer; one of its right choices of what moved."""
    links = [(group[0][0], group[1][0]) for group in case.truth.groups]
    stayed = {links[at] for at in longest_increasing([new for _, new in links])}
    moved = frozenset(group for group in case.truth.groups if (group[0][0], group[1][0]) not in stayed)
    return Answer(
        case.truth.groups, moved, marks(case.old, case.truth.gone), marks(case.new, case.truth.fresh)
    )


def marks(text: Text, places: frozenset[Place]) -> Spans:
    return tuple(
        tuple((token.start, token.end) for at, token in enumerate(paragraph.tokens) if (each, at) in places)
        for each, paragraph in enumerate(text.paragraphs)
    )


def silent(case: Case) -> Answer:
    return Answer((), frozenset(), ((),) * len(case.old.paragraphs), ((),) * len(case.new.paragraphs))


@pytest.mark.parametrize("case", EVERY_CASE)
def test_tokens_that_stayed_read_the_same_on_both_sides(case: Case) -> None:
    for olds, news in case.truth.groups:
        assert standing(case.old, olds, case.truth.gone) == standing(case.new, news, case.truth.fresh)


def standing(text: Text, paragraphs: tuple[int, ...], without: frozenset[Place]) -> list[str]:
    return [
        token.text
        for each in paragraphs
        for at, token in enumerate(text.paragraphs[each].tokens)
        if (each, at) not in without
    ]


@pytest.mark.parametrize("case", EVERY_CASE)
def test_tokens_stand_in_the_printed_text_and_cover_it_but_for_white_space(case: Case) -> None:
    for text in (case.old, case.new):
        for paragraph, value in zip(text.paragraphs, text.resolution.paragraphs, strict=True):
            assert paragraph.text == value.text
            assert [paragraph.text[token.start : token.end] for token in paragraph.tokens] == [
                token.text for token in paragraph.tokens
            ]
            assert "".join(token.text for token in paragraph.tokens) == "".join(paragraph.text.split())


@pytest.mark.parametrize("case", EVERY_CASE)
def test_each_paragraph_descends_at_most_once_and_keeps_half_its_words(case: Case) -> None:
    olds = [old for group in case.truth.groups for old in group[0]]
    news = [new for group in case.truth.groups for new in group[1]]
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))
    for old in olds:
        gone = sum(place[0] == old for place in case.truth.gone)
        assert (
            gone <= 0.55 * len(case.old.paragraphs[old].tokens) + 4
        )  # the stop, and a printed number with its dot


@pytest.mark.parametrize("case", EVERY_CASE)
def test_no_two_paragraphs_of_a_side_read_the_same(case: Case) -> None:
    for text in (case.old, case.new):
        assert len({paragraph.text for paragraph in text.paragraphs}) == len(text.paragraphs)


@pytest.mark.parametrize("case", EVERY_CASE)
def test_the_truth_scores_one(case: Case) -> None:
    measured = score(perfect(case), case)
    found = (measured.pairs, measured.moves, measured.splits, measured.merges, measured.words)
    assert [each.f1 for each in found] == [1.0] * 5
    assert (measured.runs.ratio, measured.characters.ratio, measured.cuts) == (1.0, 1.0, 0)


@pytest.mark.parametrize("name", SETS)
def test_saying_nothing_finds_nothing_and_claims_nothing(name: str) -> None:
    for case in SAMPLE[name]:  # type: ignore[index]
        measured = score(silent(case), case)
        assert measured.pairs == Found(missed=len(case.truth.links))
        assert measured.words == Found(missed=len(case.truth.gone) + len(case.truth.fresh))
        assert (measured.runs.done, measured.characters.done, measured.cuts) == (0, 0, 0)


def test_marking_everything_finds_every_word_and_claims_the_rest_too() -> None:
    case = SAMPLE["ordinary"][0]
    everything = from_segments([("delete", case.old.plain), ("insert", case.new.plain)], case.old, case.new)
    words = score(everything, case).words
    tokens = sum(len(each.tokens) for text in (case.old, case.new) for each in text.paragraphs)
    true = len(case.truth.gone) + len(case.truth.fresh)
    assert words == Found(right=true, wrong=tokens - true)
    assert score(everything, case).pairs == Found(missed=len(case.truth.links))


def test_of_two_neighbours_that_swapped_either_may_be_called_moved() -> None:
    case = next(case for case in SAMPLE["ordinary"] if not perfect(case).moved and len(case.truth.groups) > 5)
    groups = list(case.truth.groups)
    (first, a), (second, b) = groups[2], groups[3]
    groups[2:4] = [(first, b), (second, a)]
    swapped = replace(case, truth=replace(case.truth, groups=tuple(groups)))
    for moved in ((first, b), (second, a)):
        claimed = replace(perfect(swapped), moved=frozenset([moved]))
        assert score(claimed, swapped).moves == Found(right=1)


def test_deleting_either_of_two_equal_neighbours_is_one_edit() -> None:
    old, new = ("a", "b", "a", "c"), ("a", "c")
    assert slid((old, frozenset({1, 2})), (new, frozenset())) == slid(
        (old, frozenset({0, 1})), (new, frozenset())
    )


def test_different_deletions_stay_different() -> None:
    old = ("a", "b", "c", "b")
    assert slid((old, frozenset({1})), (("a", "c", "b"), frozenset()))[0] == {1}
    assert slid((old, frozenset({3})), (("a", "b", "c"), frozenset()))[0] == {3}


def test_a_cut_falls_between_letters_only() -> None:
    assert cut_at("chompage", 1)
    assert not any((cut_at("l’homme", 2), cut_at("sous-régional", 5), cut_at("mot", 0), cut_at("mot", 3)))


def test_another_shift_gives_other_cases_and_the_same_shift_the_same() -> None:
    once, again, other = (next(cases("hard", 1, shift)) for shift in (0, 0, 1))
    assert once == again
    assert once.old.plain != other.old.plain


def test_a_note_called_inside_italics_leaves_the_marks_in_order_of_place() -> None:
    mint = Mint()
    opener = mint.tokens("Takes note", italic=True)
    piece = Piece(mint.id(), "operative", (opener[0]._replace(note="any"), *opener[1:]))
    text = printed([piece], Surroundings("en", "", (), {"any": "See A/61/1."}))
    assert text.resolution.paragraphs[0].marks == (Mark.italic(0, 10), Mark.call(5, "n1"))


def test_a_formula_whose_subjects_are_used_up_ends_its_family() -> None:
    writer = Writer("en", random.Random(0))
    families = [writer.family("preambular") for _ in range(400)]
    members = [member for family in families for member in family]
    assert len({tuple(token.text for token in member.tokens) for member in members}) == len(members)


def test_marked_stretches_fall_to_their_paragraphs() -> None:
    case = SAMPLE["ordinary"][0]
    answer = from_segments([("delete", case.old.plain), ("insert", case.new.plain)], case.old, case.new)
    assert answer.gone == tuple(((0, len(each.text)),) for each in case.old.paragraphs)
    assert answer.fresh == tuple(((0, len(each.text)),) for each in case.new.paragraphs)
    assert score(answer, case).runs == Share(
        len(case.old.paragraphs) + len(case.new.paragraphs), score(perfect(case), case).runs.needed
    )
