"""How much a digit run looks like the call of a note: for each way of cutting it, a score.

::

    relatifs1        relatifs | 1            a word takes no digit           strong
    20063            2006 | 3                no year has five digits         strong
    60/1756          60/175 | 6              no session had 1,756 resolutions
    2006/29          2006/2 | 9              a resolution of its own: against
    générale 5,      5                       nothing takes the number, a comma follows
    paragraph 5,                             the word takes a number of its own: against
    CO2, G20, UN80                           names: against

Scores add up as log-odds would; they were set by hand on the seed and on the genuine drafts of session 80.
0 means that nothing speaks for or against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafts.core.phrases.phrasebook import Phrasebook

CERTAIN, STRONG, GOOD, FAIR, AGAINST, NEVER = 7.0, 5.0, 4.0, 2.0, -4.0, -12.0

LONGEST_TOKEN = 200  # characters; beyond it is no word
MOST_DIGITS = 3  # of a note's number; the longest resolutions have some 300 notes
WINDOW = 40  # characters looked at before and after

ENUMERATION = 160  # characters looked back over a list of numbers

GA_MOST = 360  # resolutions of a General Assembly session; decisions go from 400 to 600
ECOSOC_MOST = 60  # resolutions of an Economic and Social Council year; decisions go from 200 to 330
DOCUMENTS_MOST = 1100  # documents of a session, A/61/1 to A/61/1100

_RUN = re.compile(r"[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_AFTER = re.compile(r"[)\]»”\"’',.;:!?…。，；]*(?:[–—].*)?|,\d{1,2}(?!\d).*")
_WORD = re.compile(r"[^\W\d_]+$")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+|\S)?")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LISTED = re.compile(r"[\d(),–-]+|\([a-z]+\),?|to|à|a")
_UNITS = frozenset({"m", "km", "cm", "mm"})
_PERCENT = ("per", "pour", "percent", "%")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Cut:
    """One reading of a digit run: ``text[start:end]`` goes, and note ``number`` is called at ``start``."""

    number: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A digit run that may call a note: its place, all readings, and the word it stands in."""

    paragraph: int
    start: int
    end: int
    cuts: tuple[Cut, ...]
    word: str


def candidates(text: str, paragraph: int, most: int, book: Phrasebook) -> Iterator[Candidate]:
    """All digit runs of a paragraph that may call one of the notes 1 to ``most``, in order of place."""
    for run in _RUN.finditer(text):
        end = run.end()
        if end < len(text) and text[end] in "/-\u2011%°":
            continue
        context = _Context(text, run.start(), end, _before(text, run.start()), _after(text, end), book)
        word = f"{context.before}{run[0]}{context.after}"
        if len(word) > LONGEST_TOKEN or "://" in word or not _AFTER.fullmatch(context.after):
            continue
        if cuts := tuple(_cuts(context, most, raised=run[0][0] in _RAISED)):
            yield Candidate(paragraph, run.start(), end, cuts, word.strip(",;.:"))


def _before(text: str, start: int) -> str:
    """What the token of a run at ``start`` holds before it."""
    window = text[max(0, start - LONGEST_TOKEN) : start]
    return "" if not window or window[-1].isspace() else window.split()[-1]


def _after(text: str, end: int) -> str:
    window = text[end : end + LONGEST_TOKEN]
    return "" if not window or window[0].isspace() else window.split(None, 1)[0]


@dataclass(frozen=True, slots=True)
class _Context:
    """A digit run ``text[start:end]``, what its token holds before and after it, and the words round it."""

    text: str
    start: int
    end: int
    before: str
    after: str
    book: Phrasebook

    def _above(self, length: int) -> str:
        start = self.start - len(self.before)
        return self.text[max(0, start - length) : start]

    @property
    def previous(self) -> str:
        """The token before this one."""
        return (self._above(WINDOW).split() or [""])[-1]

    @property
    def enumerated(self) -> bool:
        """Whether it goes on a list of numbers that a word has taken: ``paragraphs 5, 12, 14 and 16``.

        Only a plural takes several, the list goes on after a comma and after *and*, and is over with the
        number after that.
        """
        words = self._above(ENUMERATION).split()
        joins = [word in self.book.joiners for word in words[-2:]]
        if not words or any(joins[:-1]) or not (joins[-1] or words[-1].endswith(",")):
            return False
        passed = len(words)
        while passed and (_LISTED.fullmatch(words[passed - 1]) or words[passed - 1] in self.book.joiners):
            passed -= 1
        taker = words[passed - 1].casefold() if 0 < passed < len(words) else ""
        return taker.endswith("s") and taker in self.book.numbered

    @property
    def following(self) -> str:
        """The word after this token, or its first sign."""
        end = self.end + len(self.after)
        found = _NEXT_WORD.match(self.text[end : end + WINDOW])
        return (found and found[1]) or ""


