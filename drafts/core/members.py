"""States by name: any of the six languages, at any date, forms gone by and short forms included.

``data/members.tsv`` holds the short names of 197 States (UNTERM, by way of hdx-python-country 4.2.5, MIT),
two Arabic ones mended. ``data/other_names.tsv``, gathered for this project, holds older names, each with the
days between which documents used it, and without a language the forms that are understood and never printed.
The days are those on which the United Nations was told (its page on Member States). Three are the nearest
that documents show: *Netherlands (Kingdom of the)* from 2023, *Naoero* from 2026, and *Bahamas (The)* from
the eightieth session.
"""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
LATEST = datetime.date.max - datetime.timedelta(days=1)  # where a caller has no date: the names in use now

_ARTICLE = re.compile(r"\(?\b(?:the|les?|la)\b\)?\s*$|^(?:the|les?|la|l')\s*")
_PUNCTUATION = re.compile(r"[^\w]+")


def code_of(name: str) -> str:
    """The ISO 3166 code of the State so named, or empty. Case, accents and articles do not matter."""
    return _codes().get(folded(name), "")


def name_of(code: str, language: str, date: datetime.date = LATEST) -> str:
    """The short name that documents of a date use in a language; empty if there is no such State or language.

    The Netherlands of 2006 are ``Pays-Bas``, those of today ``Pays-Bas (Royaume des)``.
    """
    for name, since, until in _dated().get((code, language), ()):
        if since <= date < until:
            return name
    return _rows().get(code, {}).get(language, "") if language in LANGUAGES else ""


def is_member(code: str) -> bool:
    """Whether the State is one of the 193 Members; the others observe, and stand last in a list."""
    return _rows().get(code, {}).get("dgacm") == "Y"


def codes() -> tuple[str, ...]:
    """Every State known here."""
    return tuple(_rows())


@cache
def names() -> tuple[tuple[str, str, str], ...]:
    """Each way of naming a State: as folded, as written, and its code. Names of today go first."""
    of_today = [(row[language], code) for code, row in _rows().items() for language in LANGUAGES]
    others = [(other.name, other.code) for other in _other_names()]
    return tuple((folded(name), name, code) for name, code in (*of_today, *others))


def folded(name: str) -> str:
    """``Bahamas (The)`` and ``BAHAMAS`` alike; ``Côte d’Ivoire`` as ``cote d ivoire``."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char)
    )
    return _PUNCTUATION.sub(" ", _ARTICLE.sub("", plain.strip().replace("’", "'"))).strip()


class _Name(NamedTuple):
    """A name that is not today's. Without a ``language`` it is only understood."""

    code: str
    language: str
    name: str
    since: datetime.date
    until: datetime.date


def names_in(language: str) -> tuple[str, ...]:
    """The short names in use now of all the States, in that language."""
    return tuple(sorted(row[language] for row in _rows().values()))


@cache
def _codes() -> Mapping[str, str]:
    return {name: code for name, _, code in reversed(names())}


@cache
def _dated() -> Mapping[tuple[str, str], list[tuple[str, datetime.date, datetime.date]]]:
    found = defaultdict(list)
    for code, language, name, since, until in _other_names():
        if language:
            found[code, language].append((name, since, until))
    return found


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {row["iso2"]: row for row in _table("members.tsv")}


def _other_names() -> Iterator[_Name]:
    for row in _table("other_names.tsv"):
        since = datetime.date.fromisoformat(row["since"]) if row["since"] else datetime.date.min
        until = datetime.date.fromisoformat(row["until"]) if row["until"] else datetime.date.max
        yield _Name(row["iso2"], row["language"], row["name"], since, until)


def _table(name: str) -> list[dict[str, str]]:
    text = files("drafts.core").joinpath("data", name).read_text("utf-8").replace("'", "’")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))
