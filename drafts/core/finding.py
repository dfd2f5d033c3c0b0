"""Finding words in texts of any of the six languages: the same words for the index, the query and the page.

::

    l’État membre     etat · membre                       elision, case and accents count for nothing
    A/C.3/61/L.8      a · ac3 · … · l8 · 61l8 · ac361l8   each run of a symbol's parts can be asked for
    大会决议           大会 · 会决 · 决议 · 议               written without spaces: pairs of signs
    والتنمية          تنميه                               without the article and what leans on it
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

SHORTEST_START = 3  # letters of a word that is taken for the beginning of longer ones: right finds rights
MOST_TERMS = 16  # that a query is read to; what a person types has five
LONGEST_QUERY = 300  # characters
LONGEST_FORM = (
    100  # code points of a word that are kept; PostgreSQL takes 2,046 bytes, pairs of them have 800
)

_UNSPACED = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W{_UNSPACED}]+(?:[\u0300-\u036f\u064b-\u065f\u0670]+[^\W{_UNSPACED}]*)*"
_WORD = re.compile(
    rf"(?P<elided>\b(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\w))"
    rf"|(?P<symbol>{_LETTERS}(?:\.{_LETTERS})*(?:/{_LETTERS}(?:\.{_LETTERS})*)+|[^\W\d_]{{1,5}}\.\d+\b)"
    rf"|(?P<signs>[{_UNSPACED}]+)"
    rf"|(?P<word>{_LETTERS})",
    re.IGNORECASE,
)
_QUOTED = re.compile('["“«„「]\\s*([^"“”«»„「」]+?)\\s*["”»“」]|(\\S+)')
_ARABIC_ARTICLE = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{2})")
_ARABIC_FORMS = str.maketrans("ىةؤئ", "يهوي")


class Token(NamedTuple):
    """A form that can be asked for, and the stretch of the text that it stands for."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand in a row, in their folded forms; ``start``: the last one may go on."""

    forms: tuple[str, ...]
    start: bool = False


def forms(text: str) -> str:
    """What an index keeps of a text: its folded forms, parted by spaces, in their order."""
    return " ".join([token.form for token in tokens(text)])


def terms(query: str) -> tuple[Term, ...]:
    """What a person asks for: each word, or what stands in quotation marks in a row. All must be there."""
    found: list[Term] = []
    for quoted, plain in _QUOTED.findall(query[:LONGEST_QUERY]):
        found += _terms_of(quoted or plain, exact=bool(quoted))
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


def matches(text: str, wanted: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    """Where in a text the terms stand: half-open stretches in order, none touching another."""
    found = sorted(_stretches(list(tokens(text)), wanted))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def pattern(term: Term) -> re.Pattern[str]:
    """Finds the term in what :func:`forms` gave."""
    words = " ".join(map(re.escape, term.forms))
    end = "" if term.start else r"(?!\S)"
    return re.compile(rf"(?<!\S){words}{end}")


def tokens(text: str) -> Iterator[Token]:
    """Every form that a text can be found by, in the order of the text."""
    for found in _WORD.finditer(text):
        kind, start = found.lastgroup, found.start()
        if kind == "word":
            yield Token(fold(found[0]), start, found.end())
        elif kind == "signs":
            yield from _pairs(found[0], start)
        elif kind == "symbol":
            yield from _runs(found[0], start)


@lru_cache(maxsize=50_000)  # the words of a language that resolutions use; each some 100 bytes
def fold(word: str) -> str:
    """A word without case and accents, an Arabic one without its article: ``État`` as ``etat``."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(char)
    )
    if "\u0620" <= plain[:1] <= "\u06ff":
        plain = _ARABIC_ARTICLE.sub("", plain.replace("\u0640", "").translate(_ARABIC_FORMS))
    return plain[:LONGEST_FORM]


def _pairs(signs: str, start: int) -> Iterator[Token]:
    """Two neighbouring signs each, and the last one alone, so that any sign begins a form."""
    for at, (first, second) in enumerate(pairwise(signs), start):
        yield Token(first + second, at, at + 2)
    yield Token(signs[-1], start + len(signs) - 1, start + len(signs))


def _runs(symbol: str, start: int) -> Iterator[Token]:
    """Each run of a symbol's parts: ``L.8`` and ``61/L.8`` find ``A/C.3/61/L.8``."""
    parts = [
        Token(fold(part[0].replace(".", "")), part.start(), part.end()) for part in _PART.finditer(symbol)
    ]
    for first in range(len(parts)):
        for last in range(first, min(len(parts), first + _LONGEST_RUN)):
            form = "".join(part.form for part in parts[first : last + 1])[:LONGEST_FORM]
            yield Token(form, start + parts[first].start, start + parts[last].end)


_PART = re.compile(r"[^/]+")
_LONGEST_RUN = 7  # parts of a symbol: A/C.3/61/L.8/Rev.1/Add.1 has six


def _terms_of(asked: str, *, exact: bool) -> Iterator[Term]:
    row: list[str] = []
    for found in _WORD.finditer(asked):
        if found.lastgroup == "word":
            row.append(fold(found[0]))
        elif found.lastgroup == "symbol":
            row.append(fold(re.sub(r"[/.]", "", found[0])))
        elif found.lastgroup == "signs":
            yield from _terms_of_signs(found[0])
    if row and exact:
        yield Term(tuple(row))
    elif row:
        last = row[-1]
        yield Term(tuple(row), start=len(last) >= SHORTEST_START and not any(map(str.isdigit, last)))


def _terms_of_signs(signs: str) -> Iterator[Term]:
    """Each pair of signs; a sign alone begins any pair."""
    if len(signs) == 1:
        yield Term((signs,), start=True)
    for first, second in pairwise(signs):
        yield Term((first + second,))


def _stretches(text: list[Token], wanted: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    for term in wanted:
        length = len(term.forms)
        for at in range(len(text) - length + 1):
            if _stands(term, text[at : at + length]):
                yield text[at].start, text[at + length - 1].end


def _stands(term: Term, row: list[Token]) -> bool:
    *before, last = term.forms
    final = row[-1].form.startswith(last) if term.start else row[-1].form == last
    return final and all(token.form == form for token, form in zip(row, before, strict=False))
