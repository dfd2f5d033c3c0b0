"""States by name: any of the six languages, forms gone by and short forms included.

``data/members.tsv`` holds the short names of 197 States (UNTERM, by way of hdx-python-country 4.2.5, MIT).
Older and shorter forms stand in ``data/other_names.tsv``, gathered for this project.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")

_ARTICLE = re.compile(r"\(?\b(?:the|les?|la)\b\)?\s*$|^(?:the|les?|la|l')\s*")
_PUNCTUATION = re.compile(r"[^\w]+")


def code_of(name: str) -> str:
    """The ISO 3166 code of the State so named, or empty. Case, accents and articles do not matter."""
    return _codes().get(_folded(name), "")


def name_of(code: str, language: str) -> str:
    """The short name in use now, in that language; empty if there is no such State or language."""
    return _rows().get(code, {}).get(language, "")


@cache
def _codes() -> Mapping[str, str]:
    names = {_folded(row[language]): code for code, row in _rows().items() for language in LANGUAGES}
    return {_folded(name): code for name, code in _other_names()} | names


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {row["iso2"]: row for row in _table("members.tsv")}


def _other_names() -> Iterator[tuple[str, str]]:
    for row in _table("other_names.tsv"):
        yield row["name"], row["iso2"]


def _table(name: str) -> list[dict[str, str]]:
    text = files("drafts.core").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


def _folded(name: str) -> str:
    """``Bahamas (The)`` and ``BAHAMAS`` alike; ``Côte d’Ivoire`` as ``cote d ivoire``."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char)
    )
    return _PUNCTUATION.sub(" ", _ARTICLE.sub("", plain.strip().replace("’", "'"))).strip()
