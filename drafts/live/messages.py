"""What goes over the wire: the protocol of y-websocket, and two messages of our own.

::

    0 0 <state>     what I have: send me the rest          0 2 <update>    what I just did
    0 1 <update>    the rest you asked for                 1 <presence>    who and where I am
    3               tell me who is here                    100 <count>     so many of your updates are kept
    101             somebody spoke in a discussion         102 <digest>    what the text shows by now

Numbers are of variable length, seven bits a byte, the least first (as lib0 writes them); bytes and strings
come behind their length.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from drafts.formats.shared.lib0 import BadMessageError, Reader

_SYNC, _PRESENCE, _ASK_PRESENCE, _KEPT, _DISCUSSED, _SHOWN = 0, 1, 3, 100, 101, 102
_STEP_1, _STEP_2, _UPDATE = 0, 1, 2
_STEPS: dict[int, Literal["state", "answer", "update"]] = {0: "state", 1: "answer", 2: "update"}

LATEST = 2**40  # moves of one page; who leaves is told of under the next clock, which must be a number, too
MOST_PRESENT = 1000  # people told of in one message; a hall of the United Nations holds fewer
LARGEST_PRESENCE, MOST_NESTED = (
    4_000,
    100,
)  # bytes, and objects or lists; a name and a selection have 500 and 8


@dataclass(frozen=True, slots=True)
class Message:
    """A message as understood: ``answer`` is the update that our own ``state`` asked for.

    ``data`` is the state, the update or the presence in it, else empty.
    """

    kind: Literal["state", "answer", "update", "presence", "ask presence"]
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one client says its person is. ``state`` None: gone."""

    client: int
    clock: int
    state: dict[str, Any] | None


def parse(data: bytes) -> Message:
    """Understand a message from a client.

    Raises:
        BadMessageError: it is none of the above, or it is cut short or too long.
    """
    reader = Reader(data)
    kind = reader.number()
    if kind == _ASK_PRESENCE:
        return Message("ask presence")
    if kind == _PRESENCE:
        return Message("presence", reader.last_bytes())
    if kind != _SYNC:
        raise BadMessageError(f"there is no message {kind}.")
    step = reader.number()
    if step not in _STEPS:
        raise BadMessageError(f"there is no step {step}.")
    return Message(_STEPS[step], reader.last_bytes())


def state(vector: bytes) -> bytes:
    """Ask a client for what it has beyond ``vector``."""
    return _number(_SYNC) + _number(_STEP_1) + _bytes(vector)


def missing(update: bytes) -> bytes:
    """Answer a client's state with what it lacks."""
    return _number(_SYNC) + _number(_STEP_2) + _bytes(update)


def update(data: bytes) -> bytes:
    return _number(_SYNC) + _number(_UPDATE) + _bytes(data)


def kept(count: int) -> bytes:
    """Tell a client how many of its updates, since it came, can no longer be lost."""
    return _number(_KEPT) + _number(count)


def discussed() -> bytes:
    """Tell a client to look at the discussions again."""
    return _number(_DISCUSSED)


def shown(digest: bytes) -> bytes:
    """Tell a client what it should show, in short, where nothing of its own is on the way."""
    return _number(_SHOWN) + _bytes(digest)


def presence(present: Iterable[Presence]) -> bytes:
    return _number(_PRESENCE) + _bytes(presence_bytes(present))


def presence_bytes(present: Iterable[Presence]) -> bytes:
    """What stands in a presence message, as ``parse_presence`` reads it."""
    written = [_number(each.client) + _number(each.clock) + _bytes(_json(each.state)) for each in present]
    return _number(len(written)) + b"".join(written)


def parse_presence(data: bytes) -> list[Presence]:
    """Who a presence message speaks of.

    Raises:
        BadMessageError: as :func:`parse`.
    """
    reader = Reader(data)
    count = reader.number()
    if count > MOST_PRESENT:
        raise BadMessageError(f"nobody is {count} people.")
    return [_one_present(reader) for _ in range(count)]


def _one_present(reader: Reader) -> Presence:
    client, clock = reader.number(), reader.number()
    if clock > LATEST:
        raise BadMessageError("nobody has moved so often.")
    written = reader.stretch()
    if len(written) > LARGEST_PRESENCE or written.count(b"[") + written.count(b"{") > MOST_NESTED:
        raise BadMessageError("a presence is short.")
    try:
        told = json.loads(written)
        _json(told)  # it goes on to everybody: what cannot be written again is refused here
    except (ValueError, RecursionError) as error:
        raise BadMessageError("a presence is written in JSON.") from error
    if told is not None and not isinstance(told, dict):
        raise BadMessageError("a presence is an object or null.")
    return Presence(client, clock, told)


def _json(state: dict[str, Any] | None) -> bytes:
    """As browsers read it: no lone surrogates, no NaN.

    Raises:
        ValueError: there is one in it.
    """
    return json.dumps(state, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _number(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(0x80 | (value & 0x7F))
        value >>= 7
    written.append(value)
    return bytes(written)


def _bytes(data: bytes) -> bytes:
    return _number(len(data)) + data
