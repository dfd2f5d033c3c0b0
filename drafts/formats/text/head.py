"""What stands above the text proper: sponsor line and title. The masthead has its own module."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafts.core.document import Doubt, Proposal, Sponsor
from drafts.core.phrases.phrasebook import Phrasebook, alternatives
from drafts.formats.text.joining import join
from drafts.formats.text.lines import Line
from drafts.formats.text.masthead import is_masthead
from drafts.formats.text.sponsors import first_sponsor_line, read_sponsors

_ADOPTED_NUMBER = re.compile(
    r"(?P<number>(?:[A-Z]{1,3}-)?\d{1,4}/\d{1,3}(?: [A-Z](?:(?:-|–| and | to )[A-Z])?)?)\. ?(?P<title>.*)"
)
_SUBMISSION_ENDS = re.compile(r"(?:/[\w.]+|\)|[Cc]ommittee|[Cc]ommission)\*?$")
_STARS = re.compile(r"(?<=\S) ?\*{1,4}(?!\w)")
_AMENDED = re.compile(r"(?:^|\s)[A-Z]+/\S*\d\*?$")  # and no title that ends in “resolution 60/175”
_PART = re.compile(r"[A-Z]|[IVX]{1,5}")
MOST_AMENDED_LINES = 3
MOST_REPORT = 5  # lines that say when a text was adopted and, in brackets, on which report
LONGEST_SUBMISSION = 6  # lines; those of the drafts read have up to three


@dataclass(frozen=True)
class Head:
    """What the lines above the text say.

    ``start`` is the line where sponsors or what stands for them begin (above it is the masthead), ``end`` the
    one after the title. ``number`` is an adopted text's (``80/156``), ``headings`` a part's letter below it.
    """

    start: int
    end: int
    title: str = ""
    proposal: Proposal | None = None
    sponsors: tuple[Sponsor, ...] = ()
    submitted: str = ""
    number: str = ""
    headings: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_head(lines: tuple[Line, ...], end: int | None, book: Phrasebook) -> Head:
    """Read the lines before ``end``, the enacting words; with None, before the first certain paragraph."""
    above = lines[:end]
    texts = [line.text for line in above]
    head = _sponsored(above, book) or _submitted(above, book) or _adopted(texts, book)
    if head is None:
        return _untold(above, len(above) if end is not None else _title_end(lines, 0, book, alone=True), book)
    return _titled(head, texts, len(above) if end is not None else _title_end(lines, head.end, book))


def _sponsored(lines: tuple[Line, ...], book: Phrasebook) -> Head | None:
    """``A, B and C: draft resolution``, over any number of lines."""
    texts = [line.text for line in lines]
    joined, starts = _positions(texts)
    words = "|".join(f"(?P<p{at}>{alternatives((each,))})" for at, (each, _) in enumerate(book.proposals))
    found = re.search(rf" ?[:：]\s?\*{{0,3}}\s?(?:{words})(?!\w)", joined, re.IGNORECASE) if words else None
    if not found:
        return None
    last = _line_at(starts, found.start())
    above = [*texts[:last], joined[starts[last] : found.start()].strip()]
    start = _paragraph_start(lines, last)
    if start is None:
        start = first_sponsor_line(above, book)
        start = start if start < len(above) else last
    sponsors, doubts = read_sponsors(join(above[start:]), book)
    proposal = book.proposals[int((found.lastgroup or "p0")[1:])][1]
    end = _sponsor_line_end(lines, _line_at(starts, found.end() - 1))
    # What an amendment amends is named behind the sponsors, so that a list of them is not the whole line.
    plain = sponsors and proposal != "amendment"
    submitted = "" if plain else _STARS.sub("", join(texts[start:end]))
    return Head(start, end, proposal=proposal, sponsors=sponsors, submitted=submitted, doubts=doubts)


def _paragraph_start(lines: Sequence[Line], at: int) -> int | None:
    """Where the paragraph of a line opens, in a file that tells; else None."""
    return next((each for each in range(at, -1, -1) if lines[each].opens), None)


def _sponsor_line_end(lines: Sequence[Line], last: int) -> int:
    """The line of the proposal's words is the last, unless they go on up to a symbol.

    ::

        Ruritania: amendment to revised draft resolution
        A/C.3/80/L.3/Rev.1
    """
    if lines[last].opens is not None:
        return next((at for at in range(last + 1, len(lines)) if lines[at].opens), len(lines))
    for at in range(last, min(last + MOST_AMENDED_LINES, len(lines))):
        if _AMENDED.search(lines[at].text):
            return at + 1
    return last + 1


def _submitted(lines: tuple[Line, ...], book: Phrasebook) -> Head | None:
    """``Draft resolution submitted by the Vice-Chair of the Committee, …``"""
    if not book.submitting:
        return None
    for words, proposal in book.proposals:
        pattern = re.compile(rf"{alternatives((words,))}\s(?:{alternatives(book.submitting)})", re.IGNORECASE)
        for start, line in enumerate(lines):
            after = lines[start + 1].text if start + 1 < len(lines) else ""
            if pattern.match(f"{line.text} {after}"):
                end = _submission_end(lines, start)
                return Head(
                    start, end, proposal=proposal, submitted=join([each.text for each in lines[start:end]])
                )
    return None


def _submission_end(lines: tuple[Line, ...], start: int) -> int:
    """Up to an empty line; where empty lines are gone, up to the first that ends as such a line does."""
    last = min(len(lines), start + LONGEST_SUBMISSION)
    for at in range(start + 1, last):
        if lines[at].gap:
            return at
    for at in range(start, last):
        if _SUBMISSION_ENDS.search(lines[at].text):
            return at + 1
    return min(start + 1, len(lines))


def _adopted(texts: list[str], book: Phrasebook) -> Head | None:
    """``Resolution adopted by the General Assembly …`` and, before the title, ``80/156.``

    What it says of its adoption and of the report it rests on stands where others have their sponsors.
    """
    first = next(
        (at for at, text in enumerate(texts) if re.match("|".join(book.adopted) or "$^", text)), None
    )
    if first is None:
        return None
    for at in range(first, len(texts)):
        if found := _ADOPTED_NUMBER.fullmatch(texts[at]):
            end = at if found["title"] else at + 1
            report = join(texts[first:at])
            return Head(first, end, proposal="adopted", submitted=report, number=found["number"])
    end = (
        first + 1 + next((at for at, text in enumerate(texts[first:][:MOST_REPORT]) if text.endswith("]")), 0)
    )
    return Head(first, end, proposal="adopted", submitted=join(texts[first:end]))


def _untold(lines: tuple[Line, ...], limit: int, book: Phrasebook) -> Head:
    """Neither sponsors nor adoption: the last block of lines that is no masthead is the title."""
    if any(line.opens is not None for line in lines[:limit]):
        return _set_apart(lines[:limit], book)
    start = limit
    while start > 0 and not is_masthead(lines[start - 1].text, book):
        start -= 1
        if lines[start].gap:
            break
    return _titled(Head(start, start), [line.text for line in lines[:limit]], limit)


def _set_apart(lines: tuple[Line, ...], book: Phrasebook) -> Head:
    """In a file that tells its gaps: the title comes where a gap parts it from the masthead.

    ::

        Fourth Committee
        Agenda item 9
        The sea                   of the agenda

        Organization of work      the title

        Note by the Chair         who submits it
    """
    last = max((at for at, line in enumerate(lines) if is_masthead(line.text, book)), default=-1)
    starts = [at for at in range(last + 1, len(lines)) if lines[at].gap or at == 0]
    if not starts:
        return Head(len(lines), len(lines))
    title_end = starts[1] if len(starts) > 1 else len(lines)
    texts = [line.text for line in lines]
    head = _titled(Head(starts[0], starts[0]), texts[:title_end], title_end)
    return replace(head, end=len(lines), submitted=join(texts[title_end:]))


def _title_end(lines: tuple[Line, ...], start: int, book: Phrasebook, *, alone: bool = False) -> int:
    """Where a text without enacting words begins: at a number, an opening phrase or an instruction.

    An empty line will do where a sponsor line stands above; where the title is ``alone`` it tells nothing,
    and without a certain beginning there is no title.
    """
    amending = re.compile("|".join(f"(?:{each})" for each in book.amending) or "(?!)")
    for at in range(start, len(lines)):
        text = lines[at].text
        opens = book.opener(text, "preambular") or book.opener(text, "operative") or amending.match(text)
        if opens or re.match(r"1 ?\.(?: |$)", text) or (not alone and lines[at].gap and at > start):
            return at
    return 0 if alone else len(lines)


def _titled(head: Head, texts: list[str], end: int) -> Head:
    rest = texts[head.end : end]
    if head.number and rest:
        rest[0] = rest[0].removeprefix(f"{head.number}.").strip()
    part = next((at for at in range(1, len(rest)) if _PART.fullmatch(rest[at])), len(rest))
    headings = [*rest[part : part + 1], *filter(None, [join(rest[part + 1 :])])]
    rest = rest[:part]
    title = join(filter(None, rest)).rstrip("*")
    return replace(head, title=title, end=end, headings=tuple(headings))


def _positions(texts: list[str]) -> tuple[str, list[int]]:
    """The lines joined by spaces, and where each begins."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return " ".join(texts), starts


def _line_at(starts: list[int], offset: int) -> int:
    return max(index for index, start in enumerate(starts) if start <= max(offset, 0))
