"""The life of a live text as its page shows it: stops of the slider, marks on it, and sittings day by day."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from drafts.core.sittings import Minute, Sitting, thinned
from drafts.core.sponsor_line import listed
from drafts.models import LiveEntry
from drafts.queries.authors import Authors
from drafts.queries.history import History
from drafts.queries.points import moment_words

MOST_STOPS = 600  # on the slider: more than a wide window has places for
MOST_NAMES = 4  # of who wrote, in one line


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that came whole: its place on the slider (0 to 1000), its update, and what it was."""

    x: int
    seq: int
    words: str
    sign: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sitting in words, with the marks that fall into it."""

    sitting: Sitting
    began: datetime.datetime
    ended: datetime.datetime
    writers: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Life:
    history: History
    stops: tuple[Minute, ...]
    marks: tuple[Mark, ...]
    authors: Authors

    @classmethod
    def of(cls, history: History, authors: Authors) -> Life:
        stops = thinned(history.minutes, MOST_STOPS)
        return cls(history, stops, tuple(_marks(history.entries, stops)), authors)

    @property
    def last(self) -> int:
        """The place of the last stop."""
        return len(self.stops) - 1

    @property
    def for_slider(self) -> list[tuple[int, str]]:
        """Each stop's update, and its words."""
        return [(stop.seq, self._words(stop)) for stop in self.stops]

    @cached_property
    def days(self) -> list[tuple[datetime.date, list[Told]]]:
        """The sittings by day, the last first."""
        told = [self._told(sitting) for sitting in reversed(self.history.sittings)]
        return [(day, list(sittings)) for day, sittings in groupby(told, key=lambda each: each.began.date())]

    def stop_at(self, seq: int) -> int:
        """The place of the stop that shows an update: the first that is not before it."""
        return min(bisect_left([stop.seq for stop in self.stops], seq), self.last)

    def told_of(self, seq: int) -> str:
        """Who wrote at that time, in words."""
        return _names(self.stops[self.stop_at(seq)].writers, self.authors)

    def before(self, seq: int) -> int:
        """The update of the stop before; of the first, where there is none."""
        return self.stops[max(bisect_left([stop.seq for stop in self.stops], seq) - 1, 0)].seq

    def after(self, seq: int) -> int:
        """The update of the stop after; of the last, where there is none."""
        return self.stops[min(bisect_left([stop.seq for stop in self.stops], seq + 1), self.last)].seq

    def _words(self, stop: Minute) -> str:
        names = _names(stop.writers, self.authors)
        return f"{moment_words(stop.at)}{f': {names}' if names else ''}"

    def _told(self, sitting: Sitting) -> Told:
        return Told(
            sitting,
            timezone.localtime(sitting.began),
            timezone.localtime(sitting.ended),
            _names(sitting.writers, self.authors),
            tuple(mark for mark in self.marks if sitting.after < mark.seq <= sitting.seq),
        )


def _marks(entries: Iterable[LiveEntry], stops: tuple[Minute, ...]) -> Iterator[Mark]:
    numbers = [stop.seq for stop in stops]
    for entry in entries:
        at = min(bisect_left(numbers, entry.seq), len(stops) - 1)
        x = round(1000 * at / max(len(stops) - 1, 1))
        if not entry.version:
            yield Mark(x, entry.seq, _("an earlier text was taken up again"), "↩")
        elif entry.moment:
            yield Mark(
                x,
                entry.seq,
                _("{version} was issued from here").format(version=entry.version.name),
                f"v{entry.version.number}",
            )
        else:
            yield Mark(
                x,
                entry.seq,
                _("{version} was brought in").format(version=entry.version.name),
                f"v{entry.version.number}",
            )


def _names(writers: Mapping[int, int], authors: Authors) -> str:
    """Who wrote most first."""
    most = sorted(writers, key=lambda user: -writers[user])
    names = [authors.name_of(user) for user in most[:MOST_NAMES]]
    more = len(most) - len(names)
    return listed(
        [*names, ngettext("{n} more", "{n} more", more).format(n=more)] if more else names,
        get_language() or "en",
    )
