"""Sponsors between the ledger and the printed page: what a document prints of them, and whom it names.

::

    Italie, Kirghizistan et Suède : projet de résolution                       States, in their order
    Gabon, au nom du Groupe des États d’Afrique : projet de résolution         one who speaks for others
    Gabon (au nom du Groupe des États d’Afrique) et Suède : projet …           the same among several
    Projet de résolution présenté par la Présidente de la Commission           a chair's text
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafts.core.document import Proposal, Resolution, Sponsor
from drafts.core.ledger import Entry, Moment, Proposer, standing
from drafts.core.members import code_of
from drafts.core.ordering import in_order
from drafts.core.sponsor_line import proposal_words


class Head(NamedTuple):
    """What stands above a title: a plain list, or a line that is none (as in ``Resolution``)."""

    sponsors: tuple[Sponsor, ...]
    submitted: str = ""


class Disagreement(NamedTuple):
    """Where a text brought in and the ledger name other sponsors: who joins and who withdraws by the text.

    ``ledger_is_newer``: some of it happened after the last version was issued, where the text may not know.
    """

    joins: tuple[Proposer, ...]
    withdraws: tuple[Proposer, ...]
    ledger_is_newer: bool


# How a language says whom somebody speaks for: alone on the line, and among several.
_BEHALF = {
    "en": ("{} on behalf of {}", "{} (on behalf of {})"),
    "fr": ("{}, au nom de {}", "{} (au nom de {})"),
    "es": ("{}, en nombre de {}", "{} (en nombre de {})"),
    "ru": ("{} от имени {}", "{} (от имени {})"),
    "zh": ("{}(代表{})", "{}(代表{})"),
    "ar": ("{} (باسم {})", "{} (باسم {})"),
}
_CONTRACTIONS = (
    ("fr", " de le ", " du "),
    ("fr", " de les ", " des "),
    ("es", " de el ", " del "),
)
_ARTICLES = {"du": "le ", "des": "les ", "del": "el "}
_SUBMITTED = {
    "en": "{what} submitted by {who}",
    "fr": "{what} présenté par {who}",
    "es": "{what} presentado por {who}",
    "ru": "{what}, внесенный на рассмотрение: {who}",
    "zh": "{who}提出的{what}",
    "ar": "{what} مقدم من {who}",
}
_SAYS_BEHALF = re.compile(
    r"\s*[,(（]?\s*"
    r"(?:on behalf of|au nom (?P<fr>du|des|de|d['’])|en nombre (?P<es>del|de)|от имени|باسم|代表)\s*"
    r"(?P<whom>.+?)\s*[)）]?\s*$",
    re.IGNORECASE,
)
_SAYS_SUBMITTED = re.compile(
    r"^(?P<before>[^,，]+)(?:提出|提交)的"
    r"|(?:(?:submitted|introduced|proposed) by|(?:présent|dépos|propos)ée?s? par|soumise?s? par"
    r"|presentad[oa]s? por|представленн\w+|внес[её]нн\w+ на рассмотрение:?|مقدم من)\s+(?P<after>.+)",
    re.IGNORECASE,
)
_OUTER = re.compile(r"(?:\*|\s)*[:：](?:\*|\s)*[^:：]*$")


def printed(
    proposers: Iterable[Proposer], language: str, date: datetime.date, proposal: Proposal | None
) -> Head:
    """What a document in this language, of this date, prints of its sponsors."""
    listed = tuple(proposers)
    if len(listed) == 1 and listed[0].kind == "chair":
        return Head((), _submitted(listed[0], language, proposal))
    sponsors = (
        Sponsor(_with_behalf(each, language, date, alone=len(listed) == 1), each.code) for each in listed
    )
    return Head(in_order(sponsors, language))


def proposers_of(resolution: Resolution) -> tuple[Proposer, ...]:
    """Whom a document names above its title: its list, or what a line that is no plain list says."""
    if resolution.sponsors:
        return tuple(proposer_named(sponsor.name, sponsor.code) for sponsor in resolution.sponsors)
    line = " ".join(resolution.submitted.split())
    if not line:
        return ()
    if chair := _chair_in(line):
        return (Proposer("chair", name=chair),)
    spoken = proposer_named(_OUTER.sub("", line))
    return (spoken,) if spoken.code and spoken.behalf else ()


def disagreement(entries: Sequence[Entry], text: Resolution) -> Disagreement | None:
    """How the ledger and a text differ on who sponsors; None where either names nobody, or they agree."""
    named = {each.key: each for each in proposers_of(text)}
    now = {each.proposer.key: each.proposer for each in standing(entries)}
    joins = tuple(each for key, each in named.items() if key not in now)
    withdraws = tuple(each for key, each in now.items() if key not in named)
    if not named or not now or not (joins or withdraws):
        return None
    differing = {each.key for each in (*joins, *withdraws)}
    last = max(entry.moment.version for entry in entries)
    since = {entry.proposer.key for entry in entries if entry.moment >= Moment(last, after=True)}
    return Disagreement(joins, withdraws, not differing.isdisjoint(since))


def proposer_named(written: str, code: str = "", *, main: bool = False) -> Proposer:
    """A proposer as somebody writes it: ``Gabon (on behalf of the Group of African States)``."""
    said = _SAYS_BEHALF.search(written)
    name = written[: said.start()].strip() if said else written.strip()
    code = code or code_of(name)
    whom = _ARTICLES.get(said["fr"] or said["es"], "") + said["whom"] if said and name else ""
    return Proposer("state" if code else "group", code, "" if code else name, whom, main)


def _with_behalf(proposer: Proposer, language: str, date: datetime.date, *, alone: bool) -> str:
    name = proposer.named(language or "en", date)
    if not proposer.behalf:
        return name
    line = _BEHALF.get(language, _BEHALF["en"])[not alone].format(name, proposer.behalf)
    for where, apart, together in _CONTRACTIONS:
        line = line.replace(apart, together) if where == language else line
    return line


def _submitted(chair: Proposer, language: str, proposal: Proposal | None) -> str:
    what = proposal_words(Resolution(proposal=proposal or "draft", language=language))
    return _SUBMITTED.get(language, _SUBMITTED["en"]).format(what=what[:1].upper() + what[1:], who=chair.name)


def _chair_in(line: str) -> str:
    """Who submits it: what stands after “submitted by”, up to a comma that opens a story."""
    said = _SAYS_SUBMITTED.search(line)
    return (said["before"] or said["after"].split(",")[0]).strip() if said else ""
