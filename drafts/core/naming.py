"""The telling differences of an edited paragraph in words: what happened, never whether it is stronger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from drafts.core.comparison import MarkChange, Segment, Segments, new_text, old_text
from drafts.core.document import Paragraph
from drafts.core.phrases import PHRASEBOOKS, opener
from drafts.core.tokens import fold, tokenise

OPENING = 120  # characters within which an opening phrase ends; the longest have half as many
NEAR = 40  # characters that no number, date or symbol is longer than
PHRASE = 3  # words of a phrase that is known again at another place of its paragraph; two meet by chance

# 60/195, 1325 (2000), 217 A (III); A/RES/60/1, A/C.3/61/L.8, E/CN.15/2005/20.
_RESOLUTION = r"\d{1,3}/\d{1,3}(?: [A-Z])?\b|\d{1,4} (?:[A-Z] )?\((?:\d{4}|[A-Z]+)\)"
_SYMBOL = r"\b[A-Z]{1,5}(?:/[A-Z0-9][A-Za-z0-9.\-]*)+"
_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+)*"

_DIGIT = re.compile(r"\d")
_NO_LETTERS = re.compile(r"[\W_]+")


class _Fact(NamedTuple):
    kind: str
    text: str


def name_changes(
    segments: Segments, old: Sequence[Paragraph], new: Sequence[Paragraph], language: str
) -> tuple[str, ...]:
    """Each telling difference in one phrase, such as ``opening words: Invites → Urges``."""
    edits = _edits(segments)
    if not edits:
        return ()
    if all(_plain_letters(gone) == _plain_letters(come) for gone, come in edits):
        for name, folded in _ONLY:
            if all(folded(gone) == folded(come) for gone, come in edits):
                return (name,)
    return (*_openings(segments, old[0], new[0], language), *_facts(segments, language), *_shifted(edits))


def name_marks(marks: Sequence[MarkChange]) -> Iterator[str]:
    """What became of italics and of calls of notes on words that stayed."""
    kinds = {(mark.type, mark.change) for mark in marks}
    if ("note", "added") in kinds:
        yield "a note called"
    if ("note", "removed") in kinds:
        yield "a note no longer called"
    if kinds & {("italic", "added"), ("italic", "removed")}:
        yield "italics"


def _edits(segments: Segments) -> list[tuple[str, str]]:
    """What went and what came in its place, edit by edit."""
    edits: list[tuple[str, str]] = []
    gone = ""
    for op, text in segments:
        if op == "insert":
            edits.append((gone, text))
            gone = ""
        else:
            if gone:
                edits.append((gone, ""))
            gone = text if op == "delete" else ""
    return [*edits, (gone, "")] if gone else edits


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


# Differences that leave all else as it was, the slightest first.
_ONLY: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("typesetting only", fold),
    ("capital letters only", str.casefold),
    ("spaces only", lambda text: "".join(text.split())),
    ("punctuation only", _letters),
)


def _plain_letters(text: str) -> str:
    """What none of these differences touches."""
    return _letters(fold(text)).casefold()


def _openings(segments: Segments, old: Paragraph, new: Paragraph, language: str) -> Iterator[str]:
    stayed = len(segments[0].text) if segments[0].op == "equal" else 0
    if stayed >= OPENING:
        return
    before, after = _opening(old, language), _opening(new, language)
    if before and after and stayed < max(len(before), len(after)) and fold(before) != fold(after):
        yield f"opening words: {before} → {after}"


def _opening(paragraph: Paragraph, language: str) -> str:
    """The opening phrase, by the phrases of the language or else by its italics."""
    length = opener(paragraph.text, language, "preambular" if paragraph.kind == "preambular" else "operative")
    if not length and paragraph.italics and paragraph.italics[0].start == 0:
        length = paragraph.italics[0].end
    return paragraph.text[:length].strip(" ,")


def _facts(segments: Segments, language: str) -> Iterator[str]:
    """Numbers, dates, resolutions and documents that came, went or gave way to another of their kind.

    A resolution brings its date along, and a date its numbers: only the first of these kinds that changed is
    told.
    """
    changed = "".join([text for op, text in segments if op != "equal"])
    if not (_DIGIT.search(changed) or any(month in changed for month in _months(language))):
        return
    pattern = _fact_pattern(language)
    near = _near_edits(segments)
    found, there = _found(pattern, old_text(near)), _found(pattern, new_text(near))
    if found == there:
        return
    before, after = Counter(found), Counter(there)
    gone, come = list((before - after).elements()), list((after - before).elements())
    for kinds in (("resolution", "document"), ("date",), ("number",)):
        told = [line for kind in kinds for line in _of_kind(kind, gone, come)]
        if told:
            yield from told
            return


def _near_edits(segments: Segments) -> Segments:
    """The segments without what lies far from any edit: it is the same on both sides."""
    return tuple(
        Segment(op, f"{text[:NEAR]}\n{text[-NEAR:]}")
        if op == "equal" and len(text) > 2 * NEAR
        else Segment(op, text)
        for op, text in segments
    )


def _of_kind(kind: str, gone: Sequence[_Fact], come: Sequence[_Fact]) -> Iterator[str]:
    olds, news = ([fact.text for fact in facts if fact.kind == kind] for facts in (gone, come))
    for old, new in zip_longest(olds, news, fillvalue=""):
        yield _told(kind, old, new)


def _told(kind: str, old: str, new: str) -> str:
    cited = " cited" if kind in ("resolution", "document") else ""
    if old and new:
        return f"a {kind}{cited}: {old} → {new}"
    return f"a {kind}{cited}: {new}" if new else f"a {kind} no longer{cited or ' there'}: {old}"


def _found(pattern: re.Pattern[str], text: str) -> list[_Fact]:
    return [_Fact(match.lastgroup or "", fold(match.group())) for match in pattern.finditer(text)]


@cache
def _fact_pattern(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b|(?=\d))(?:(?P<date>{_date_pattern(language)})|(?P<document>{_SYMBOL})"
        rf"|(?P<resolution>{_RESOLUTION})|(?P<number>{_NUMBER}))"
    )


def _date_pattern(language: str) -> str:
    months = _months(language)
    if language == "zh" or not months:
        return r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    de = "(?: de)?" if language == "es" else ""
    return rf"(?:\d{{1,2}}(?:er)?{de} )?(?:{'|'.join(months)})\b(?:{de} \d{{4}})?"


def _months(language: str) -> tuple[str, ...]:
    book = PHRASEBOOKS.get(language)
    return book.months if book else ()


def _shifted(edits: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Phrases that left one place of the paragraph for another: deleted here, inserted there."""
    inserted = {_plain(come) for _, come in edits if come}
    for gone, _ in edits:
        phrase = _plain(gone)
        if phrase in inserted and _words(phrase) >= PHRASE:
            yield f"a phrase moved: “{phrase}”"


def _plain(text: str) -> str:
    return text.strip(" ,;.:\u00a0\n")


def _words(text: str) -> int:
    return sum(word[0].isalnum() for word, _ in tokenise(text) if word)
