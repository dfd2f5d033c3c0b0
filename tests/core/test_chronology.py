"""Which text came first."""

from __future__ import annotations

import datetime

import pytest

from drafts.core.chronology import are_strangers, chain_order, in_order, written_date
from drafts.core.document import Masthead, Resolution


def text(symbol: str = "", date: str = "") -> Resolution:
    return Resolution(symbol=symbol, masthead=Masthead(date=date))


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (text("A/80/L.3"), text("A/80/L.3/Rev.1")),
        (text("A/80/L.3/Rev.2", "1 May 2025"), text("A/80/L.3/Rev.10", "1 April 2025")),
        (text("A/C.2/80/L.4"), text("A/RES/80/156")),
        (text("A/C.2/80/L.4", "14 October 2025"), text("A/C.2/80/L.56", "19 November 2025")),
        (text("A/RES/76/187"), text("A/RES/77/237")),
        (text("A/C.3/61/L.8", "9 October 2006"), text("A/C.3/62/L.2")),
        (text("", "1er novembre 2006"), text("", "10 novembre 2006")),
    ],
)
def test_the_older_text_is_told_whichever_was_given_first(older: Resolution, newer: Resolution) -> None:
    assert in_order(older, newer)[:2] == (0, 1)
    assert in_order(newer, older)[:2] == (1, 0)


def test_the_reason_is_told() -> None:
    assert (
        in_order(text("A/80/L.3/Rev.1"), text("A/80/L.3")).why == "by symbol: A/80/L.3/Rev.1 is the later one"
    )
    assert in_order(text("", "2 May 2025"), text("", "1 May 2025")).why == "by their dates"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (text(), text()),
        (text("A/80/L.3"), text("A/80/L.3")),
        (text("A/80/L.3"), text("A/80/L.7")),
        (text("no symbol", "32 May 2025"), text("A/80/L.3", "soon")),
    ],
)
def test_where_nothing_tells_the_order_is_as_given_and_that_is_said(
    first: Resolution, second: Resolution
) -> None:
    order = in_order(first, second)
    assert order[:2] == (0, 1)
    assert "as they were given" in order.why


def test_a_chain_is_put_in_order_by_revision_then_date_then_as_given() -> None:
    texts = [
        text("A/80/L.3/Rev.1"),
        text("A/RES/80/1"),
        text("A/80/L.3", "2 May 2025"),
        text(),
        text("A/80/L.3", "1 May 2025"),
    ]
    assert chain_order(texts) == [4, 2, 3, 0, 1]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("16 October 2025", datetime.date(2025, 10, 16)),
        ("Distr.: Limited 1 November 2006", datetime.date(2006, 11, 1)),
        ("1er août 2006", datetime.date(2006, 8, 1)),
        ("6 de octubre de 2006", datetime.date(2006, 10, 6)),
        ("6 октября 2006 года", datetime.date(2006, 10, 6)),
        ("2025年10月16日", datetime.date(2025, 10, 16)),
        ("31 February 2025", None),
        ("13 Brumaire 2025", None),
        ("", None),
    ],
)
def test_dates_are_read_as_mastheads_write_them(words: str, date: datetime.date | None) -> None:
    assert written_date(words) == date


@pytest.mark.parametrize(
    ("old", "new", "strangers"),
    [
        ("A/80/L.3", "A/80/L.3/Rev.1", False),
        ("A/80/L.3", "A/RES/80/7", False),
        ("A/80/L.3", "A/80/L.4", True),
        ("A/80/L.3", "", False),
        ("DR 1.2", "A/80/L.4", False),
    ],
)
def test_symbols_tell_whether_two_texts_belong_to_different_drafts(
    old: str, new: str, strangers: bool
) -> None:
    assert are_strangers(old, new) is strangers