def _cuts(context: _Context, most: int, raised: bool) -> Iterator[Cut]:
    digits = context.text[context.start : context.end].translate(SUPERSCRIPTS)
    for length in range(1, min(len(digits), MOST_DIGITS) + 1):
        number = int(digits[-length:])
        stem = digits[:-length]
        if digits[-length] == "0" or not 0 < number <= most or (raised and stem):
            continue
        if raised:
            score = NEVER if _word(context.before) in _UNITS else 2 * STRONG
        elif stem:
            score = _after_digits(context, stem, digits)
        else:
            score = _glued(context, number) if context.before else _apart(context)
        start = context.end - length
        end = context.end
        if context.before.endswith("[") and context.after.startswith("]"):
            start, end = start - 1, end + 1
        yield Cut(number, start, end, score)


def _after_digits(context: _Context, stem: str, digits: str) -> float:
    """The run is cut within: ``2006|3``, ``60/175|6``, ``2015–2030|3``."""
    before = context.before
    year = len(stem) == 4 and 1900 <= int(stem) <= 2100
    if before.endswith("/"):
        return _after_symbol(before, int(stem), int(digits))
    if year and (not before or before[-1] in "–-(«“"):
        return STRONG
    if before.upper().endswith("COVID-") and stem == "19":
        return GOOD
    return AGAINST


def _after_symbol(before: str, stem: int, whole: int) -> float:
    """``60/175|6``: a cut is likely where the whole cannot be a symbol, and unlikely where it can."""
    session = re.search(r"(\d+)/$", before)
    if re.match(r"\W*[A-Z]", before):
        possible = whole <= DOCUMENTS_MOST
    elif session and 1900 <= int(session[1]) <= 2100:
        possible = whole <= ECOSOC_MOST or 200 < whole <= 330
    else:
        possible = whole <= GA_MOST or 400 <= whole <= 600
    return -3.0 if possible else GOOD


def _glued(context: _Context, number: int) -> float:
    """The whole run stands at the end of something: ``relatifs|1``, ``Women,|13``, ``(Part I)|4``."""
    before = context.before
    last = before[-1]
    if last.isalpha():
        return _after_word(_word(before), before)
    if last == ",":
        return _after_comma(before[:-1], number)
    if last == ".":
        word = _word(before[:-1])
        stop = (
            len(word) > 2
            and not re.search(r"[./]", before[:-1])
            and word.casefold() not in context.book.numbered
        )
        return GOOD if stop else AGAINST
    if last == "[":
        return GOOD if context.after.startswith("]") else NEVER
    return GOOD if last in ";:)»”\"’'" else NEVER


def _after_word(word: str, before: str) -> float:
    """Names that end in a digit are capitals (``CO2``, ``UN80``) or single letters."""
    if len(word) < 2:
        return AGAINST
    if word.isupper():
        return FAIR if len(word) > 4 else AGAINST
    return CERTAIN


def _after_comma(before: str, number: int) -> float:
    """``Crime,|12`` · ``1992,|3`` · ``relatifs1,|2`` after a call of its own · ``12,|5`` a decimal."""
    if before[-1:].isalpha() or before[-1:] in ')»”"’':
        return STRONG
    digits = re.search(r"\d+$", before)
    if not digits or "/" in before:
        return FAIR
    if 1900 <= int(digits[0][-4:]) <= 2100 or digits[0][-3:].endswith(str(number - 1)):
        return FAIR
    return -3.0


def _apart(context: _Context) -> float:
    """A number on its own: a call where nothing else takes it, above all after a comma or before one."""
    book, previous, following = context.book, context.previous, context.following
    bare = previous.strip(".,;:()«»“”\"'’").casefold()
    labelled = context.after == "." and following[:1].isupper() and previous[-1:] in tuple(";.:,")
    if (
        not previous
        or labelled
        or _takes_number(bare, previous, book)
        or _counts(following, book)
        or context.enumerated
    ):
        return AGAINST - 2
    score = -1.5
    if previous[-1] in ',;:)»”"’.':
        score += 3.5 if previous[-1] != "." else 2.5
    if context.after[:1] in tuple(",;.:)") or following in tuple(",;:.»"):
        score += 3.0
    if following.casefold() in book.small or following in book.joiners:
        score += 1.5
    if previous[:1].isupper() or bare.isdecimal():
        score += 1.0
    return score


def _takes_number(bare: str, previous: str, book: Phrasebook) -> bool:
    """``paragraph 5``, ``of 5``, ``May 5``, ``n° 5``; but a comma after the word sets the number free."""
    if previous[-1] in ",;:)»”":
        return False
    return (
        bare in book.numbered or bare in book.small or bare in _folded_months(book) or previous[-1] in "°/-–—"
    )


def _counts(following: str, book: Phrasebook) -> bool:
    """``5 May``, ``5 per cent``."""
    return following.casefold() in _folded_months(book) or following.casefold() in _PERCENT


def _folded_months(book: Phrasebook) -> tuple[str, ...]:
    return tuple(month.casefold() for month in book.months)


def _word(before: str) -> str:
    found = _WORD.search(before[-WINDOW:])
    return found[0] if found else ""
