"""One draft's room: who is in it, the document they share, and what happens when one of them says something.

Pure: bytes in, letters out; no clock, no network, no database. Whoever runs the room keeps to this order:

::

    receive(update)   applied to the room's document, and waiting
    batch()           what waits, one update a person, to be kept
    …kept…            by the store, in one transaction
    committed(batch)  letters to the others with what is new, and to its authors how many of theirs are safe

So nobody sees as saved what a fall of the machine could take back, and nobody sees another's words before
they are safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pycrdt import Doc, merge_updates

from drafts.core.errors import RapporteurError
from drafts.live import messages
from drafts.live.messages import BadMessageError, Presence
from drafts.live.updates import reach

LARGEST_UPDATE = 2_000_000  # bytes; a report of 500,000 signs pasted whole is some 1 MB
MOST_CLIENTS = 4  # of one page: it has one, and a new one after some reloads of its document
LARGEST_TEXT = (
    20_000_000  # bytes of a document with its whole past; 100,000 edits of a long draft have some 5
)


class RefusedError(RapporteurError):
    """What a member sent is not taken, and the connection ends: ``code`` is the reason on the wire."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        super().__init__(reason)


# Codes from 4400 to 4499 tell a client not to come back by itself.
BAD_MESSAGE, SIGNED_OUT, NOT_ALLOWED, NO_SUCH_DRAFT, TOO_LARGE, TOO_MUCH = 4400, 4401, 4403, 4404, 4413, 4429


