"""What somebody brings in: a text they pasted, or a file, under a name that is safe to show and to keep."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

LONGEST_NAME = 120  # characters; names of UN documents have some 20, and more than a line helps nobody
PASTED = "pasted text.txt"
_PLAIN = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Brought:
    """Bytes and the name they came under. ``pasted`` says that there was no file."""

    name: str
    data: bytes
    pasted: bool = False

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")

    @classmethod
    def of_text(cls, text: str) -> Brought:
        """A pasted text; halves of characters, which no encoding can carry, become question marks."""
        return cls(PASTED, text.encode("utf-8", "replace"), pasted=True)

    @classmethod
    def of_file(cls, name: str, data: bytes) -> Brought:
        return cls(safe_name(name), data)


def safe_name(name: str) -> str:
    """A file's name without folders, unseen signs and signs that turn the line round, and not too long.

    ``../../etc/passwd`` is ``passwd``. Of a long name the suffix, which says what the file is, stays.
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" or sign.isspace())
    plain = _PLAIN.sub(" ", seen).strip(" .") or "file"
    if len(plain) <= LONGEST_NAME:
        return plain
    suffix = PurePosixPath(plain).suffix[:10]
    return plain[: LONGEST_NAME - len(suffix) - 1] + "…" + suffix
