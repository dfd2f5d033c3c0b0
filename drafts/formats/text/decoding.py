"""The bytes of a text file into text."""

from __future__ import annotations

import codecs

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.signatures import signature_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A text has none of these, one that passed through a broken program a few; of random bytes a ninth are such.
_CONTROLS = bytes(each for each in range(32) if chr(each) not in "\t\n\v\f\r\x1b")
MOST_CONTROLS = 0.01  # of the bytes
PEEK = 65_536  # bytes looked at to tell a text from anything else


def decode(data: bytes, name: str = "") -> str:
    """UTF-8, or UTF-16 or UTF-32 by their mark, else Windows-1252, which older documents in French come in.

    Raises:
        ReadError: when the bytes are no text, saying what they are and the way out.
    """
    if (found := signature_of(data)) and not found.text:
        raise ReadError(
            worded("this is {what}, not a text.", what=found.what), source=name, remedy=found.remedy
        )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    head = data[:PEEK]
    if len(head) - len(head.translate(None, _CONTROLS)) > MOST_CONTROLS * len(head):
        raise ReadError(
            worded("these bytes are not a text."),
            source=name,
            remedy=worded("Save the document as plain text in UTF-8."),
        )
    return data.decode("utf-8") if is_utf8(data) else data.decode("windows-1252", errors="replace")


def is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
