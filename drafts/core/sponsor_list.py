"""Understanding a list of sponsors as people paste it: any language, any order, off a page or a name a line.

::

    Andorre, Autriche, Antigua-et-Barbuda et République          a document's line, broken by its page
    dominicaine : projet de résolution révisé

    1. Andorra        Австрия и Италия        奥地利、意大利和荷兰        إيطاليا، وهولندا

Nothing is left out: what is no known name comes back as written, with the States it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafts.core.ledger import Proposer
from drafts.core.members import code_of, folded
from drafts.core.phrases import PHRASEBOOKS
from drafts.core.proposers import proposer_named
from drafts.core.state_names import closest

LONGEST = 20_000  # characters; all 197 States in English take some 3,000
MOST_WORDS = 10  # that a name has: United Kingdom of Great Britain and Northern Ireland has 8
MOST_PIECES = 5  # of a name that joining words and line ends part: Saint Vincent / and / the Grenadines has 3
MOST_RUN = 1_000  # words without anything between them that are looked through; all States have 380
MOST_GUESSED = 200  # unknown names for which suggestions are sought: more are no list of States

# Groups whose own name holds what would part two sponsors.
_GROUPS = frozenset(
    map(
        folded,
        (
            "Group of 77 and China",
            "Groupe des 77 et de la Chine",
            "Groupe des 77 et la Chine",
            "Grupo de los 77 y China",
            "Группа 77 и Китай",
            "77国集团和中国",
            "مجموعة الـ 77 والصين",
            "Group of Latin American and Caribbean States",
            "Group of Western European and other States",
            "Groupe des États d’Amérique latine et des Caraïbes",
            "Groupe des États d’Europe occidentale et autres États",
            "Grupo de Estados de América Latina y el Caribe",
        ),
    )
)

_PROPOSAL = re.compile(
    r"\s*\*?\s*[:：]\s*\*?\s*(?:{})\s*\*?\s*\.?\s*$".format(
        "|".join(words for book in PHRASEBOOKS.values() for words, _ in book.proposals)
    ),
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,3}[.)])\s*", re.MULTILINE)
_PART = re.compile(r"(?:[(（][^()（）]*[)）]|[^,،、;；，|\t])+")  # up to a comma that no parenthesis holds
_JOINER = re.compile(
    r"\s+(?:and|et|y|e|и|&)\s+|(?<=[\u4e00-\u9fff])(?:和|及|以及)(?=[\u4e00-\u9fff])|\s+و\s*(?=\S)|\s*\n\s*"
)
_NO_NAME = re.compile(r"(?:and|et|y|e|и|&|和|及|و|the|les?|la|\W)+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:and|et|y|e|и|&)\s+|[和及]|و\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understood:
    """One name of a list: as ``written``, whom it means, and where that is no State, which it may mean.

    ``again``: the list has named it before.
    """

    written: str
    proposer: Proposer
    suggestions: tuple[str, ...] = ()
    again: bool = False

    @property
    def known(self) -> bool:
        """Whether it is sure who is meant: a State, or a group of those known here."""
        return bool(self.proposer.code) or folded(self.proposer.name) in _GROUPS


def understand(pasted: str) -> tuple[Understood, ...]:
    """Each name of a pasted list in its order, with the State it means or the codes of those it may mean."""
    found: list[Understood] = []
    seen: set[str] = set()
    guessed = 0
    for written in names_in(pasted):
        proposer = proposer_named(written)
        each = Understood(written, proposer, again=proposer.key in seen)
        guessed += not each.known
        sought = not each.known and guessed <= MOST_GUESSED
        found.append(replace(each, suggestions=closest(written)) if sought else each)
        seen.add(proposer.key)
    return tuple(found)


def names_in(pasted: str) -> list[str]:
    """The names of a list as written, whatever stands between them."""
    text = _PROPOSAL.sub("", pasted[:LONGEST].strip())
    parts = (_BULLET.sub("", part).replace("*", " ").strip(" .:：\n") for part in _PART.findall(text))
    names = (" ".join(name.split()) for part in parts if part for name in _parted(part))
    return [name for name in names if name and not _NO_NAME.fullmatch(name)]


def _parted(part: str) -> Iterator[str]:
    """What stands between two commas, or the end: one name, or several that were joined otherwise."""
    cuts = [(0, 0), *((cut.start(), cut.end()) for cut in _JOINER.finditer(part)), (len(part), len(part))]
    pieces = [(left[1], right[0]) for left, right in pairwise(cuts)]
    unknown: list[tuple[int, int]] = []
    for start, end in _named(part, pieces):
        name = _name_of(part[start:end])
        if name:
            yield from _unknown(part, unknown)
            yield name
            unknown = []
        else:
            unknown.append((start, end))
    yield from _unknown(part, unknown)


def _named(part: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces put together again where joining words belong to a name: most known, in the fewest names.

    ::

        Bosnia | and | Herzegovina | and | Austria        Bosnia and Herzegovina | Austria
    """
    best = [(0, 0, 0)]  # of the first n pieces: unknown ones, names, and the piece that begins the last name
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(max(0, end - MOST_PIECES), end):
            known = bool(_name_of(part[pieces[start][0] : pieces[end - 1][1]]))
            if known or start == end - 1:
                ways.append((best[start][0] + (not known), best[start][1] + 1, start))
        best.append(min(ways))
    spans, end = [], len(pieces)
    while end:
        start = best[end][2]
        spans.append((pieces[start][0], pieces[end - 1][1]))
        end = start
    return spans[::-1]


def _unknown(part: str, pieces: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Neighbours that are no names: parted at line ends, and where each is like one; else they stay one.

    ``the Committee on Trade and Development`` is one; ``Ruritania and Autrishe`` are two that are misspelt.
    """
    if not pieces:
        return
    whole = part[pieces[0][0] : pieces[-1][1]]
    texts = [part[start:end] for start, end in pieces]
    if run := _run_together(whole):
        yield from run
    elif "\n" in whole:
        yield from whole.split("\n") if len(texts) == 1 else texts
    elif len(texts) > 1 and (len(texts) > MOST_PIECES or all(map(closest, texts))):
        yield from texts
    else:
        yield whole


def _name_of(written: str) -> str:
    """What is written, without a joining word before it, if that is a name known here; else empty."""
    return next((each for each in (written, _LEADING.sub("", written)) if _known(each)), "")


def _known(name: str) -> bool:
    written = " ".join(name.split())
    return bool(written) and Understood(written, proposer_named(written)).known


def _run_together(part: str) -> list[str]:
    """Names with nothing but spaces between, ``Austria Belgium``; none unless every word is in one."""
    words = part.split()
    if len(words) > MOST_RUN:
        return []
    best: list[list[str] | None] = [[]]  # the fewest names that the first n words are
    for end in range(1, len(words) + 1):
        ways = [
            [*before, name]
            for start in range(max(0, end - MOST_WORDS), end)
            if (before := best[start]) is not None and code_of(name := " ".join(words[start:end]))
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or []
