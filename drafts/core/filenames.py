"""Names of files as they may be shown: a name is whatever somebody typed, and some are made to deceive."""

from __future__ import annotations

import unicodedata

LONGEST = 120  # characters that are shown; file systems allow 255
HEAD = 80  # of a longer name; its end tells the kind of file

# What is not seen or turns it round: U+202E makes ``report[U+202E]fdp.exe`` look like ``reportexe.pdf``.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown_name(name: str) -> str:
    """The name on one line, without unseen characters, shortened in its middle."""
    seen = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in name[: 100 * LONGEST])
    line = " ".join(seen.split())
    if len(line) <= LONGEST:
        return line
    return f"{line[:HEAD].rstrip()} … {line[-(LONGEST - HEAD) :].lstrip()}"
