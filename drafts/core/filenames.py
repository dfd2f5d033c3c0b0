"""Names of files as they may be shown, and as any system can have them. Some are made to deceive."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120  # characters that are shown; file systems allow 255
HEAD = 80  # of a longer name; its end tells the kind of file

# What is not seen or turns it round: U+202E makes ``report[U+202E]fdp.exe`` look like ``reportexe.pdf``.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')  # by one file system or another


def shown_name(name: str) -> str:
    """The name on one line, without unseen characters, shortened in its middle."""
    seen = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in name[: 100 * LONGEST])
    line = " ".join(seen.split())
    if len(line) <= LONGEST:
        return line
    return f"{line[:HEAD].rstrip()} … {line[-(LONGEST - HEAD) :].lstrip()}"


def tame_name(name: str) -> str:
    """The name as any system can have it: ``A_C.3_61_L.8_Rev.1.pdf``."""
    return _FORBIDDEN.sub("_", name)
