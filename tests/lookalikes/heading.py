"""What stands above the text of a look-alike: masthead, sponsors, title."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import drafts.core
from drafts.core.document import Masthead, Proposal
from tests.lookalikes.composing import Composer

STAR_NOTES = {
    "en": "Any changes to the list of sponsors will be reflected in the official record of the meeting.",
    "fr": "Tout changement à la liste des auteurs figurera dans le compte rendu officiel de la séance.",
}
REISSUED = {
    "en": "Reissued for technical reasons on 14 January 2026.",
    "fr": "Nouveau tirage pour raisons techniques (14 janvier 2026).",
}
_COMMITTEES = {
    "en": {
        1: "First Committee",
        2: "Second Committee",
        3: "Third Committee",
        4: "Special Political and Decolonization Committee\n(Fourth Committee)",
        5: "Fifth Committee",
        6: "Sixth Committee",
    },
    "fr": {
        1: "Première Commission",
        2: "Deuxième Commission",
        3: "Troisième Commission",
        4: "Commission des questions politiques spéciales\net de la décolonisation (Quatrième Commission)",
        5: "Cinquième Commission",
        6: "Sixième Commission",
    },
}
_SESSIONS = {
    "en": {78: "Seventy-eighth session", 79: "Seventy-ninth session", 80: "Eightieth session"},
    "fr": {
        78: "Soixante-dix-huitième session",
        79: "Soixante-dix-neuvième session",
        80: "Quatre-vingtième session",
    },
}
_ORGANS = {"en": "General Assembly", "fr": "Assemblée générale"}
_PROPOSALS: dict[str, dict[str, tuple[str, Proposal]]] = {
    "en": {
        "draft": ("draft resolution", "draft"),
        "revised": ("revised draft resolution", "revised draft"),
        "decision": ("draft decision", "draft decision"),
        "amendment": ("amendment to draft resolution", "amendment"),
    },
    "fr": {
        "draft": ("projet de résolution", "draft"),
        "revised": ("projet de résolution révisé", "revised draft"),
    },
}
_ADOPTIONS = {
    "en": "Resolution adopted by the General Assembly on",
    "fr": "Résolution adoptée par l’Assemblée générale le",
}
_CHAIRS = ("Chair", "Vice-Chair", "Rapporteur")
_PEOPLE = (
    "Ana Bertrand (Luxembourg)",
    "Ivo Halloran (Ireland)",
    "Mele Tupou (Tonga)",
    "Sara Lindqvist (Sweden)",
)


@dataclass(frozen=True)
class Head:
    """``masthead`` parts the printed lines of a field by line feeds."""

    symbol: str
    masthead: Masthead
    title: str
    proposal: Proposal
    sponsors: tuple[str, ...] = ()
    submitted: str = ""
    sponsor_line: str = ""
    adoption: str = ""
    report: str = ""


def head(rng: random.Random, composer: Composer, sort: str, taken: frozenset[str], language: str) -> Head:
    session, number = rng.choice((78, 79, 80, 80, 80)), rng.randint(1, 6)
    committee = 0 if sort == "adopted" or "no-committee" in taken else number
    symbol = _symbol(rng, sort, session, committee, taken)
    title = _title(composer, taken)
    proposal, sponsors, line = _sponsored(rng, sort, symbol, taken, language)
    masthead = _masthead(rng, composer, sort, session, committee, taken, language)
    if sort == "adopted":
        adoption, report = f"{_ADOPTIONS[language]} {masthead.date}", _report(rng, session, language)
        if "council" in taken:
            adoption = adoption.replace("General Assembly", "Economic and Social Council")
            report = f"[on the recommendation of the Commission on Lighthouses (E/{session + 1945}/30)]"
        submitted = f"{adoption} {report}"
        return Head(symbol, masthead, title, proposal, submitted=submitted, adoption=adoption, report=report)
    # What an amendment amends is named behind the sponsors, so that a list of them is not the whole line.
    submitted = "" if sponsors and sort != "amendment" else line.replace("*", "")
    return Head(symbol, masthead, title, proposal, sponsors, submitted, line)


def _symbol(rng: random.Random, sort: str, session: int, committee: int, taken: frozenset[str]) -> str:
    if sort == "adopted" and "council" in taken:
        return f"E/RES/{rng.randint(2023, 2025)}/{rng.randint(1, 39)}"
    if sort == "adopted" and "emergency" in taken:
        return f"A/RES/ES-{rng.choice((10, 11))}/{rng.randint(2, 30)}"
    if sort == "adopted":
        return f"A/RES/{session}/{rng.randint(1, 330)}"
    place = f"A/C.{committee}/{session}" if committee else f"A/{session}"
    return f"{place}/L.{rng.randint(1, 79)}{'/Rev.1' if 'revised' in taken and sort == 'draft' else ''}"


def _title(composer: Composer, taken: frozenset[str]) -> str:
    title = composer.capital(composer.say("title"))
    while "long-title" in taken and len(title) < 150:
        title += f": {composer.say('title')}"
    return title


def _masthead(
    rng: random.Random,
    composer: Composer,
    sort: str,
    session: int,
    committee: int,
    taken: frozenset[str],
    language: str,
) -> Masthead:
    month = composer.say("month")
    item, title = rng.randint(5, 140), composer.capital(composer.say("title"))
    sub = rng.choice(("", "", " (a)", " (j)"))
    agenda = (
        f"Agenda item {item}{sub}"
        if language == "en"
        else f"Point {item}{sub.replace('(', '')} de l’ordre du jour"
    )
    if "two-items" in taken and language == "en":
        agenda, title = (
            f"Agenda items {item} and {item + 9}",
            f"{title}\n{composer.capital(composer.say('title'))}",
        )
    adopted = sort == "adopted"
    original = "Arabic/English" if "two-originals" in taken else "English"
    return Masthead(
        "Economic and Social Council" if "council" in taken else _ORGANS[language],
        f"{rng.randint(2023, 2025)} session"
        if "council" in taken
        else "Eleventh emergency special session"
        if "emergency" in taken
        else _SESSIONS[language][session],
        _COMMITTEES[language][committee] if committee else "",
        f"{agenda}\n{title}",
        f"{rng.randint(1, 28)} {month} {rng.randint(2023, 2025)}",
        {"en": ("Limited", "General"), "fr": ("limitée", "générale")}[language][adopted],
        "" if adopted else {"en": original, "fr": "français"}[language],
    )


def _sponsored(
    rng: random.Random, sort: str, symbol: str, taken: frozenset[str], language: str
) -> tuple[Proposal, tuple[str, ...], str]:
    if sort == "adopted":
        return "adopted", (), ""
    kind = "amendment" if sort == "amendment" else "decision" if "decision" in taken else "draft"
    kind = "revised" if "revised" in taken and kind == "draft" else kind
    words, proposal = _PROPOSALS[language][kind]
    if kind == "amendment":
        words += f" {symbol.rpartition('.')[0]}.{rng.randint(80, 99)}"
    if "submitted" in taken and sort == "draft":
        basis = re.sub(r"\d+(/Rev\.1)?$", "3", symbol)
        line = (
            f"{words.capitalize()} submitted by the {rng.choice(_CHAIRS)} of the Committee,"
            f" {rng.choice(_PEOPLE)}, on the basis of informal consultations on draft resolution {basis}"
        )
        return proposal, (), line
    count = rng.randint(25, 90) if "many-sponsors" in taken else rng.randint(1, 14)
    names = tuple(sorted(rng.sample(states(language), count), key=str.casefold))
    colon = "\u00a0:" if language == "fr" else ":"
    star = "*" if "starred-note" in taken else ""
    return proposal, names, f"{_list(rng, names, taken, language)}{colon}{star} {words}"


def _list(rng: random.Random, names: tuple[str, ...], taken: frozenset[str], language: str) -> str:
    printed = list(names)
    if "starred-sponsors" in taken:
        for at in range(0, len(printed) - 1, 3):
            printed[at] += ",*"
    joiner = " and " if language == "en" else " et "
    if len(printed) == 1:
        return printed[0]
    listed = ", ".join(printed[:-1]).replace(",*,", ",*")
    if "no-space-in-list" in taken:
        at = rng.choice([found.start() for found in re.finditer(", ", listed)] or [0])
        listed = listed[:at] + listed[at:].replace(", ", ",", 1)
    return f"{listed}{joiner}{printed[-1]}"


def _report(rng: random.Random, session: int, language: str) -> str:
    number, paragraph, draft = (
        rng.randint(300, 600),
        rng.randint(5, 60),
        f"A/{session}/L.{rng.randint(1, 80)}",
    )
    if language == "fr":
        return f"[sur la base du rapport de la Troisième Commission (A/{session}/{number}, par. {paragraph})]"
    if rng.random() < 0.4:
        return f"[without reference to a Main Committee ({draft} and {draft}/Add.1)]"
    committee = rng.choice(("First", "Second", "Third", "Fifth", "Sixth"))
    return f"[on the report of the {committee} Committee (A/{session}/{number}, para. {paragraph})]"


@cache
def states(language: str) -> list[str]:
    table = Path(drafts.core.__file__).parent / "data" / "members.tsv"
    rows = [line.split("\t") for line in table.read_text().splitlines()]
    column = rows[0].index(language)
    return sorted({row[column] for row in rows[1:] if row[1] == "Y"})
