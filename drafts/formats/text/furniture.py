"""What belongs to the page and not to the text: running heads, page numbers, job numbers, bar codes.

::

    …demande au Secrétaire général de

    25-16593 (E)    241025          a job number and its date
    *2516593*                       what stands under the bar code
    A/C.3/80/L.3   Title            the next page's head
    rendre plus efficaces …
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from drafts.formats.text.lines import Line, is_rule

_JOB = r"(?:\d{2}-?\d{5}|\d{7})(?: \([A-Z]\))?"
_PAGE = r"(?:\d{1,3} ?/ ?\d{1,3}|[-–] ?\d{1,3} ?[-–]|(?:[Pp]age|p\.) ?\d{1,3}(?: ?(?:/|of|de|sur) ?\d{1,3})?)"
_OF_A_PAGE = re.compile(
    rf"(?:{_JOB}(?: +\d{{6}})*(?: \*\d{{7}}\*)?|{_PAGE}|{_JOB} {_PAGE}|{_PAGE} {_JOB}|\*\d{{7}}\*"
    r"|Please recycle.{0,20}|Merci de recycler.{0,20})"
)
_BESIDE = re.compile(r"\d{6}(?: +\d{6})*")  # a date stamp, 241025, only beside a job number
_PAGE_OF = re.compile(r"(?:.* )?\d{1,3} ?/ ?\d{1,3}(?: .*)?")
_BARE_NUMBER = re.compile(r"\d{1,3}")
_SYMBOL = re.compile(r"[A-Z]{1,4}(?:/[A-Z0-9][A-Za-z0-9.()-]*){2,}\*{0,3}")
LONGEST_HEAD = 200  # characters of a running head, symbol and title together
LEAST_OF_A_TITLE = 30  # characters; a line that is exactly its beginning is hardly text
MOST_TITLE_LINES = 4  # of a running title; UN pages shorten longer ones


def is_symbol(text: str) -> bool:
    """Whether a line is a document symbol and nothing else."""
    return bool(_SYMBOL.fullmatch(text))


def is_of_a_page(text: str) -> bool:
    """Whether a line at the foot of a page is its number, a job number with its date, or what a code says."""
    return bool(_OF_A_PAGE.fullmatch(text) or _BESIDE.fullmatch(text))


def without_furniture(lines: tuple[Line, ...], symbol: str) -> tuple[Line, ...]:
    """The lines that are text; the first after furniture is marked as opening a page.

    ``symbol`` of the document, or empty, tells its running heads from other symbols.
    """
    heads = _running_heads(lines, symbol)
    furniture = [line.text in heads or bool(_OF_A_PAGE.fullmatch(line.text)) for line in lines]
    _spread(lines, furniture)
    kept, page = [], False
    for line, gone in zip(lines, furniture, strict=True):
        page = page or gone or line.page
        if not gone:
            kept.append(replace(line, gap=False, page=True) if page else line)
            page = False
    return tuple(kept)


def without_running_title(lines: tuple[Line, ...], title: str) -> tuple[Line, ...]:
    """The lines without those at the top of a page that repeat the whole title."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        repeated = _repeats(lines, at, title) if title and lines[at].page else 0
        if repeated and at + repeated < len(lines):
            kept.append(replace(lines[at + repeated], page=True, gap=False))
        elif not repeated:
            kept.append(lines[at])
        at += repeated + 1
    return tuple(kept)


def _running_heads(lines: tuple[Line, ...], symbol: str) -> frozenset[str]:
    """The document's own symbol on a line, alone or on several pages with the title, on either side."""
    if not symbol:
        return frozenset()
    heads = {symbol, f"{symbol}*"}
    for text, count in Counter(line.text for line in lines if len(line.text) <= LONGEST_HEAD).items():
        rest = text.removeprefix(symbol).removesuffix(symbol)
        if count > 1 and rest != text:
            heads.add(text)
    return frozenset(heads)


def _spread(lines: tuple[Line, ...], furniture: list[bool]) -> None:
    """Mark what is furniture only beside furniture: date stamps, and page numbers where no 2/9 is used."""
    beside = _BESIDE
    if not any(at and _PAGE_OF.fullmatch(lines[i].text) for i, at in enumerate(furniture)):
        beside = re.compile(f"{_BESIDE.pattern}|{_BARE_NUMBER.pattern}")
    labels = _labels_of_notes(lines)
    last = len(lines) - 1
    for way, step in ((range(1, last + 1), -1), (range(last - 1, -1, -1), 1)):
        for at in way:
            if furniture[at + step] and not furniture[at] and at not in labels:
                furniture[at] = bool(beside.fullmatch(lines[at].text))


def _labels_of_notes(lines: tuple[Line, ...]) -> frozenset[int]:
    """Where bare numbers stand right below a rule: extractors set the labels of notes above their words."""
    labels: set[int] = set()
    for at in range(1, len(lines)):
        below = at - 1 in labels or is_rule(lines[at - 1].text)
        if below and _BARE_NUMBER.fullmatch(lines[at].text):
            labels.add(at)
    return frozenset(labels)


def _repeats(lines: tuple[Line, ...], at: int, title: str) -> int:
    """How many lines from ``at`` on make up the title, or its beginning if the rest stood beside a symbol."""
    rest = title
    for count, line in enumerate(lines[at : at + MOST_TITLE_LINES], 1):
        if not rest.startswith(line.text):
            return count - 1 if len(title) - len(rest) >= LEAST_OF_A_TITLE else 0
        rest = rest[len(line.text) :].lstrip()
        if not rest:
            return count
    return 0
