"""One draft's room: who is in it, the document they share, and what happens when one of them says something.

Pure: bytes in, letters out; no clock, no network, no database. Whoever runs the room keeps to this order:

::

    receive(update)   applied to the room's document, and waiting
    batch()           what waits, one update a person, to be kept
    …kept…            by the store, in one transaction
    committed(batch)  letters to the others with what is new, and to its authors how many of theirs are safe

So nobody sees as saved what a fall of the machine could take back, and nobody sees another's words before
they are safe: who asks for the text while something waits gets the answer with its acknowledgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pycrdt import Doc, merge_updates

from drafts.core.worded import worded
from drafts.formats.shared.lib0 import BadMessageError
from drafts.formats.shared.updates import clocks, reach
from drafts.live import messages
from drafts.live.messages import Presence
from drafts.live.presences import Member, Presences
from drafts.live.refusals import BAD_MESSAGE, COME_BACK, NOT_ALLOWED, TOO_LARGE, RefusedError

LARGEST_UPDATE = 2_000_000  # bytes; a report of 500,000 signs pasted whole is some 1 MB
LARGEST_TEXT = (
    20_000_000  # bytes of a document with its whole past; 100,000 edits of a long draft have some 5
)


class Letter(NamedTuple):
    to: Member
    data: bytes


class Waiting(NamedTuple):
    author: Member
    update: bytes


class Batch(NamedTuple):
    """What is to be kept at one stroke: an update for each person, and all as one for those who read."""

    updates: tuple[tuple[int, bytes], ...]
    whole: bytes
    counts: tuple[tuple[Member, int], ...]


class Room:
    """``owners`` says whose client each is that has written in ``doc`` so far.

    ``spoiled`` is set by an update that broke off half way through; ``renew`` mends it.
    """

    def __init__(self, doc: Doc[Any], owners: Mapping[int, int] | None = None) -> None:
        self.members: set[Member] = set()
        self._waiting: list[Waiting] = []
        self._held: list[tuple[int, Letter]] = []  # answers, and how many of what waits must be kept before
        self.presences = Presences()
        self._effects: list[bytes] = []
        self._use(doc, owners or {})

    def _use(self, doc: Doc[Any], owners: Mapping[int, int]) -> None:
        self.doc, self.owners = doc, dict(owners)
        self._known = clocks(doc.get_state())
        self._size = len(doc.get_update())
        self._observing = doc.observe(lambda event: self._effects.append(event.update))
        self._digest = b""  # of what the text shows, until it changes
        self.spoiled = False

    @property
    def backlog(self) -> int:
        """How many updates wait to be kept."""
        return len(self._waiting)

    def join(self, member: Member) -> list[Letter]:
        """Ask the newcomer for what it has written while away, and tell it who is here."""
        self.members.add(member)
        greeting = [Letter(member, messages.state(self.doc.get_state()))]
        return [*greeting, Letter(member, self._everybody())] if self.presences.everybody else greeting

    def leave(self, member: Member) -> list[Letter]:
        """Tell the others that somebody is gone. What it sent and is not yet kept stays to be kept."""
        self.members.discard(member)
        return self._told(self.members, self.presences.leave(member))

    def receive(self, member: Member, data: bytes) -> list[Letter]:
        """Take one message.

        Raises:
            RefusedError: it is malformed, too large, or not this member's to send. Nothing of it is kept.
        """
        try:
            message = messages.parse(data)
            if message.kind == "presence":
                self.presences.take(member, messages.parse_presence(message.data))
                return []
        except BadMessageError as error:
            raise RefusedError(
                BAD_MESSAGE, worded("That message makes no sense: {error}", error=error)
            ) from error
        if message.kind == "state":
            return self._answer(Letter(member, messages.missing(self._missing(message.data))))
        if message.kind in ("answer", "update"):
            self._update(member, message.data, asked=message.kind == "answer")
            return []
        return [Letter(member, self._everybody())]

    def tell_places(self) -> list[Letter]:
        """Where people are who have moved since this was last asked: the last place of each, at once."""
        movers, moved = self.presences.moved()
        # One message for everybody: to write each of a hundred movers one without their own takes a hundred
        # times as long, and a page knows its own place better.
        return self._told(self.members - movers if len(movers) == 1 else self.members, moved)

    def told_elsewhere(self, process: str, people: Iterable[Presence]) -> list[Letter]:
        """Another process of ours tells where its people are."""
        return self._told(self.members, self.presences.told_elsewhere(process, people))

    def lost_elsewhere(self, process: str) -> list[Letter]:
        """Another process of ours is gone, and its people with it."""
        return self._told(self.members, self.presences.lost_elsewhere(process))

    def unconfirmed_elsewhere(self) -> list[Letter]:
        """Of these nobody has told again since something may have been missed."""
        return self._told(self.members, self.presences.unconfirmed_elsewhere())

    def batch(self) -> Batch | None:
        """Everything that waits, gathered; it waits on until ``committed``."""
        if not self._waiting:
            return None
        by_user: dict[int, list[bytes]] = {}
        counts: dict[Member, int] = {}
        for author, update in self._waiting:
            counts[author] = counts.get(author, 0) + 1
            if update:
                by_user.setdefault(author.user, []).append(update)
        updates = tuple((user, merged(each)) for user, each in by_user.items())
        whole = merged([update for _, update in updates])
        return Batch(updates, whole, tuple(counts.items()))

    def committed(self, batch: Batch) -> list[Letter]:
        """What was gathered is kept: hand it on, acknowledge it, and answer who asked after it."""
        count = sum(count for _, count in batch.counts)
        del self._waiting[:count]
        authors = dict(batch.counts)
        alone = next(iter(authors)) if len(authors) == 1 else None
        letters = _to(self.members - {alone}, messages.update(batch.whole)) if batch.whole else []
        for author, safe in authors.items():
            author.safe += safe
            if author in self.members:
                letters.append(Letter(author, messages.kept(author.safe)))
                if self._digest:  # nothing has changed by it: it has just come
                    letters.append(Letter(author, messages.shown(self._digest)))
        letters += [letter for after, letter in self._held if after <= count]
        self._held = [(after - count, letter) for after, letter in self._held if after > count]
        return letters

    def arrived(self, user: int, update: bytes) -> list[Letter]:
        """Take in what another process of ours has kept for this draft, and hand it on."""
        self._own(user, reach(update).written)
        effects = self._apply(update)
        return [letter for effect in effects for letter in self.handed_on(effect)]

    def settled(self, digest: bytes) -> list[Letter]:
        """Tell everybody what the text shows, and, until it changes, whoever comes."""
        if self._waiting:
            return []
        self._digest = digest
        return _to(self.members, messages.shown(digest))

    def handed_on(self, update: bytes) -> list[Letter]:
        """What is kept, to everybody."""
        return _to(self.members, messages.update(update))

    def renew(self, doc: Doc[Any], owners: Mapping[int, int]) -> None:
        """Go on with the document as it is kept, and with what waits to be."""
        self._use(doc, owners)
        for author, update in self._waiting:
            if update:
                self._own(author.user, reach(update).written)
                self._apply(update)

    def _everybody(self) -> bytes:
        return messages.presence(self.presences.everybody)

    def _told(self, readers: Iterable[Member], people: Sequence[Presence]) -> list[Letter]:
        return _to(readers, messages.presence(people)) if people else []

    def _answer(self, letter: Letter) -> list[Letter]:
        """At once, unless it tells of something that is not safe yet."""
        if not self._waiting:
            return [letter]
        self._held.append((len(self._waiting), letter))
        return []

    def _missing(self, vector: bytes) -> bytes:
        if self.spoiled:
            raise RefusedError(COME_BACK, worded("This text is being put in order."))
        try:
            clocks(vector)
            return self.doc.get_update(vector)
        except (BadMessageError, ValueError) as error:
            raise RefusedError(
                BAD_MESSAGE, worded("That state makes no sense: {error}", error=error)
            ) from error

    def _update(self, member: Member, update: bytes, *, asked: bool) -> None:
        if len(update) > LARGEST_UPDATE:
            raise RefusedError(
                TOO_LARGE,
                worded("More than {most} MB cannot be sent at once.", most=f"{LARGEST_UPDATE / 1e6:.0f}"),
            )
        try:
            reached = reach(update)
        except BadMessageError as error:
            raise RefusedError(BAD_MESSAGE, worded("That is no update: {error}", error=error)) from error
        fresh = {
            client: clock for client, clock in reached.written.items() if clock > self._known.get(client, 0)
        }
        if member.may_write:
            self._check_owners(member, fresh)
            effect = self._taken(update)
            self._own(member.user, fresh)
            if not reached.is_within(self._known):
                # What waits for words that have not come yet is in no effect, and is kept all the same.
                effect = merged([effect, update] if effect else [update])
        elif fresh or not asked:
            raise RefusedError(NOT_ALLOWED, worded("You may read this text and not write in it."))
        else:
            effect = b""  # a reader's page answers too, with deletions that all have had long since
        member.sent += 1
        self._waiting.append(Waiting(member, effect))

    def _check_owners(self, member: Member, fresh: Mapping[int, int]) -> None:
        """A client belongs to who wrote first under it, or is present under it."""
        for client in fresh:
            owner = self.owners.get(client)
            if owner is None:
                owner = self.presences.user_of(client)
            if owner not in (None, member.user):
                raise RefusedError(NOT_ALLOWED, worded("That update is signed by somebody else."))

    def _own(self, user: int, clients: Mapping[int, int]) -> None:
        for client in clients:
            self.owners.setdefault(client, user)

    def _taken(self, update: bytes) -> bytes:
        """Apply an update; what it changed, as an update, or empty where all of it was known."""
        if self._size + len(update) > LARGEST_TEXT:
            raise RefusedError(TOO_LARGE, worded("This text has grown too large to be written on."))
        try:
            return merged(self._apply(update))
        except ValueError as error:
            raise RefusedError(BAD_MESSAGE, worded("That is no update: {error}", error=error)) from error
        except RuntimeError as error:  # found out by pycrdt only when a part of it was in
            self.spoiled = True
            raise RefusedError(
                BAD_MESSAGE, worded("That update contradicts itself: {error}", error=error)
            ) from error

    def _apply(self, update: bytes) -> list[bytes]:
        """Apply an update, and see what it changes."""
        self._effects.clear()
        self.doc.apply_update(update)
        for effect in self._effects:
            self._digest = b""
            self._known.update(reach(effect).written)
            self._size += len(effect)
        return list(self._effects)


def _to(members: Iterable[Member], data: bytes) -> list[Letter]:
    return [Letter(each, data) for each in members]


def merged(updates: Sequence[bytes]) -> bytes:
    """Several updates as one; of none, nothing."""
    if len(updates) < 2:
        return b"".join(updates)
    return merge_updates(*updates)
