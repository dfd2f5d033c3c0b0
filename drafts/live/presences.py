"""Who is in a room and where, at this process and at others of ours. Pure, as the room itself."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from drafts.live.messages import Presence

MOST_CLIENTS = 4  # of one page: it has one, and a new one after some reloads of its document


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


class Presences:
    """The people of one room."""

    def __init__(self) -> None:
        self._here: dict[int, Member] = {}
        self._moved: dict[int, tuple[Member, Presence]] = {}
        self._untold: dict[int, Presence] = {}  # what other processes are to be told
        self._elsewhere = Elsewhere()

    @property
    def has_moved(self) -> bool:
        """Whether somebody's presence waits to be told by ``moved``."""
        return bool(self._moved)

    @property
    def everybody(self) -> list[Presence]:
        here = [member.clients[client] for client, member in self._here.items()]
        return [*here, *self._elsewhere.people]

    def take(self, member: Member, told: Iterable[Presence]) -> None:
        """Note where a member's clients are; what it says of anybody else's is left out."""
        for each in told:
            if self._here.get(each.client, member) is not member:
                continue
            if self._elsewhere.user_of(each.client) not in (None, member.user):
                continue
            known = each.client in member.clients
            if each.state is None and known:
                del member.clients[each.client], self._here[each.client]
                self._note(member, each)
            elif each.state is not None and (known or len(member.clients) < MOST_CLIENTS):
                signed = replace(each, state={**each.state, "user": member.who})
                member.clients[each.client] = signed
                self._here[each.client] = member
                self._elsewhere.forget(each.client)
                self._note(member, signed)

    def leave(self, member: Member) -> list[Presence]:
        """Somebody is gone: what the others are to be told."""
        gone = [Presence(each.client, each.clock + 1, None) for each in member.clients.values()]
        for each in gone:
            self._here.pop(each.client, None)
            self._moved.pop(each.client, None)
            self._untold[each.client] = each
        return gone

    def moved(self) -> tuple[set[Member], list[Presence]]:
        """Who has moved since this was last asked, and where to: the last place of each."""
        moved, self._moved = list(self._moved.values()), {}
        return {mover for mover, _ in moved}, [presence for _, presence in moved]

    def untold(self) -> list[Presence]:
        """Who here has come, moved or gone since this was last asked, for other processes."""
        untold, self._untold = list(self._untold.values()), {}
        return untold

    def retell(self) -> None:
        """Let ``untold`` give everybody who is here."""
        self._untold.update({client: member.clients[client] for client, member in self._here.items()})

    def user_of(self, client: int) -> int | None:
        """Who is present under a client, here or elsewhere."""
        here = self._here.get(client)
        return here.user if here else self._elsewhere.user_of(client)

    def told_elsewhere(self, process: str, people: Iterable[Presence]) -> list[Presence]:
        """What another process tells of its people; what of it is news to the pages here."""
        return self._elsewhere.told(process, people, self._here)

    def put_back(self, told: Iterable[Presence]) -> None:
        """What ``untold`` gave could not be told: let it be told with what has come since."""
        for each in told:
            self._untold.setdefault(each.client, each)

    def doubt_elsewhere(self) -> None:
        """What other processes told may have been missed: who is not told of again is taken as gone."""
        self._elsewhere.doubt()

    def unconfirmed_elsewhere(self) -> list[Presence]:
        """Nobody has told again of these since: what the pages here are to be told."""
        return self._elsewhere.unconfirmed()

    def lost_elsewhere(self, process: str) -> list[Presence]:
        """Another process is gone: what the pages here are to be told."""
        return self._elsewhere.lost(process)

    def _note(self, member: Member, presence: Presence) -> None:
        self._moved[presence.client] = member, presence
        self._untold[presence.client] = presence


class Elsewhere:
    """The people of one draft who are at other processes, each known by its name."""

    def __init__(self) -> None:
        self._present: dict[int, tuple[str, Presence]] = {}
        self._doubted: set[int] = set()

    @property
    def people(self) -> list[Presence]:
        return [presence for _, presence in self._present.values()]

    def user_of(self, client: int) -> int | None:
        """Whose client it is, if it is one there."""
        found = self._present.get(client)
        user = found and found[1].state and found[1].state.get("user")
        return user.get("id") if isinstance(user, dict) else None

    def forget(self, client: int) -> None:
        """A page that was there is here now: what is still told of it there is over."""
        self._present.pop(client, None)

    def told(self, process: str, people: Iterable[Presence], here: Container[int]) -> list[Presence]:
        """Note what a process tells of its people; what of it is news to the pages here."""
        news = []
        for each in people:
            self._doubted.discard(each.client)
            known = self._present.get(each.client)
            if each.client in here or (each.state is None and (known is None or known[0] != process)):
                continue
            if each.state is None:
                del self._present[each.client]
            else:
                self._present[each.client] = process, each
            news.append(each)
        return news

    def doubt(self) -> None:
        self._doubted = set(self._present)

    def unconfirmed(self) -> list[Presence]:
        """Those who were in doubt and have not been told of again."""
        doubted, self._doubted = self._doubted, set()
        return self._gone(self._present[client][1] for client in doubted & self._present.keys())

    def lost(self, process: str) -> list[Presence]:
        """A process is gone, and its people with it until they come back somewhere."""
        return self._gone([each for name, each in self._present.values() if name == process])

    def _gone(self, people: Iterable[Presence]) -> list[Presence]:
        gone = list(people)
        for each in gone:
            del self._present[each.client]
        return [Presence(each.client, each.clock + 1, None) for each in gone]
