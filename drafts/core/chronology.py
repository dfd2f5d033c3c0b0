"""Which of two texts came first, told from what they say of themselves: symbol, revision, date."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from drafts.core import symbols
from drafts.core.document import Resolution
from drafts.core.errors import SymbolError
from drafts.core.symbols import Symbol
from drafts.core.worded import worded

# The first letters of the months, as far as they tell them apart, in the languages that spell them.
_MONTHS = (
    ("jan", "ene", "янв"),
    ("feb", "fév", "fev", "фев"),
    ("mar", "мар"),
    ("apr", "avr", "abr", "апр"),
    ("may", "mai", "мая", "май"),
    ("jun", "juin", "июн"),
    ("jul", "juil", "июл"),
    ("aug", "aoû", "aou", "ago", "авг"),
    ("sep", "set", "сен"),
    ("oct", "окт"),
    ("nov", "ноя"),
    ("dec", "déc", "dic", "дек"),
)
_DATE = re.compile(r"(\d{1,2})(?:er)?\.?\s+(?:de\s+)?([^\W\d_]{3,})\.?\s+(?:de\s+)?(\d{4})")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


class Order(NamedTuple):
    """Two texts as they follow one another, and how that was told."""

    old: int
    new: int
    why: str


def in_order(first: Resolution, second: Resolution) -> Order:
    """Which of two texts is the older one: 0 and 1 are the first and the second as given.

    A revision follows what it revises and an adopted text its drafts; else the sessions decide, then the
    dates. Where nothing does, the first given is taken for the older one, and ``why`` says so.
    """
    ranks = [_rank(_symbol(text)) for text in (first, second)]
    if _kin(first, second) and ranks[0] != ranks[1]:
        old = 0 if ranks[0] < ranks[1] else 1
        named = (first, second)[1 - old]
        return Order(old, 1 - old, worded("by symbol: {symbol} is the later one", symbol=named.symbol))
    sessions = [_session(_symbol(text)) for text in (first, second)]
    if all(sessions) and sessions[0] != sessions[1]:
        old = 0 if sessions[0] < sessions[1] else 1
        return Order(old, 1 - old, worded("by their sessions"))
    dates = [written_date(text.masthead.date) for text in (first, second)]
    if dates[0] and dates[1] and dates[0] != dates[1]:
        old = 0 if dates[0] < dates[1] else 1
        return Order(old, 1 - old, worded("by their dates"))
    return Order(0, 1, worded("as they were given: neither symbols nor dates tell"))


def chain_order(texts: list[Resolution]) -> list[int]:
    """The places of several texts of one draft, oldest first: by revision, then date, then as given."""

    def order(at: int) -> tuple[object, ...]:
        date = written_date(texts[at].masthead.date) or datetime.date.max
        return _rank(_symbol(texts[at])), date, at

    return sorted(range(len(texts)), key=order)


def are_strangers(old: str, new: str) -> bool:
    """Whether two symbols tell of different drafts: neither issues of one, nor one of them adopted."""
    one, other = Resolution(symbol=old), Resolution(symbol=new)
    return bool(_symbol(one) and _symbol(other)) and not _kin(one, other)


def written_date(text: str) -> datetime.date | None:
    """The date in a masthead's words: ``16 October 2025``, ``1er novembre 2006``, ``2025年10月16日``."""
    if chinese := _CHINESE.search(text):
        return _date(*map(int, chinese.groups()))
    for found in _DATE.finditer(text.casefold()):
        month = next((at for at, names in enumerate(_MONTHS, 1) if found[2].startswith(names)), 0)
        if date := _date(int(found[3]), month, int(found[1])):
            return date
    return None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _symbol(text: Resolution) -> Symbol | None:
    try:
        return symbols.parse(text.symbol)
    except SymbolError:
        return None


def _rank(symbol: Symbol | None) -> tuple[bool, int]:
    """Drafts by their revision, then what was adopted; without a symbol, with the first issues."""
    return (symbol.adopted, symbol.revision) if symbol else (False, 0)


def _session(symbol: Symbol | None) -> int:
    """The session or year as a number; 0 where there is none, or a special one."""
    return int(symbol.session) if symbol and symbol.session.isdecimal() else 0


def _kin(first: Resolution, second: Resolution) -> bool:
    """Whether the symbols of two texts put them in order: issues of one draft, or draft and adopted."""
    one, other = _symbol(first), _symbol(second)
    if one is None or other is None:
        return False
    return one.root == other.root or one.adopted != other.adopted
