"""The sponsor line, ``Andorre, Autriche … et Suède : projet de résolution révisé``, into its sponsors."""

from __future__ import annotations

import re

from drafts.core.document import Doubt, Sponsor
from drafts.core.doubting import doubted
from drafts.core.members import code_of
from drafts.core.phrases.phrasebook import Phrasebook

MOST_LINES = 60  # that a list of all 193 Members may take
LONGEST_LIST = 10_000  # characters; all 193 Members take some 3,000

_STARS = re.compile(r"\s*\*+\s*")
_COMMA = re.compile(r"[,،、;](?![^()]*\))")
_TRAILING_CALL = re.compile(r"(?<=[^\W\d_)])\d{1,2}$")


def read_sponsors(written: str, book: Phrasebook) -> tuple[tuple[Sponsor, ...], tuple[Doubt, ...]]:
    """The sponsors of a plain list, in its order; none if the line is no plain list.

    A name that is no State's stands without a code and leaves a doubt. Where no name at all is known, or the
    words say that somebody speaks for others, it is not a plain list.
    """
    if len(written) > LONGEST_LIST or any(
        re.search(rf"\b{words}", written, re.IGNORECASE) for words in book.submitting
    ):
        return (), ()
    sponsors = tuple(Sponsor(name, code_of(name)) for name in _names(written, book))
    known = sum(bool(sponsor.code) for sponsor in sponsors)
    if known * 2 < len(sponsors) or not known:
        return (), ()
    unknown = tuple(
        Doubt("sponsor", doubted("sponsor", name=sponsor.name)) for sponsor in sponsors if not sponsor.code
    )
    return sponsors, unknown


def typed_sponsors(typed: str, book: Phrasebook) -> tuple[Sponsor, ...]:
    """The sponsors as a person types them into a box: one a line, or all in one line as documents have them.

    Of several lines each is one name, unless it holds a comma: ``Group of 77 and China`` stays whole.
    """
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
    names = [
        name
        for line in lines
        for name in (_names(line, book) if len(lines) == 1 or _COMMA.search(line) else [line])
    ]
    return tuple(Sponsor(name, code_of(name)) for name in names)


def first_sponsor_line(lines: list[str], book: Phrasebook) -> int:
    """Where the list begins that ends with the last of ``lines``: the first from which all names are known.

    ::

        Promotion and protection of the rights of children        the agenda item
        Andorra, Antigua and Barbuda, Argentina, …                the list
        Venezuela (Bolivarian Republic of)

    The number of lines if no line will do.
    """
    for start in range(max(0, len(lines) - MOST_LINES), len(lines)):
        if sum(map(len, lines[start:])) > LONGEST_LIST:
            continue
        names = _names(" ".join(lines[start:]), book)
        if names and all(code_of(name) for name in names):
            return start
    return len(lines)


def _names(written: str, book: Phrasebook) -> list[str]:
    parts = [part.strip(" .") for part in _COMMA.split(_STARS.sub(" ", written))]
    parts = [_TRAILING_CALL.sub("", part) for part in parts if part]
    return [*parts[:-1], *_last_names(parts[-1], book)] if parts else []


def _last_names(part: str, book: Phrasebook) -> list[str]:
    """``Slovénie et Suède``, but ``Bosnia and Herzegovina``, but ``Antigua and Barbuda and Austria``."""
    if code_of(part):
        return [part]
    if not book.joiners:
        return [part]
    part = re.sub(rf"^(?:{'|'.join(book.joiners)})\s+", "", part)  # "Nigeria,* and Norway"
    if code_of(part):
        return [part]
    joiner = rf"(?:\s+|(?<=[\u4e00-\u9fff]))(?:{'|'.join(book.joiners)})(?:\s+|(?=[\u0600-\u9fff]))"
    cuts = list(re.finditer(joiner, part))
    halves = [(part[: cut.start()].strip(), part[cut.end() :].strip()) for cut in cuts]
    known = [half for half in halves if code_of(half[0]) and code_of(half[1])]
    if known or halves:
        return [name for name in (known or halves)[-1] if name]
    return [part]
