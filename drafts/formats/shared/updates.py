"""How far an update of Yjs reaches: which clients wrote in it, and to which of their clocks.

No library tells it of an update that does not begin at a client's first word, so its first encoding is walked
here, item by item (Yjs 13, ``encoding.js`` and ``Item.js``), without building any of it::

    clients { structs, client, clock, struct … } …  clients { client, stretches { clock, length } … } …

A struct is a gap, what was collected as garbage, or an item: where it stands, and a content of some length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from drafts.formats.shared.lib0 import BadMessageError, Reader

_GARBAGE, _SKIP = 0, 10
_LEFT, _RIGHT, _SUB, _CONTENT = 0x80, 0x40, 0x20, 0x1F
_NAMED_TYPES = (3, 5)  # XML elements and hooks bring their names
DEEPEST = 50  # values within values that a page may send


class Reach(NamedTuple):
    """For each client the clock after its last word in an update, and after the last that it deletes."""

    written: dict[int, int]
    deleted: dict[int, int]

    def is_within(self, known: Mapping[int, int]) -> bool:
        """Whether all that the update speaks of is there, where ``known`` says how far each client came."""
        return all(clock <= known.get(client, 0) for side in self for client, clock in side.items())


def reach(update: bytes) -> Reach:
    """How far an update reaches.

    Raises:
        BadMessageError: it is no update.
    """
    reader = Reader(update)
    written: dict[int, int] = {}
    for _ in range(reader.number()):
        count, client, clock = reader.number(), reader.number(), reader.number()
        for _ in range(count):
            clock += _struct(reader)
        written[client] = max(clock, written.get(client, 0))
    found = Reach(written, _deletions(reader))
    if not reader.at_end:
        raise BadMessageError("something follows its end.")
    return found


def clocks(vector: bytes) -> dict[int, int]:
    """How far each client has come, by a state vector of Yjs."""
    reader = Reader(vector)
    return {reader.number(): reader.number() for _ in range(reader.number())}


def _deletions(reader: Reader) -> dict[int, int]:
    deleted: dict[int, int] = {}
    for _ in range(reader.number()):
        client = reader.number()
        ends = [reader.number() + reader.number() for _ in range(reader.number())]
        deleted[client] = max([*ends, deleted.get(client, 0)])
    return deleted


def _struct(reader: Reader) -> int:
    """Walk over one struct; its length in clock ticks."""
    info = reader.byte()
    content = info & _CONTENT
    if content in (_GARBAGE, _SKIP):
        return reader.number()
    if info & _LEFT:
        _id(reader)
    if info & _RIGHT:
        _id(reader)
    if not info & (_LEFT | _RIGHT):
        _parent(reader)
        if info & _SUB:
            reader.stretch()
    if content not in _CONTENTS:
        raise BadMessageError(f"there is no content {content}.")
    return _CONTENTS[content](reader)


def _id(reader: Reader) -> None:
    reader.number()
    reader.number()


def _parent(reader: Reader) -> None:
    if reader.number():
        reader.stretch()
    else:
        _id(reader)


def _json(reader: Reader) -> int:
    count = reader.number()
    for _ in range(count):
        reader.stretch()
    return count


def _string(reader: Reader) -> int:
    """Clocks count UTF-16 units, as JavaScript does."""
    try:
        return len(reader.stretch().decode().encode("utf-16-le")) // 2
    except UnicodeDecodeError as error:
        raise BadMessageError("its words are not UTF-8.") from error


def _one_stretch(reader: Reader) -> int:
    reader.stretch()
    return 1


def _format(reader: Reader) -> int:
    reader.stretch()
    reader.stretch()
    return 1


def _type(reader: Reader) -> int:
    if reader.number() in _NAMED_TYPES:
        reader.stretch()
    return 1


def _values(reader: Reader) -> int:
    count = reader.number()
    for _ in range(count):
        _value(reader)
    return count


def _document(reader: Reader) -> int:
    reader.stretch()
    _value(reader)
    return 1


_CONTENTS: dict[int, Callable[[Reader], int]] = {
    1: Reader.number,  # deleted
    2: _json,
    3: _one_stretch,  # bytes
    4: _string,
    5: _one_stretch,  # embedded
    6: _format,
    7: _type,
    8: _values,
    9: _document,
}
_FIXED = {127: 0, 126: 0, 124: 4, 123: 8, 122: 8, 121: 0, 120: 0}  # bytes after the sign of a value
_INTEGER, _STRING, _OBJECT, _ARRAY, _BYTES = 125, 119, 118, 117, 116


def _value(reader: Reader, depth: int = 0) -> None:
    """Walk over one value as lib0 writes it."""
    sign = reader.byte()
    if depth > DEEPEST:
        raise BadMessageError("a value in it goes too deep.")
    if sign in _FIXED:
        reader.skip(_FIXED[sign])
    elif sign == _INTEGER:
        while reader.byte() & 0x80:
            pass
    elif sign in (_STRING, _BYTES):
        reader.stretch()
    elif sign in (_OBJECT, _ARRAY):
        for _ in range(reader.number()):
            if sign == _OBJECT:
                reader.stretch()
            _value(reader, depth + 1)
    else:
        raise BadMessageError(f"there is no value {sign}.")
