"""What somebody brings in: a text they pasted, or a file, under a name that is safe to show and to keep."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafts.core.filenames import shown_name

PASTED = "pasted text.txt"
PASTED_PAGE = "pasted text.html"


@dataclass(frozen=True, slots=True)
class Brought:
    """Bytes and the name they came under. ``pasted`` says that there was no file, and the bytes are its text.

    ``boxed``: there was none either, and the bytes are what the clipboard held beside the text in the box.
    """

    name: str
    data: bytes
    pasted: bool = False
    boxed: bool = False

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")

    @classmethod
    def of_text(cls, text: str) -> Brought:
        """A pasted text; halves of characters, which no encoding can carry, become question marks."""
        return cls(PASTED, text.encode("utf-8", "replace"), pasted=True)

    @classmethod
    def of_markup(cls, markup: str) -> Brought:
        """A pasted text as its program marked it up: with italics, calls of notes, numbers of lists."""
        mark = b"\xef\xbb\xbf"  # whatever encoding the page says it had
        return cls(PASTED_PAGE, mark + markup.encode("utf-8", "replace"), boxed=True)

    @classmethod
    def of_file(cls, name: str, data: bytes) -> Brought:
        return cls(safe_name(name), data)


def safe_name(name: str) -> str:
    """A file's name as it may be shown, without its folders: ``../../etc/passwd`` is ``passwd``."""
    return shown_name(re.split(r"[/\\]", name)[-1]).strip(" .") or "file"
