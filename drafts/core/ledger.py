"""The sponsors' ledger: who joined and who withdrew, entry by entry; nothing in it is ever taken out.

::

    with L.8          Italy joined, as main sponsor
    after L.8         Andorra, Austria … joined          printed for the first time by Rev.1, or by an Add.
    after Rev.1       Kyrgyzstan withdrew

Who sponsors now is what the entries come to when they are read from the top.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from drafts.core.errors import LedgerError
from drafts.core.members import folded, name_of
from drafts.core.worded import Day, Worded, worded

Act = Literal["joined", "withdrew", "changed"]
Kind = Literal["state", "group", "chair"]
KINDS: tuple[Kind, ...] = ("state", "group", "chair")

FIRST_DAY = datetime.date(1945, 6, 26)  # the Charter was signed; nobody sponsored anything before


class Moment(NamedTuple):
    """When in the life of a draft: with a version, or after its issue and before the next. They sort."""

    version: int
    after: bool = False


@dataclass(frozen=True, slots=True)
class Proposer:
    """Somebody who may sponsor: a State, by its ``code``; a group or a chair, by its ``name`` as given.

    ``behalf`` is whom it speaks for (“the Group of 77 and China”), ``main`` that it is a main sponsor.
    """

    kind: Kind
    code: str = ""
    name: str = ""
    behalf: str = ""
    main: bool = False

    @property
    def key(self) -> str:
        """Who it is, in whatever spelling and capacity."""
        return self.code or folded(self.name)

    def named(self, language: str = "en", date: datetime.date | None = None) -> str:
        """Its name in a language at a date (now, if none is given); a group's or chair's as given."""
        if not self.code:
            return self.name
        return (name_of(self.code, language, date) if date else name_of(self.code, language)) or self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: who joined, withdrew or changed capacity, on which date, at which moment."""

    act: Act
    proposer: Proposer
    date: datetime.date
    moment: Moment


@dataclass(frozen=True, slots=True)
class Standing:
    """A sponsor of the draft, in its capacity of now, and the entry by which it joined."""

    proposer: Proposer
    joined: Entry


def standing(entries: Iterable[Entry], until: Moment | None = None) -> tuple[Standing, ...]:
    """Who sponsors, up to and with a moment (the end, if none is given); in the order of joining."""
    found: dict[str, Standing] = {}
    for entry in entries:
        if until is not None and entry.moment > until:
            continue
        key = entry.proposer.key
        if entry.act == "withdrew":
            found.pop(key, None)
        elif key in found:
            found[key] = Standing(entry.proposer, found[key].joined)
        else:
            found[key] = Standing(entry.proposer, entry)
    return tuple(found.values())


def joined_between(entries: Sequence[Entry], old: Moment, new: Moment) -> tuple[Standing, ...]:
    """Who sponsors at ``new`` and did not at ``old``: what an Add. lists."""
    before = {each.proposer.key for each in standing(entries, old)}
    return tuple(each for each in standing(entries, new) if each.proposer.key not in before)


def withdrew_between(entries: Sequence[Entry], old: Moment, new: Moment) -> tuple[Standing, ...]:
    """Who sponsored at ``old`` and no longer does at ``new``."""
    return joined_between(entries, new, old)


def check_entry(entries: Sequence[Entry], entry: Entry, today: datetime.date) -> None:
    """See that an entry can follow the others.

    Raises:
        LedgerError: who sponsors already joins, who does not withdraws, or the date cannot be.
    """
    name = entry.proposer.named()
    now = {each.proposer.key: each for each in standing(entries)}
    found = now.get(entry.proposer.key)
    if not entry.proposer.key or (entry.act == "joined" and not name):  # a code that no State has
        raise LedgerError(worded("Say who it is: a State, a group, or a chair."))
    if entry.act == "joined" and found:
        raise LedgerError(
            worded("{name} is a sponsor already, since {day}.", name=name, day=Day(found.joined.date))
        )
    if entry.act != "joined" and not found:
        raise LedgerError(worded("{name} is not a sponsor of this draft, and so cannot withdraw.", name=name))
    if entry.act == "changed" and found and found.proposer == entry.proposer:
        raise LedgerError(worded("{name} stands so already.", name=name))
    _check_date(entries, entry, today)


def _check_date(entries: Sequence[Entry], entry: Entry, today: datetime.date) -> None:
    if entry.date < FIRST_DAY:
        raise LedgerError(
            worded("{day} was before the Charter was signed. Check the year.", day=Day(entry.date))
        )
    if entry.date > today:
        raise LedgerError(
            worded("{day} is still to come. The ledger records what has happened.", day=Day(entry.date))
        )
    last = max(
        (each for each in entries if each.proposer.key == entry.proposer.key),
        key=lambda each: each.date,
        default=None,
    )
    if last and entry.date < last.date:
        raise LedgerError(_too_early(entry.proposer.named(), last.act, Day(last.date), Day(entry.date)))


def _too_early(name: str, act: str, day: Day, last_day: Day) -> Worded:
    values = {"name": name, "day": day, "last_day": last_day}
    if act == "joined":
        return worded("{name} joined on {day}; what came after cannot be dated {last_day}.", **values)
    if act == "withdrew":
        return worded("{name} withdrew on {day}; what came after cannot be dated {last_day}.", **values)
    return worded("{name} changed on {day}; what came after cannot be dated {last_day}.", **values)
