"""Words for a person that another language can say too.

What refuses, doubts or explains here does so in English; ``core`` and ``formats`` know no other language of
the interface. ``worded`` keeps beside the English line the pattern and the values it was made of, so that a
page can say the same in its reader's language (``templatetags/worded.py``)::

    worded("{name} is called nowhere.", name="Note 3")      a str, "Note 3 is called nowhere."
    counted("{n} note", "{n} notes", n)                    one or many, as each language counts
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from typing import Any


class Worded(str):
    """A line in English, with what it was made of.

    Attributes:
        one: the pattern, as the catalogues know it; of one thing where things are counted.
        many: the pattern for many, or "" where nothing is counted.
        values: what stands for the names in braces. A value may itself be ``Worded``.
    """

    __slots__ = ("many", "one", "values")
    one: str
    many: str
    values: dict[str, Any]

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.one, self.many, self.values)


class Day(str):
    """A day as English says it, ``12 October 2026``, which knows its date, to be said by any language."""

    __slots__ = ("date",)
    date: datetime.date

    def __new__(cls, date: datetime.date) -> Day:
        line = super().__new__(cls, f"{date.day} {date:%B %Y}")
        line.date = date
        return line

    def __reduce__(self) -> tuple[Any, ...]:
        return Day, (self.date,)


class Figure(str):
    """A large number as English writes it, ``20,000``, which knows itself, to be said by any language."""

    __slots__ = ("number",)
    number: int

    def __new__(cls, number: int) -> Figure:
        line = super().__new__(cls, f"{number:,}")
        line.number = number
        return line

    def __reduce__(self) -> tuple[Any, ...]:
        return Figure, (self.number,)


class Moment(str):
    """A minute as English says it, ``12 October 2026, 14:03``, as a clock on the wall shows it."""

    __slots__ = ("at",)
    at: datetime.datetime

    def __new__(cls, at: datetime.datetime) -> Moment:
        line = super().__new__(cls, f"{at.day} {at:%B %Y, %H:%M}")
        line.at = at.replace(tzinfo=None)
        return line

    def __reduce__(self) -> tuple[Any, ...]:
        return Moment, (self.at,)


class Share(str):
    """A share as reasons say it, ``98 %``, which knows its number, to be said by any language."""

    __slots__ = ("percent",)
    percent: int

    def __new__(cls, percent: int) -> Share:
        line = super().__new__(cls, f"{percent} %")
        line.percent = percent
        return line

    def __reduce__(self) -> tuple[Any, ...]:
        return Share, (self.percent,)


class States(str):
    """A State, or several in a row, by English names; each language has its own for them."""

    __slots__ = ()


def worded(pattern: str, /, **values: Any) -> Worded:
    """``pattern`` with ``values`` in the place of their names; a pattern without values is taken as it is."""
    return _made(pattern, "", values)


def counted(one: str, many: str, n: int, /, **values: Any) -> Worded:
    """``one`` for a single thing, else ``many``; ``{n}`` is how many there are."""
    return _made(one, many, {**values, "n": n})


def one_of(choices: Sequence[str]) -> str:
    """``a facilitator or a drafter``: what there is to choose from, one at least."""
    *others, last = choices
    for each in reversed(others):
        last = worded("{one} or {another}", one=each, another=last)
    return last


def all_of(names: Sequence[str]) -> str:
    """``OP 3 and OP 4``; of one its own name, of none nothing."""
    *others, last = names or ("",)
    for each in reversed(others):
        last = worded("{one} and {another}", one=each, another=last)
    return last


def packed(line: object) -> Any:
    """A line as JSON can hold it: to come back from another process as it was."""
    if isinstance(line, Day):
        return {"day": line.date.isoformat()}
    if isinstance(line, Moment):
        return {"moment": line.at.isoformat()}
    if isinstance(line, Figure):
        return {"figure": line.number}
    if isinstance(line, Share):
        return {"share": line.percent}
    if isinstance(line, States):
        return {"states": str(line)}
    if not isinstance(line, Worded):
        return str(line)
    return [line.one, line.many, {name: packed(value) for name, value in line.values.items()}]


def unpacked(told: Any) -> str:
    """What ``packed`` gave, a line again."""
    if isinstance(told, str):
        return told
    if isinstance(told, dict):
        return next(_READ[kind](value) for kind, value in told.items())
    one, many, values = told
    made: dict[str, Any] = {name: unpacked(value) for name, value in values.items()}
    return _made(one, many, {**made, "n": int(values["n"])} if many else made)


_READ: dict[str, Callable[[Any], str]] = {
    "day": lambda said: Day(datetime.date.fromisoformat(said)),
    "moment": lambda said: Moment(datetime.datetime.fromisoformat(said)),
    "figure": Figure,
    "share": Share,
    "states": States,
}


def kept(line: str) -> str:
    """A line as a column of text can hold it: English as it is, or as JSON with what it was made of."""
    return json.dumps(packed(line), ensure_ascii=False) if isinstance(line, Worded) else line


def told(text: str) -> str:
    """What ``kept`` gave, a line again; text that it never gave, as it is."""
    return unpacked(json.loads(text)) if text.startswith('["') and text.endswith("}]") else text


def _made(one: str, many: str, values: dict[str, Any]) -> Worded:
    pattern = many if many and values["n"] != 1 else one
    line = Worded(pattern.format(**values) if values else pattern)
    line.one, line.many, line.values = one, many, values
    return line
