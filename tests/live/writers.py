"""People who write without pause, come back when they are cut off, and remember what was called saved."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from pycrdt import Doc, Map, Text
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from drafts.formats.shared import new_doc
from drafts.live import messages

AGAIN = 0.05  # seconds after which somebody who was cut off comes back
PACE = (0.01, 0.05)  # seconds between two deeds, at least and at most


class Writer:
    """One person: writes a numbered word in a paragraph of their own or in the first of all, which is there
    already, takes one out again, counts up a number of their own.

    ``safe`` and ``removed`` are the words, put in and taken out, that the server has acknowledged.
    """

    def __init__(
        self,
        name: str,
        draft: UUID,
        cookie: str,
        addresses: Sequence[str],
        seed: str,
        pace: tuple[float, float] = PACE,
    ) -> None:
        self.name, self.draft, self._cookie, self._addresses = name, draft, cookie, list(addresses)
        self._pace = pace
        self.chance = random.Random(f"{seed} {name}")
        self.doc = new_doc()
        self.typing = False
        self.safe: set[str] = set()
        self.removed: set[str] = set()
        self.safe_count = 0
        self.codes: list[int] = []
        self.sent = self.kept = 0
        self.synced = asyncio.Event()
        self.people: dict[int, messages.Presence] = {}  # the last that was told of each client
        self._socket: ClientConnection | None = None
        self._number = 0
        self._unsafe: list[tuple[str, str]] = []  # deeds that were not acknowledged, oldest first
        self._sent_deeds: list[tuple[int, int]] = []  # after which message how many of these are
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        self._tasks = [asyncio.create_task(self._stay()), asyncio.create_task(self._write())]

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._socket:
            await self._socket.close()

    @property
    def waits(self) -> bool:
        """Whether something is not acknowledged, or the page is not connected."""
        return bool(self._unsafe) or not self.synced.is_set()

    @property
    def due(self) -> set[str]:
        """The words that must be there whatever happens; nobody but this person takes them out."""
        return self.safe - self.removed - {word for _, word in self._unsafe}

    @property
    def words(self) -> list[str]:
        """Their own words on their own page, saved or not."""
        return re.findall(rf"<{self.name}\.\d+>", words_of(self.doc))

    def turn_to(self, addresses: Sequence[str]) -> None:
        self._addresses = list(addresses)

    async def stand(self, caret: str) -> None:
        """Tell where one's caret is."""
        assert self._socket
        await self._socket.send(
            messages.presence([messages.Presence(self.doc.client_id, 1, {"caret": caret})])
        )

    async def _stay(self) -> None:
        while True:
            # A server that is not there, or goes while it is greeted, is tried again; all else is a fault.
            with contextlib.suppress(OSError, ConnectionClosed, InvalidHandshake, TimeoutError):
                await self._be_connected(self._addresses[0])
            self.synced.clear()
            self._socket = None
            self._addresses.append(self._addresses.pop(0))
            await asyncio.sleep(AGAIN)

    async def _be_connected(self, address: str) -> None:
        self.sent = self.kept = 0
        self._sent_deeds = []
        headers = {"Cookie": self._cookie}
        place = f"ws://{address}/live/{self.draft}/"
        async with connect(
            place,
            origin=f"http://{address}",
            additional_headers=headers,
            compression=None,
            max_size=None,
            proxy=None,
        ) as socket:
            await socket.send(messages.state(self.doc.get_state()))
            try:
                async for data in socket:
                    await self._heard(socket, bytes(data))
            finally:
                self.codes.append(socket.close_code or 0)

    async def _heard(self, socket: ClientConnection, data: bytes) -> None:
        if data[0] == 100:
            self._acknowledged(messages.Reader(data[1:]).number())
        elif data[0] == 1:
            told = messages.parse_presence(messages.parse(data).data)
            self.people |= {each.client: each for each in told}
        elif data[0] == 0 and data[1] == 0:  # what the server has: here is the rest
            self._socket = socket
            await self._send(messages.missing(self.doc.get_update(messages.parse(data).data)))
        elif data[0] == 0:
            self.doc.apply_update(messages.parse(data).data)
            if data[1] == 1:
                self.synced.set()

    def _acknowledged(self, count: int) -> None:
        assert self.kept <= count <= self.sent
        self.kept = count
        done = max((deeds for after, deeds in self._sent_deeds if after <= count), default=0)
        for deed, word in self._unsafe[:done]:
            {"put": self.safe, "take": self.removed}.get(deed, set()).add(word)
            if deed == "count":
                self.safe_count = int(word)
        del self._unsafe[:done]
        self._sent_deeds = [(after, deeds - done) for after, deeds in self._sent_deeds if after > count]

    async def _write(self) -> None:
        while True:
            await asyncio.sleep(self.chance.uniform(*self._pace))
            if not (self.typing and len(self.doc["paragraphs"])):
                continue
            done: list[bytes] = []
            watching = self.doc.observe(lambda event, done=done: done.append(event.update))
            with self.doc.transaction():
                self._deed()
            self.doc.unobserve(watching)
            if self._socket:  # a line that breaks under it is noticed by who reads
                with contextlib.suppress(ConnectionClosed):
                    await self._send(messages.update(done[-1]))

    async def _send(self, data: bytes) -> None:
        assert self._socket
        self.sent += 1
        self._sent_deeds.append((self.sent, len(self._unsafe)))
        await self._socket.send(data)

    def _deed(self) -> None:
        self._number += 1
        mine = f"<{self.name}.{self._number}>"
        known = self.due
        if known and self.chance.random() < 0.15:
            self._take_out(self.chance.choice(sorted(known)))
        elif self.chance.random() < 0.2:
            self.doc["notes"][self.name] = self._number
            self._unsafe.append(("count", str(self._number)))
        else:
            text = self._text(self.chance.choice([self.name, self._first()]))
            text.insert(self.chance.choice([0, len(text)]), mine)  # never within a word
            self._unsafe.append(("put", mine))

    def _take_out(self, word: str) -> None:
        for record in self.doc["paragraphs"].values():
            before, found, _ = str(record["text"]).partition(word)
            if found:
                at = len(before.encode())
                del record["text"][at : at + len(word)]
                self._unsafe.append(("take", word))

    def _first(self) -> str:
        """The first paragraph of those without calls of notes, which ``str`` leaves out of a text."""
        texts = {key: record["text"] for key, record in self.doc["paragraphs"].items()}
        return min(key for key, text in texts.items() if len(text) == len(str(text).encode()))

    def _text(self, key: str) -> Text:
        paragraphs = self.doc["paragraphs"]
        if key not in paragraphs:
            paragraphs[key] = Map(
                {"kind": "operative", "level": 1, "position": "a1", "text": Text(), "gone": None}
            )
        return paragraphs[key]["text"]


def words_of(doc: Doc[Any]) -> str:
    """All that stands in any paragraph, in no order."""
    return "\n".join(str(record["text"]) for _, record in sorted(doc["paragraphs"].items()))
