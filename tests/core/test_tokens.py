import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.tokens import fold, folded_words, is_one_word, stem, tokenise


def words(text: str) -> list[str]:
    return [word for word, _ in tokenise(text) if word]


def stems(text: str) -> list[str]:
    return list(map(stem, folded_words(text)))


@given(st.text())
def test_joined_tokens_are_the_text(text: str) -> None:
    assert "".join(word + space for word, space in tokenise(text)) == text


@given(st.text())
def test_only_a_leading_space_stands_without_a_word(text: str) -> None:
    assert all(word for word, _ in tokenise(text)[1:])


@given(st.text("aéŒß' -/1大").map(lambda text: text + " "))
def test_what_is_surely_one_word_is_one(text: str) -> None:
    assert not is_one_word(text) or len(tokenise(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les sous-régionales", ["les", "sous-régionales"]),
        ("l’État d'urgence, qu’elle", ["l’", "État", "d'", "urgence", ",", "qu’", "elle"]),
        ("aujourd’hui the State's", ["aujourd’hui", "the", "State's"]),
        (
            "(A/RES/60/1) 60/175; 1,5 and 2.30.",
            ["(", "A/RES/60/1", ")", "60/175", ";", "1,5", "and", "2.30", "."],
        ),
        ("80/___ of __ December", ["80/___", "of", "__", "December"]),
        ("大会，回顾", ["大", "会", "，", "回", "顾"]),
        ("إن الجمعية العامة،", ["إن", "الجمعية", "العامة", "،"]),
        ("COVID\u201119", ["COVID\u201119"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
    ],
)
def test_what_counts_as_one_word(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_word_is_one_word_however_its_accents_are_written() -> None:
    assert words(unicodedata.normalize("NFD", "générale élève")) == [
        unicodedata.normalize("NFD", "générale"),
        unicodedata.normalize("NFD", "élève"),
    ]


def test_endings_and_case_do_not_matter_to_a_stem() -> None:
    assert stems("Consciente des Conventions,") == stems("conscient des conventionnels ;")


def test_symbols_and_numbers_stay_whole() -> None:
    assert stems("A/RES/60/175 and 1234567") == ["a/res/60/175", "and", "1234567"]


def test_typesetting_folds_to_one() -> None:
    assert fold("l’E\u0301tat :\u00a0« South\u2011South »") == fold("l'État : « South-South »")
