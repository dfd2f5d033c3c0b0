"""Understanding a list of sponsors as people paste it: any language, any order, off a page or a name a line.

::

    Andorre, Autriche, Antigua-et-Barbuda et République          a document's line, broken by its page
    dominicaine : projet de résolution révisé

    1. Andorra        Австрия и Италия        奥地利、意大利和荷兰        إيطاليا، وهولندا

Nothing is left out: what is no known name comes back as written, with the States it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafts.core.ledger import Proposer
from drafts.core.members import code_of, folded
from drafts.core.phrases import PHRASEBOOKS
from drafts.core.proposers import proposer_named
from drafts.core.state_names import closest

LONGEST = 20_000  # characters; all 197 States in English take some 3,000
MOST_WORDS = 10  # that a name has: United Kingdom of Great Britain and Northern Ireland has 8

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
    for written in names_in(pasted):
        proposer = proposer_named(written)
        each = Understood(written, proposer, again=proposer.key in seen)
        found.append(each if each.known else replace(each, suggestions=closest(written)))
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
    if _known(part):
        yield part
        return
    led = _LEADING.sub("", part)
    if led != part and _known(led):
        yield led
        return
    cuts = [(part[: cut.start()], part[cut.end() :]) for cut in _JOINER.finditer(part)]
    whole = next((cut for cut in reversed(cuts) if _known(cut[1]) and _all_known(cut[0])), None)
    half = next((cut for cut in cuts if any(map(_known, cut)) or all(map(closest, cut))), None)
    if whole or half:
        left, right = whole or half or ("", "")
        yield from _parted(left)
        yield from _parted(right)
    elif run := _run_together(part):
        yield from run
    elif "\n" in part:
        for line in part.split("\n"):
            yield from _parted(line)
    else:
        yield part


def _all_known(part: str) -> bool:
    return all(_known(each) for each in _parted(part))


def _known(name: str) -> bool:
    written = " ".join(name.split())
    return Understood(written, proposer_named(written)).known


def _run_together(part: str) -> list[str]:
    """Names with nothing but spaces between, ``Austria Belgium``; none unless every word is in one."""
    words = part.split()
    best: list[list[str] | None] = [[]]  # the fewest names that the first n words are
    for end in range(1, len(words) + 1):
        ways = [
            [*before, name]
            for start in range(max(0, end - MOST_WORDS), end)
            if (before := best[start]) is not None and code_of(name := " ".join(words[start:end]))
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or []
