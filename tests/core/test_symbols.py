"""What a document symbol says, and which one comes next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.errors import SymbolError
from drafts.core.symbols import Suffix, Symbol, next_revision, parse

GENUINE = [
    "A/C.3/61/L.8",
    "A/C.3/61/L.8/Rev.1",
    "A/C.3/61/L.8/Rev.1*",
    "A/80/L.18",
    "A/RES/61/181",
    "A/RES/61/247 B",
    "S/RES/1325 (2000)",
    "E/CN.7/2019/L.4/Rev.1/Corr.2",
    "A/HRC/50/L.3/Rev.1/Add.1**",
    "A/CONF.234/L.6",
]


@pytest.mark.parametrize("written", GENUINE)
def test_symbol_gives_itself_back(written: str) -> None:
    assert str(parse(written)) == written


def test_symbol_is_taken_apart() -> None:
    assert parse("A/C.3/61/L.8/Rev.1/Add.2*") == Symbol(
        ("A", "C.3", "61", "L.8"), (Suffix("Rev", 1), Suffix("Add", 2)), stars=1
    )


def test_case_and_spaces_do_not_matter() -> None:
    assert parse("  a/c.3/61 / l. 8/rev. 1 ") == parse("A/C.3/61/L.8/Rev.1")


def test_root_is_shared_by_all_issues() -> None:
    assert parse("A/C.3/61/L.8/Rev.2/Corr.1*").root == parse("A/C.3/61/L.8")


@pytest.mark.parametrize(
    ("this", "following"),
    [
        ("A/C.3/61/L.8", "A/C.3/61/L.8/Rev.1"),
        ("A/C.3/61/L.8/Rev.1", "A/C.3/61/L.8/Rev.2"),
        ("A/C.3/61/L.8/Rev.9", "A/C.3/61/L.8/Rev.10"),
        ("A/C.3/61/L.8/Rev.1/Corr.1", "A/C.3/61/L.8/Rev.2"),
        ("A/C.3/61/L.8/Add.1", "A/C.3/61/L.8/Rev.1"),
        ("A/C.3/61/L.8*", "A/C.3/61/L.8/Rev.1"),
    ],
)
def test_next_revision(this: str, following: str) -> None:
    assert next_revision(this) == following


@pytest.mark.parametrize(
    "wrong", ["", "A", "hello", "61/L.8", "A//L.8", "A/C.3/61/L.8/Rev.1/x", "A/Rev.1", "A/L.8?", "A/" * 200]
)
def test_what_is_no_symbol_is_refused_in_one_plain_line(wrong: str) -> None:
    with pytest.raises(SymbolError) as refusal:
        parse(wrong)
    assert "symbol" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_adopted_text_has_no_next_revision() -> None:
    with pytest.raises(SymbolError, match="adopted"):
        next_revision("A/RES/61/181")


def test_symbols_sort_as_people_do() -> None:
    ordered = ["A/80/L.3", "A/80/L.3/Add.1", "A/80/L.3/Rev.1", "A/80/L.3/Rev.1/Add.1", "A/80/L.3/Rev.2"]
    ordered += ["A/80/L.18", "A/80/L.18*", "A/C.3/80/L.2", "A/RES/80/1"]
    assert sorted(set(ordered), key=lambda written: parse(written).order) == ordered


@given(st.text(max_size=40))
def test_any_text_is_a_symbol_or_a_refusal(text: str) -> None:
    try:
        symbol = parse(text)
    except SymbolError:
        return
    assert parse(str(symbol)) == symbol
