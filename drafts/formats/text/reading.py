"""A text into a resolution, step by step: lines, page furniture, notes, head, paragraphs, calls, openers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from drafts.core.document import Doubt, Paragraph, Resolution
from drafts.core.doubting import doubted
from drafts.core.phrases import PHRASEBOOKS, Recognised, recognise
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.core.worded import Figure
from drafts.formats.text import markers
from drafts.formats.text.assembly import build_notes, build_paragraphs, named, note_doubts, placed_doubts
from drafts.formats.text.body import Body
from drafts.formats.text.calls import take_calls
from drafts.formats.text.footnotes import Separated, separate
from drafts.formats.text.furniture import without_furniture, without_running_title
from drafts.formats.text.head import Head, read_head
from drafts.formats.text.lines import Line, clean, lines_of, unwrapped
from drafts.formats.text.masthead import find_symbol, read_masthead
from drafts.formats.text.passage import passage
from drafts.formats.text.source import Reading, Source
from drafts.formats.text.unfinished import Unfinished

FARTHEST = 400  # lines among which the text proper must begin; mastheads and sponsors take at most some 80

FEWEST_RECITALS = 2  # that show a text of the older order; one might be a title

MOST_LINES = 12_000  # with empty ones, some 180 pages; the longest resolutions have under 100
MOST_DOUBTS = 200  # of one kind

_PROPER = ("enacting", "preambular", "operative")  # kinds of which a resolution is made
_NOBODY = Phrasebook("", ())  # of an unknown language


def read_text(text: str) -> Resolution:
    """Read a text as pasted, or as extracted from a PDF.

    Never refuses one: what was odd, and what could be read otherwise, stands in ``doubts``. The same text
    always gives the same resolution.
    """
    return read_lines(text)[0].resolution


def read_lines(text: str) -> tuple[Reading, tuple[Line, ...]]:
    """Read a text as ``read_text`` does, and give its lines too; a stretch's ``origin`` is a line's place."""
    cleaned, doubts = clean(text)
    found, rest = lines_of(cleaned, MOST_LINES)
    if not found:
        return Reading(Resolution(doubts=(*doubts, Doubt("empty", doubted("empty text"))))), ()
    lines = tuple(replace(line, origin=at) for at, line in enumerate(found))
    reading = read_source(Source(lines), doubts)
    return replace(reading, resolution=_with_rest(reading.resolution, rest)), lines


def read_source(source: Source, doubts: tuple[Doubt, ...] = ()) -> Reading:
    """Read lines that know more than words, as a file of some format has them.

    Never refuses any. ``doubts`` are what the reader of the file found odd.
    """
    if len(source.lines) > MOST_LINES:
        first = read_source(replace(source, lines=source.lines[:MOST_LINES]), doubts)
        rest = " ".join(line.text for line in source.lines[MOST_LINES:])
        return replace(first, resolution=_with_rest(first.resolution, rest))
    given = tuple(line for line in source.lines if line.text)
    said = Recognised(source.language)
    found = said if said.language else recognise("\n".join(line.text for line in given))
    book = PHRASEBOOKS.get(found.language, _NOBODY)
    symbol = source.symbol or find_symbol(given)
    lines = without_furniture(given, symbol) if source.furniture else given
    separated = separate(lines, _certain(book)) if source.notes is None else Separated(lines, source.notes)
    enacting = _enacting(separated.body, book)
    head = read_head(separated.body[:FARTHEST] if enacting is None else separated.body, enacting, book)
    body = _body(separated.body[head.end :], head, book, unwrapped(given))
    joined = [passage(paragraph.lines) for paragraph in body.paragraphs]
    texts, call_doubts = take_calls(joined, separated.notes, book, known=source.calls_known)
    written = build_notes(separated.notes, texts)
    notes = tuple(note for note, _ in written)
    paragraphs = build_paragraphs(
        body.paragraphs, texts, named(separated.notes, notes), None if source.italics_known else book
    )
    read = Resolution(
        paragraphs=paragraphs,
        notes=notes,
        title=head.title,
        sponsors=head.sponsors,
        submitted=head.submitted,
        proposal=head.proposal,
        language=found.language,
        symbol=symbol.rstrip("*") or _adopted_symbol(head),
        masthead=source.masthead or read_masthead(separated.body[: head.start], book),
        doubts=_at_most(
            *doubts,
            *([Doubt("language", found.doubt)] if found.doubt else ()),
            *head.doubts,
            *placed_doubts(body.doubts, paragraphs),
            *placed_doubts(call_doubts, paragraphs),
            *note_doubts(separated.loose, notes, paragraphs),
            *_missing(paragraphs, head, book),
        ),
    )
    stretches = {paragraph.id: text.stretches for paragraph, text in zip(paragraphs, texts, strict=True)}
    return Reading(read, stretches | {note.id: text.stretches for note, text in written})


def _with_rest(read: Resolution, rest: str) -> Resolution:
    """What lies beyond the lines that are read stays, as one stretch of text."""
    if not rest:
        return read
    last = Paragraph(f"p{len(read.paragraphs) + 1}", "text", rest, level=0)
    doubt = Doubt("too-long", doubted("too-long lines", most=Figure(MOST_LINES)), last.id)
    return replace(read, paragraphs=(*read.paragraphs, last), doubts=(*read.doubts, doubt))


def _at_most(*doubts: Doubt) -> tuple[Doubt, ...]:
    """The first of each kind; a person reads no more."""
    counts: Counter[str] = Counter()
    kept = []
    for doubt in doubts:
        counts[doubt.code] += 1
        if counts[doubt.code] <= MOST_DOUBTS:
            kept.append(doubt)
    more = (
        Doubt(code, doubted("any", n=count - MOST_DOUBTS))
        for code, count in counts.items()
        if count > MOST_DOUBTS
    )
    return (*kept, *more)


def _certain(book: Phrasebook) -> Callable[[str], bool]:
    """Whether a paragraph certainly opens with a line: what ends a block of notes."""

    def opens(text: str) -> bool:
        number = markers.number(text)
        rest = number.rest if number else text
        return bool(
            (number and not rest)
            or book.opener(rest, "operative")
            or (not number and (book.opener(rest, "preambular") or book.enacts(rest)))
        )

    return opens


def _enacting(lines: tuple[Line, ...], book: Phrasebook) -> int | None:
    """Where the text proper begins: at its enacting words, or the first paragraph of a kind that is told.

    Older texts have their recitals first, below a heading or none::

        Preamble
        Whereas recognition of the inherent dignity …
        Whereas disregard and contempt …
        Now, therefore, The General Assembly
    """
    organ = re.compile(
        book.organ or "(?!)"
    )  # alone it stands in the masthead, in some languages in the same words
    enacting = next(
        (
            at
            for at, line in enumerate(lines[:FARTHEST])
            if line.kind in _PROPER or (book.enacts(line.text) and not organ.fullmatch(line.text))
        ),
        None,
    )
    if enacting is None:
        return None
    recitals = [at for at in range(enacting) if book.recites(lines[at].text)]
    if len(recitals) < FEWEST_RECITALS:
        return enacting
    start = recitals[0]
    return start - 1 if start > 1 and lines[start - 1].heading else start


def _adopted_symbol(head: Head) -> str:
    """The Assembly numbers its resolutions by session, ``80/156``, the Council by year, ``2025/12``."""
    organ = "E" if re.match(r"\d{4}/", head.number) else "A"
    return f"{organ}/RES/{head.number}" if head.number else ""


def _body(lines: tuple[Line, ...], head: Head, book: Phrasebook, whole: bool) -> Body:
    body = Body(book, unwrapped=whole, amendment=head.proposal == "amendment")
    body.paragraphs += [Unfinished("heading", lines=[Line(heading)]) for heading in head.headings]
    body.read(_without_strays(without_running_title(lines, head.title), book))
    told = any(line.kind in _PROPER for line in lines)
    if not told and not _resolves(body.paragraphs, book):
        for paragraph in body.paragraphs:
            if paragraph.kind == "preambular" or (paragraph.kind == "operative" and book.code):
                paragraph.kind = "text"
    return body


def _resolves(paragraphs: list[Unfinished], book: Phrasebook) -> bool:
    """Whether anything shows a resolution: enacting words, or at least one known opener.

    Numbered paragraphs alone are found in any document; of an unknown language they are all there is to see.
    """
    return any(
        paragraph.kind == "enacting"
        or (not paragraph.label and book.enacts(paragraph.beginning))
        or (paragraph.kind == "preambular" and book.opener(paragraph.beginning, "preambular"))
        or (paragraph.kind == "operative" and book.opener(paragraph.beginning, "operative"))
        for paragraph in paragraphs
    )


def _without_strays(lines: tuple[Line, ...], book: Phrasebook) -> list[Line]:
    """Converters leave the masthead's distribution where the first page ends."""
    return [
        line
        for line in lines
        if not (line.page and book.distribution and re.match(book.distribution, line.text))
    ]


def _missing(paragraphs: tuple[Paragraph, ...], head: Head, book: Phrasebook) -> Iterator[Doubt]:
    """What a resolution has and this text has not. Amendments have neither enacting words nor paragraphs."""
    kinds = {paragraph.kind for paragraph in paragraphs}
    if head.proposal == "amendment":
        return
    if "enacting" not in kinds and not any(book.enacts(paragraph.text) for paragraph in paragraphs):
        yield Doubt("no-enacting", doubted("no-enacting"))
    if "operative" not in kinds:
        yield Doubt("no-operative", doubted("no-operative"))
