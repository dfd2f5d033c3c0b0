"""Opening phrases written out, for an editor to offer while somebody types one.

A phrasebook's patterns say every form that a reader must know; here they become the forms that a person
writes::

    emphasi[sz]ing                       emphasizing
    having (?:adopted|considered)        having adopted, having considered
    tenant (?:également )?compte         tenant compte
    \\w+                                  nothing: any word can stand there
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from drafts.core.phrases.phrasebook import Openers, Phrasebook

# Where a set of letters is a matter of spelling, the one that the United Nations use.
SPELT = {"[sz]": "z", "[её]": "е", "[iî]": "î"}

_PIECE = re.compile(r"\((?:\?:)?|\)|\||\[[^\]]*\]|\\u[0-9a-f]{4}|\\.|[^\\]")
_QUANTIFIED = ("?", "*", "+")


def suggestions(book: Phrasebook) -> dict[str, dict[str, list[str]]]:
    """By kind of paragraph, the words that a phrase is put together from: ``before* verb after*``.

    In lower case, with the apostrophes of print; each once, in the order of the phrasebook.
    """
    return {"preambular": _of(book.preambular), "operative": _of(book.operative)}


def _of(openers: Openers) -> dict[str, list[str]]:
    return {
        part: list(dict.fromkeys(form for pattern in patterns for form in forms(pattern)))
        for part, patterns in (
            ("before", openers.before),
            ("verbs", openers.verbs),
            ("after", openers.after),
        )
    }


def forms(pattern: str) -> list[str]:
    """The phrases that a pattern of a phrasebook stands for."""
    pieces = _PIECE.findall(pattern)
    found, _ = _alternatives(pieces, 0)
    return [" ".join(form.replace("'", "’").split()) for form in found]


def _alternatives(pieces: list[str], at: int) -> tuple[list[str], int]:
    """Phrases up to the end of a group or of the pattern, and where that is."""
    found: list[str] = []
    while True:
        row, at = _row(pieces, at)
        found += row
        if at >= len(pieces) or pieces[at] == ")":
            return found, at
        at += 1  # past the |


def _row(pieces: list[str], at: int) -> tuple[list[str], int]:
    """What stands in a row up to ``|`` or an end: every way to say it; none where any word may stand."""
    parts: list[list[str]] = []
    while at < len(pieces) and pieces[at] not in ("|", ")"):
        if pieces[at].startswith("("):
            options, at = _alternatives(pieces, at + 1)
        else:
            options = list(_letters(pieces[at]))
        at += 1
        if at < len(pieces) and pieces[at] in _QUANTIFIED:
            if pieces[at] != "+":
                # What may stand between is left to who writes; an ending is offered both ways.
                is_ending = pieces[at] == "?" and all(len(option) == 1 for option in options)
                options = [*options, ""] if is_ending else [""]
            at += 1
        parts.append(options)
    return ["".join(each) for each in product(*parts)], at


def _letters(piece: str) -> Iterator[str]:
    if piece in SPELT:
        yield SPELT[piece]
    elif piece.startswith("["):
        yield from piece[1:-1]
    elif not piece.startswith("\\"):
        yield piece
