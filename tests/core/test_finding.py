"""Words are found in six languages, whatever their case, accents and endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.finding import MOST_TERMS, Term, fold, forms, matches, pattern, terms


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in matches(text, terms(query))]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Strengthening the rights of all", "right", ["rights"]),
        ("RÉAFFIRMANT l’État de droit", "reaffirmant etat", ["RÉAFFIRMANT", "État"]),
        ("selon l’application", "l'application", ["application"]),
        ("Prend note du rapport, note bien", '"prend note"', ["Prend note"]),
        ("Prend bien note", '"prend note"', []),
        ("Prend note", "« prend no »", []),
        ("the sub-regional plan", "sub-region", ["sub-regional"]),
        ("see A/C.3/61/L.8/Rev.1 and L.80", "L.8", ["L.8"]),
        ("see A/C.3/61/L.8/Rev.1", "a/c.3/61/l.8", ["A/C.3/61/L.8"]),
        ("its resolution 60/175 of 2005", "60/175", ["60/175"]),
        ("its resolution 60/1756", "60/175", []),
        ("大会决议草案，回顾", "决议", ["决议"]),
        ("大会决议草案", "草", ["草案"]),
        ("大会", "会议", []),
        ("والتنمية المستدامة للدول", "التنمية", ["والتنمية"]),
        ("إن الجمعية العامة", "ان جمعية", ["إن", "الجمعية"]),
        ("Йемен и Италия", "йемен", ["Йемен"]),
        ("año nuevo", "ano", ["año"]),
        ("a to z", "a", ["a"]),
        ("an", "a", []),
    ],
)
def test_what_is_asked_for_is_found_where_it_stands(text: str, query: str, expected: list[str]) -> None:
    assert found(text, query) == expected


@pytest.mark.parametrize("query", ["", '"', '""', "« »", "!?"])
def test_a_query_without_a_word_asks_for_nothing(query: str) -> None:
    assert terms(query) == ()


def test_a_query_has_an_end() -> None:
    assert len(terms(" ".join(map(str, range(99))))) == MOST_TERMS


@given(st.text(max_size=60), st.text(max_size=12))
def test_the_index_finds_what_the_page_shows(text: str, query: str) -> None:
    """What stands in the text by its tokens stands in the folded text by its pattern, term by term."""
    folded = forms(text)
    for term in terms(query):
        assert bool(pattern(term).search(folded)) == bool(matches(text, (term,)))


@given(st.text(max_size=60))
def test_every_word_of_a_text_finds_it(text: str) -> None:
    for form in forms(text).split():
        assert pattern(Term((form,))).search(forms(text))


@given(st.text(max_size=20))
def test_folding_again_changes_no_latin_word(text: str) -> None:
    word = fold("e" + text)
    assert fold(word) == word
