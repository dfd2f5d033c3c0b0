"""Points in a draft's life that can be compared: a moment of its live text, the text now, a version."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from drafts.core.document import Resolution
from drafts.core.errors import NoSuchMomentError
from drafts.core.worded import Moment, worded
from drafts.models import Draft, Version
from drafts.queries.history import History, moment_of
from drafts.queries.live import doc_at, live_resolution
from drafts.queries.versions import whole

NOW = "now"


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of the live text, or a version. ``key`` names it in addresses: ``417``, ``v2``, ``now``."""

    key: str
    at: datetime.datetime
    draft: Draft
    seq: int = 0
    version: Version | None = None

    @property
    def words(self) -> str:
        if self.version:
            return self.version.name
        return worded("the text now") if self.key == NOW else moment_words(self.at)

    @property
    def exact(self) -> str:
        """To the second, to be told from another of the same minute."""
        return f"{timezone.localtime(self.at):%-d %B %Y, %H:%M:%S}"

    def resolution(self) -> Resolution:
        """What the text said then."""
        if self.version:
            return self.version.resolution()
        return live_resolution(self.draft, doc_at(self.draft.pk, self.seq))


def point(draft: Draft, history: History, key: str) -> Point:
    """The point of a name.

    Raises:
        NoSuchMomentError: there is none.
    """
    if key == NOW:
        return moment(draft, history.seq, key=NOW)
    number = key.removeprefix("v")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        raise NoSuchMomentError(key)
    if key == number:
        return moment(draft, int(number))
    version = whole(draft.versions.filter(number=int(number))).first()
    if version is None:
        raise NoSuchMomentError(key)
    return Point(key, version.created_at, draft, version=version)


def moment(draft: Draft, seq: int, *, key: str = "") -> Point:
    """The moment when an update had come.

    Raises:
        NoSuchMomentError: there is no update of this number.
    """
    at = moment_of(draft.pk, seq)
    if at is None:
        raise NoSuchMomentError(str(seq))
    return Point(key or str(seq), at, draft, seq)


def moment_words(at: datetime.datetime) -> str:
    """``24 November 2026, 14:03``."""
    return Moment(timezone.localtime(at))
