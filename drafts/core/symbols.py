"""Document symbols: ``A/C.3/61/L.8/Rev.1`` and what follows from them.

A symbol names one document in all its languages: organ, committee, session or year, number, and the suffixes
that say how it stands to the one before. ``Rev.n`` replaces the text, ``Add.n`` adds to it, ``Corr.n``
corrects it, ``Amend.n`` alters it by decision, a trailing star is a reissue (UN Editorial Manual).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, cast

from drafts.core.errors import SymbolError
from drafts.core.worded import worded

SuffixKind = Literal["Add", "Corr", "Amend", "Rev"]
SUFFIX_KINDS: tuple[SuffixKind, ...] = (
    "Add",
    "Corr",
    "Amend",
    "Rev",
)  # the order in which they follow a text

LONGEST = 120  # characters; the longest symbols in use have about 40

# One to four capitals open a symbol (A, S, E, ST, CEDAW takes five); a part holds letters, digits, dots,
# hyphens, and may end in a part letter, "(2000)" or "(Part I)".
_FIRST = re.compile(r"[A-Z]{1,6}\Z")
_PART = re.compile(r"[A-Z0-9][A-Z0-9.\-]*(?: [A-Z](?:-[A-Z])?)?(?: ?\([A-Z0-9 \-]+\))?\Z")
_SUFFIX = re.compile(r"(REV|ADD|CORR|AMEND)\.(\d{1,4})\Z")
_ADOPTED = ("RES", "DEC")
_CHUNK = re.compile(r"\d+|\D+")


class Suffix(NamedTuple):
    """``Rev.1``: its kind and its number."""

    kind: SuffixKind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}.{self.number}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart. ``str()`` puts it together again.

    ``parts`` are all up to the first suffix (``A``, ``C.3``, ``61``, ``L.8``), ``stars`` how many reissues.
    """

    parts: tuple[str, ...]
    suffixes: tuple[Suffix, ...] = ()
    stars: int = 0

    def __str__(self) -> str:
        return "/".join((*self.parts, *map(str, self.suffixes))) + "*" * self.stars

    @property
    def root(self) -> Symbol:
        """The first issue: what all revisions, addenda and corrigenda of one draft share."""
        return Symbol(self.parts)

    @property
    def revision(self) -> int:
        """Which revision this is; 0 is the first issue."""
        return next((suffix.number for suffix in self.suffixes if suffix.kind == "Rev"), 0)

    @property
    def adopted(self) -> bool:
        """Whether it names an adopted resolution or decision, which is never revised."""
        return any(part in _ADOPTED for part in self.parts)

    @property
    def body(self) -> str:
        """The organ or committee that it belongs to: ``A/C.3``, ``A``, ``S``."""
        kept = self.parts[: self._session_at]
        return "/".join(part for part in kept if part not in _ADOPTED)

    @property
    def session(self) -> str:
        """The session or year: ``61`` of ``A/C.3/61/L.8``, ``2004`` of ``S/2004/815``; or empty."""
        at = self._session_at
        return self.parts[at] if at < len(self.parts) else ""

    @property
    def _session_at(self) -> int:
        numbers = (at for at, part in enumerate(self.parts) if part[:1].isdigit() or part.startswith("ES-"))
        return next(numbers, len(self.parts))

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts as people do: ``L.8`` before ``L.18``, an addendum before a revision, stars last."""
        parts = tuple(_natural(part) for part in self.parts)
        suffixes = tuple((SUFFIX_KINDS.index(suffix.kind), suffix.number) for suffix in self.suffixes)
        return parts, suffixes, self.stars


def parse(text: str) -> Symbol:
    """Read a symbol as a person types it: capitals, spaces round the strokes and ``Rev. 1`` do not matter.

    Raises:
        SymbolError: saying what in it is not a symbol.
    """
    if len(text) > LONGEST:
        raise SymbolError(
            worded("A symbol has at most {most} characters; this has {n}.", most=LONGEST, n=len(text))
        )
    typed = " ".join(text.split())
    bare = typed.rstrip("* ")
    pieces = [re.sub(r"\. +", ".", piece.strip().upper()) for piece in bare.split("/")]
    if len(pieces) < 2 or not _FIRST.match(pieces[0]):
        raise SymbolError(worded("“{typed}” is not a symbol: write it as in A/C.3/61/L.8.", typed=typed))
    parts, suffixes = _parts(typed, pieces)
    return Symbol(parts, suffixes, typed.count("*", len(bare)))


def next_revision(symbol: str) -> str:
    """The symbol of the next revision: ``L.8``, ``L.8/Rev.1``, ``L.8/Rev.2`` …

    Addenda, corrigenda, amendments and stars belong to the issue they stand on and do not carry over.

    Raises:
        SymbolError: when it is no symbol, or names an adopted text.
    """
    this = parse(symbol)
    if this.adopted:
        raise SymbolError(
            worded("{this} is an adopted text, and such a text has no next revision.", this=this)
        )
    return str(replace(this.root, suffixes=(Suffix("Rev", this.revision + 1),)))


def _parts(typed: str, pieces: list[str]) -> tuple[tuple[str, ...], tuple[Suffix, ...]]:
    """The pieces before the first suffix, and the suffixes, each checked."""
    suffixes = [_suffix(piece) for piece in pieces]
    first = next((at for at, suffix in enumerate(suffixes) if suffix), len(pieces))
    for piece in pieces[:first]:
        if not _PART.match(piece):
            raise SymbolError(worded("“{typed}” is not a symbol: {fault}", typed=typed, fault=_fault(piece)))
    if first < 2:
        raise SymbolError(
            worded(
                "“{typed}” is not a symbol: a number is missing before “{piece}”.",
                typed=typed,
                piece=pieces[first],
            )
        )
    if not all(suffixes[first:]):
        raise SymbolError(
            worded(
                "“{typed}” is not a symbol: only Rev., Add., Corr. and Amend. follow one another.",
                typed=typed,
            )
        )
    return tuple(pieces[:first]), tuple(suffix for suffix in suffixes[first:] if suffix)


def _suffix(piece: str) -> Suffix | None:
    found = _SUFFIX.match(piece)
    return Suffix(cast(SuffixKind, found[1].capitalize()), int(found[2])) if found else None


def _fault(piece: str) -> str:
    if piece:
        return worded("“{piece}” does not fit between strokes.", piece=piece)
    return worded("nothing stands between two strokes.")


def _natural(part: str) -> tuple[tuple[int, int, str], ...]:
    """``L.18`` as text, number: numbers sort by size and before letters."""
    return tuple(
        (0, int(chunk), "") if chunk.isdecimal() else (1, 0, chunk) for chunk in _CHUNK.findall(part)
    )
