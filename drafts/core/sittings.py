"""When a text was written: minutes in which somebody wrote, and sittings without a long pause.

A place in the life of a live text is the number of an update in its log; a minute is known by its last.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

PAUSE = datetime.timedelta(minutes=30)  # of nobody writing that ends a sitting: a meal, not a look at a phone
GRAINS = (1, 5, 15, 60, 240, 1440)  # minutes that one stop may stand for


@dataclass(frozen=True, slots=True)
class Minute:
    """A minute of writing: its last update, when that was, and how many updates each writer made in it."""

    seq: int
    at: datetime.datetime
    writers: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A stretch of writing. ``after`` is the last update before it, ``seq`` the last in it."""

    after: int
    seq: int
    began: datetime.datetime
    ended: datetime.datetime
    writers: Mapping[int, int]

    @property
    def updates(self) -> int:
        return sum(self.writers.values())


def minutes_of(updates: Iterable[tuple[int, datetime.datetime, int | None]]) -> Iterator[Minute]:
    """Updates by minute: each is its number, its time, and who wrote it (None: it came whole)."""
    return joined(Minute(seq, at, {writer: 1} if writer else {}) for seq, at, writer in updates)


def joined(minutes: Iterable[Minute], grain: int = 1) -> Iterator[Minute]:
    """Neighbours that fall into the same ``grain`` minutes made one."""
    last: Minute | None = None
    for minute in minutes:
        if last and _slot(last, grain) == _slot(minute, grain):
            last = Minute(minute.seq, minute.at, _sum(last.writers, minute.writers))
        else:
            if last:
                yield last
            last = minute
    if last:
        yield last


def thinned(minutes: Sequence[Minute], most: int) -> tuple[Minute, ...]:
    """At most ``most`` stops through a life, as fine as that allows; the very last is always one."""
    for grain in GRAINS:
        stops = tuple(joined(minutes, grain))
        if len(stops) <= most:
            return stops
    return (*stops[: -1 : len(stops) // most + 1], stops[-1])


def sittings_of(minutes: Iterable[Minute]) -> tuple[Sitting, ...]:
    """The sittings that minutes come to, the first first: by the log, for clocks are put back."""
    found: list[Sitting] = []
    after = 0
    for minute in minutes:
        last = found[-1] if found else None
        if last and abs(minute.at - last.ended) <= PAUSE:
            writers = _sum(last.writers, minute.writers)
            began, ended = min(last.began, minute.at), max(last.ended, minute.at)
            found[-1] = Sitting(last.after, minute.seq, began, ended, writers)
        else:
            found.append(Sitting(after, minute.seq, minute.at, minute.at, dict(minute.writers)))
        after = minute.seq
    return tuple(found)


def _slot(minute: Minute, grain: int) -> int:
    return int(minute.at.timestamp()) // 60 // grain


def _sum(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    return {who: one.get(who, 0) + other.get(who, 0) for who in {**one, **other}}