@dataclass(eq=False)
class Member:
    """One open page. ``who`` is shown to others; ``user`` owns what it writes.

    ``sent`` counts the updates it has sent since it came, ``safe`` how many of them are kept.
    """

    user: int
    who: dict[str, Any]
    may_write: bool
    clients: dict[int, Presence] = field(default_factory=dict)
    sent: int = 0
    safe: int = 0


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
    def __init__(self, doc: Doc[Any]) -> None:
        self.doc = doc
        self.members: set[Member] = set()
        self._waiting: list[Waiting] = []
        self._owners: dict[int, int] = {}
        self._size = len(doc.get_update())
        self._effects: list[bytes] = []
        self._observing = doc.observe(lambda event: self._effects.append(event.update))

    @property
    def is_idle(self) -> bool:
        return not self.members and not self._waiting

    @property
    def backlog(self) -> int:
        """How many updates wait to be kept."""
        return len(self._waiting)

    def join(self, member: Member) -> list[Letter]:
        """Ask the newcomer for what it has written while away, and tell it who is here."""
        self.members.add(member)
        here = [each for other in self.members for each in other.clients.values()]
        greeting = [Letter(member, messages.state(self.doc.get_state()))]
        return [*greeting, Letter(member, messages.presence(here))] if here else greeting

    def leave(self, member: Member) -> list[Letter]:
        """Tell the others that somebody is gone. What it sent and is not yet kept stays to be kept."""
        self.members.discard(member)
        gone = [Presence(each.client, each.clock + 1, None) for each in member.clients.values()]
        return list(self._to_others(member, messages.presence(gone))) if gone else []

    def receive(self, member: Member, data: bytes) -> list[Letter]:
        """Take one message.

        Raises:
            RefusedError: it is malformed, too large, or not this member's to send. The room is as it was.
        """
        try:
            message = messages.parse(data)
            if message.kind == "presence":
                return self._presence(member, messages.parse_presence(message.data))
        except BadMessageError as error:
            raise RefusedError(BAD_MESSAGE, f"That message makes no sense: {error}") from error
        if message.kind == "state":
            return [Letter(member, messages.missing(self._missing(message.data)))]
        if message.kind in ("answer", "update"):
            self._update(member, message.data, asked=message.kind == "answer")
            return []
        here = [each for other in self.members for each in other.clients.values()]
        return [Letter(member, messages.presence(here))]

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
        """What was gathered is kept: hand it on, and acknowledge it."""
        del self._waiting[: sum(count for _, count in batch.counts)]
        authors = dict(batch.counts)
        alone = next(iter(authors)) if len(authors) == 1 else None
        readers = self.members - {alone} if batch.whole else ()
        letters = [Letter(each, messages.update(batch.whole)) for each in readers]
        for author, count in authors.items():
            author.safe += count
            if author in self.members:
                letters.append(Letter(author, messages.kept(author.safe)))
        return letters

    def arrived(self, update: bytes) -> list[Letter]:
        """Take in what another process of ours has kept for this draft, and hand it on."""
        self._effects.clear()
        self.doc.apply_update(update)
        return [Letter(each, messages.update(effect)) for effect in self._effects for each in self.members]

    def _missing(self, vector: bytes) -> bytes:
        try:
            messages.clocks(vector)
            return self.doc.get_update(vector)
        except (BadMessageError, ValueError) as error:
            raise RefusedError(BAD_MESSAGE, f"That state makes no sense: {error}") from error

    def _update(self, member: Member, update: bytes, *, asked: bool) -> None:
        if len(update) > LARGEST_UPDATE:
            raise RefusedError(TOO_LARGE, f"More than {LARGEST_UPDATE / 1e6:.0f} MB cannot be sent at once.")
        try:
            reached = reach(update)
        except BadMessageError as error:
            raise RefusedError(BAD_MESSAGE, f"That is no update: {error}") from error
        known = messages.clocks(self.doc.get_state())
        fresh = [client for client, clock in reached.items() if clock > known.get(client, 0)]
        if member.may_write:
            effect = self._taken(member, update, fresh)
        elif fresh or not asked:
            raise RefusedError(NOT_ALLOWED, "You may read this text and not write in it.")
        else:
            effect = b""  # a reader's page answers too, with deletions that all have had long since
        member.sent += 1
        self._waiting.append(Waiting(member, effect))

    def _taken(self, member: Member, update: bytes, fresh: list[int]) -> bytes:
        """Apply an update; what it changed, as an update, or empty where all of it was known."""
        if self._size + len(update) > LARGEST_TEXT:
            raise RefusedError(TOO_LARGE, "This text has grown too large to be written on.")
        if any(self._owners.get(client, member.user) != member.user for client in fresh):
            raise RefusedError(NOT_ALLOWED, "That update is signed by somebody else.")
        self._effects.clear()
        try:
            self.doc.apply_update(update)
        except ValueError as error:
            raise RefusedError(BAD_MESSAGE, f"That is no update: {error}") from error
        self._owners.update(dict.fromkeys(fresh, member.user))
        # What waits for words that have not come yet changes nothing so far, and is kept all the same.
        effect = self._effects[-1] if self._effects else update if fresh else b""
        self._size += len(effect)
        return effect

    def _presence(self, member: Member, present: list[Presence]) -> list[Letter]:
        """Note where a member's clients are; what it says of anybody else's is left out."""
        others = {client for each in self.members if each is not member for client in each.clients}
        own = [self._signed(member, each) for each in present if each.client not in others]
        for each in own:
            if each.state is None:
                member.clients.pop(each.client, None)
            elif len(member.clients) < MOST_CLIENTS or each.client in member.clients:
                member.clients[each.client] = each
        return list(self._to_others(member, messages.presence(own))) if own else []

    def _signed(self, member: Member, present: Presence) -> Presence:
        """With the name that we know, whatever the client calls itself."""
        if present.state is None:
            return present
        return replace(present, state={**present.state, "user": member.who})

    def _to_others(self, member: Member, data: bytes) -> Iterator[Letter]:
        return (Letter(each, data) for each in self.members if each is not member)


def merged(updates: Sequence[bytes]) -> bytes:
    """Several updates as one; of none, nothing."""
    if len(updates) < 2:
        return b"".join(updates)
    return merge_updates(*updates)
