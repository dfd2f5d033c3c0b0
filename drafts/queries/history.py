"""The life of a live text: when somebody wrote, what came whole, and who wrote which words at any moment."""

from __future__ import annotations

import datetime
import json
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from drafts.core.sittings import Minute, Sitting, joined, minutes_of, sittings_of
from drafts.formats.shared import Attributed, Authorship, new_doc
from drafts.models import LiveCheckpoint, LiveEntry, LiveUpdate
from drafts.queries.live import checkpoint_before

UTC = datetime.UTC


class Author(NamedTuple):
    """Whose words they are: those of somebody who typed them, or of a version that brought them in."""

    user: int = 0
    version: int = 0

    def __str__(self) -> str:
        return f"v{self.version}" if self.version else f"u{self.user}"

    @classmethod
    def of(cls, told: str) -> Author:
        number = int(told[1:])
        return cls(version=number) if told[0] == "v" else cls(user=number)


@dataclass(frozen=True)
class History:
    """The whole life of a live text, without its words.

    ``minutes`` are those in which somebody wrote, ``entries`` what came whole; both the first first.
    """

    minutes: tuple[Minute, ...]
    entries: tuple[LiveEntry, ...]

    @property
    def seq(self) -> int:
        """The last update there is."""
        return self.minutes[-1].seq if self.minutes else 0

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        return sittings_of(self.minutes)

    def sitting_at(self, seq: int) -> Sitting | None:
        """The sitting in which an update came."""
        return next((each for each in self.sittings if each.after < seq <= each.seq), None)


def history_of(draft_id: UUID) -> History:
    """Four queries, and time for the updates after the last checkpoint."""
    checkpoints = (
        LiveCheckpoint.objects.filter(draft_id=draft_id).order_by("seq").values_list("seq", "minutes")
    )
    entries = entries_of(draft_id)
    kept = [(seq, minutes) for seq, minutes in checkpoints]
    told = [_minute(row) for _, minutes in kept for row in minutes]
    since = kept[-1][0] if kept else 0
    return History(
        tuple(joined([*told, *minutes_of(written_after(draft_id, since, entries))])), tuple(entries.values())
    )


def entries_of(draft_id: UUID) -> dict[int, LiveEntry]:
    """What came whole, by the number of its update."""
    found = LiveEntry.objects.filter(draft_id=draft_id).select_related("version__created_by").order_by("seq")
    return {entry.seq: entry for entry in found.defer("version__source")}


def written_after(
    draft_id: UUID, seq: int, entries: dict[int, LiveEntry], *, upto: int | None = None
) -> Iterator[tuple[int, datetime.datetime, int | None]]:
    """Each update after ``seq``: its number, its time, and who wrote it; nobody, where it came whole."""
    found = LiveUpdate.objects.filter(draft_id=draft_id, seq__gt=seq).order_by("seq")
    if upto is not None:
        found = found.filter(seq__lte=upto)
    for number, at, user in found.values_list("seq", "at", "user_id"):
        yield number, at, None if number in entries else user


def moment_of(draft_id: UUID, seq: int) -> datetime.datetime | None:
    """When an update came; None where there is none of this number."""
    return LiveUpdate.objects.filter(draft_id=draft_id, seq=seq).values_list("at", flat=True).first()


def authorship_at(draft_id: UUID, seq: int) -> Authorship:
    """Who had written which words when update ``seq`` had come."""
    checkpoint = checkpoint_before(draft_id, seq, "doc", "authors")
    authorship = opened(checkpoint) if checkpoint else Authorship()
    grow(authorship, draft_id, checkpoint.seq if checkpoint else 0, seq)
    return authorship


def opened(checkpoint: LiveCheckpoint) -> Authorship:
    """What a checkpoint keeps."""
    doc = new_doc()
    doc.apply_update(zlib.decompress(checkpoint.doc))
    return Authorship(doc, json.loads(zlib.decompress(checkpoint.authors)))


def grow(
    authorship: Authorship,
    draft_id: UUID,
    after: int,
    upto: int,
    known: dict[int, Attributed] | None = None,
    stops: Collection[int] = (),
) -> None:
    """Bring an authorship from the place ``after`` in the log to ``upto``.

    A text taken up again has the authors that it had before. ``known`` collects what is needed for that, with
    what stood at ``stops``: no stretch of the log is gone through anew each time something was taken up.
    """
    known = {} if known is None else known
    entries = entries_of(draft_id)
    wanted = {entry.moment for seq, entry in entries.items() if after < seq <= upto and _takes_up(entry)}
    _look_back(draft_id, {seq for seq in wanted if seq and seq < after and seq not in known}, known)
    rows = LiveUpdate.objects.filter(draft_id=draft_id, seq__gt=after, seq__lte=upto).order_by("seq")
    if after in wanted:
        known[after] = authorship.attributed
    for seq, data, user in rows.values_list("seq", "data", "user_id").iterator():
        entry = entries.get(seq)
        version = entry.version if entry else None
        earlier = known[entry.moment] if entry and entry.moment and _takes_up(entry) else None
        author = Author(version=version.number) if version else Author(user=user)
        authorship.apply(bytes(data), str(author), as_in=earlier)
        if seq in wanted or seq in stops:
            known[seq] = authorship.attributed


def _takes_up(entry: LiveEntry) -> bool:
    return bool(entry.moment and not entry.version)


def _look_back(draft_id: UUID, moments: Collection[int], known: dict[int, Attributed]) -> None:
    """What stood at moments before a checkpoint: each stretch between two is gone through once."""
    by_checkpoint: dict[int, list[int]] = {}
    for seq in sorted(moments):
        checkpoint = checkpoint_before(draft_id, seq)
        by_checkpoint.setdefault(checkpoint.seq if checkpoint else 0, []).append(seq)
    for seq, stops in by_checkpoint.items():
        checkpoint = checkpoint_before(draft_id, seq, "doc", "authors") if seq else None
        authorship = opened(checkpoint) if checkpoint else Authorship()
        if seq in stops:
            known[seq] = authorship.attributed
        grow(authorship, draft_id, seq, stops[-1], known, stops)


def _minute(row: tuple[int, int, dict[str, int]]) -> Minute:
    seq, seconds, writers = row
    at = datetime.datetime.fromtimestamp(seconds, UTC)
    return Minute(seq, at, {int(user): count for user, count in writers.items()})
