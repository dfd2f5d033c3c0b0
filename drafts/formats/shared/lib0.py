"""Bytes as lib0 writes them: numbers of variable length, and stretches behind their length.

A number takes seven bits a byte, the least first; the eighth says that more come.
"""

from __future__ import annotations

from drafts.core.errors import RapporteurError

HIGHEST = 2**53 - 1  # numbers beyond are none that a browser can hold


class BadMessageError(RapporteurError):
    """Bytes that no well-meant client sends."""


class Reader:
    """Numbers and stretches of bytes, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    @property
    def at_end(self) -> bool:
        return self._at == len(self._data)

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if value > HIGHEST:
                raise BadMessageError("a number in it is too large.")
            if byte < 0x80:
                return value
            shift += 7

    def byte(self) -> int:
        self.skip(1)
        return self._data[self._at - 1]

    def skip(self, length: int) -> None:
        self._at += length
        if self._at > len(self._data):
            raise BadMessageError("it is cut short.")

    def stretch(self) -> bytes:
        length = self.number()
        self.skip(length)
        return self._data[self._at - length : self._at]

    def last_bytes(self) -> bytes:
        """The bytes with which the message ends."""
        found = self.stretch()
        if not self.at_end:
            raise BadMessageError("something follows its end.")
        return found
