"""The masthead: organ, session, committee, agenda item, date, distribution, original language, symbol."""

from __future__ import annotations

import re

from drafts.core.document import Masthead
from drafts.core.phrases import PHRASEBOOKS
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.text.joining import join
from drafts.formats.text.lines import Line

# Russian, Chinese and Arabic documents have distribution, date and original language in English.
_ENGLISH_DATE = rf"\d{{1,2}} (?:{'|'.join(PHRASEBOOKS['en'].months)}) \d{{4}}"
MOST_LINES = 80  # among which the document's own symbol is looked for: one page

SYMBOL = re.compile(r"[A-Z]{1,4}(?:/[A-Z0-9][A-Za-z0-9.()-]*){2,}\*{0,3}")
_BRACKETED = re.compile(r"\([^()]+\)")
_NEVER = "(?!)"


def find_symbol(lines: tuple[Line, ...]) -> str:
    """The document's own symbol: alone on its line, or at the end of the very first."""
    for at, line in enumerate(lines[:MOST_LINES]):
        last = line.text.rsplit(" ", 1)[-1] if at == 0 else line.text
        if SYMBOL.fullmatch(last):
            return last
    return ""


def is_masthead(text: str, book: Phrasebook) -> bool:
    """Whether a line belongs to the masthead by its words."""
    whole = (book.organ, book.session, book.committee, book.agenda_item)
    within = (book.distribution, book.original)
    return (
        bool(SYMBOL.fullmatch(text))
        or any(pattern and re.fullmatch(pattern, text) for pattern in whole)
        or any(pattern and re.search(pattern, text) for pattern in within)
    )


def read_masthead(lines: tuple[Line, ...], book: Phrasebook) -> Masthead:
    """Each field as written in the lines above the sponsors; empty where they do not say."""
    texts = _paragraphs(lines)
    months = "|".join(book.months)
    return Masthead(
        organ=_first(f"(?:{book.organ})(?= Distr|$)" if book.organ else "", texts),
        session=_first(book.session and f"(?:{book.session})(?=$|\\s)", texts),
        committee=_committee(texts, book),
        agenda_item=_agenda_item(texts, book),
        date=_first(book.dated or (f"\\d{{1,2}}(?:er)? (?:{months}) \\d{{4}}" if months else ""), texts)
        or _first(_ENGLISH_DATE, texts),
        distribution=_first(book.distribution, texts),
        original=_first(book.original, texts),
    )


def _paragraphs(lines: tuple[Line, ...]) -> list[str]:
    """The lines, joined where the file tells that one goes on with the one before."""
    groups: list[list[str]] = []
    for line in lines:
        if line.opens is False and groups:
            groups[-1].append(line.text)
        else:
            groups.append([line.text])
    return [join(group) for group in groups]


def _first(pattern: str, texts: list[str]) -> str:
    """The first group, or all, of the first match."""
    compiled = re.compile(pattern or _NEVER)
    for text in texts:
        if found := compiled.search(text):
            return (found[1] if compiled.groups else found[0]).strip()
    return ""


def _committee(texts: list[str], book: Phrasebook) -> str:
    """Its name, and its number in brackets where that stands behind it or on the next line."""
    for at, text in enumerate(texts):
        if book.committee and (found := re.search(book.committee, text)):
            after = f"{text[found.end() :]} {' '.join(texts[at + 1 : at + 2])}".strip()
            bracketed = _BRACKETED.match(after)
            numbered = bracketed and re.search(book.committee, bracketed[0])
            return f"{found[0]} {bracketed[0]}" if bracketed and numbered else found[0]
    return ""


def _agenda_item(texts: list[str], book: Phrasebook) -> str:
    """The number and all lines below it: nothing else stands between them and the sponsors."""
    if not book.agenda_item:
        return ""
    for at, text in enumerate(texts):
        if found := re.search(book.agenda_item, text):
            return join([found[0], *texts[at + 1 :]])
    return ""
