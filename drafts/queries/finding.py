"""Finding drafts by their words, and where in them the words stand: one way in, on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from drafts.core.finding import Term, matches, pattern, terms
from drafts.core.members import code_of
from drafts.models import CatalogueEntry, Note, Paragraph
from drafts.models.catalogue import TABLE, WORDS
from drafts.queries.drafts import Viewer, drafts_seen_by
from drafts.queries.live import live_text_of

PAGE = 10  # drafts shown at once, each with up to three paragraphs: two screens
SHOWN = 3  # paragraphs shown of each
AROUND = 160  # code points shown before and behind what was found in a long paragraph

Run = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for. Empty fields ask for nothing; ``sponsor`` is a State in any language."""

    words: str = ""
    body: str = ""
    session: str = ""
    state: str = ""
    sponsor: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in which words were found: its key, what people call it, its text in runs, found or not."""

    key: str
    name: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A draft that was found. ``more`` counts the paragraphs that also have the words and are not shown."""

    entry: CatalogueEntry
    title: tuple[Run, ...]
    passages: tuple[Passage, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def find(user: Viewer, search: Search, page: int = 1) -> Found:
    """The drafts a person may see with all the words: those that bear them on top, then the newest.

    Six queries or fewer, however many are found; and the live text of each on the page that has no version.
    """
    wanted = terms(search.words)
    keys = found_keys(user, search)
    shown = keys[(page - 1) * PAGE : page * PAGE]
    rows = CatalogueEntry.objects.select_related("version", "draft").defer("version__source").in_bulk(shown)
    return Found(tuple(_hits([rows[key] for key in shown], wanted)), len(keys))


def found_keys(user: Viewer, search: Search) -> list[int]:
    """All that is found, as numbers of catalogue entries, in the same order."""
    wanted = terms(search.words)
    if search.words.strip() and not wanted:
        return []
    return _with_words(_filtered(catalogue_seen_by(user), search), wanted)


def catalogue_seen_by(user: Viewer) -> QuerySet[CatalogueEntry]:
    """The catalogue of the drafts that a person may see."""
    seen = drafts_seen_by(user).order_by().values("pk")
    return CatalogueEntry.objects.filter(draft__in=seen)


def _filtered(entries: QuerySet[CatalogueEntry], search: Search) -> QuerySet[CatalogueEntry]:
    exact = {"body": search.body, "session": search.session, "language": search.language}
    exact["draft__state"] = search.state
    entries = entries.filter(**{field: value for field, value in exact.items() if value})
    if search.sponsor:
        entries = entries.filter(sponsors__contains=f"|{code_of(search.sponsor) or '?'}|")
    return entries


def _with_words(entries: QuerySet[CatalogueEntry], wanted: Sequence[Term]) -> list[int]:
    """The entries that have all terms: first those that have them on top, of each the newest first.

    By their numbers alone, for an entry is as long as its text; and the words are looked up apart from what a
    person may see. Both in one question over whole entries took SQLite 95 ms of 5,000 drafts, apart 25.
    """
    keys = list(entries.order_by("-date", "-pk").values_list("pk", flat=True))
    if not wanted:
        return keys
    having, on_top = _having(wanted), _having(wanted, on_top=True)
    return sorted((key for key in keys if key in having), key=lambda key: key not in on_top)


def _having(wanted: Sequence[Term], *, on_top: bool = False) -> set[int]:
    """The entries, whosever they are, that have all terms; ``on_top``: in title, symbols or sponsors."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            asked = " AND ".join(map(_for_sqlite, wanted))
            asked = f"{{title symbols names}} : ({asked})" if on_top else asked
            cursor.execute(f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH %s", [asked])  # noqa: S608
        else:
            column = "on_top" if on_top else "anywhere"
            # It takes the table for small, and does not know how long it is to unpack.
            cursor.execute("SET LOCAL enable_seqscan = off")
            asked = " & ".join(map(_for_postgresql, wanted))
            cursor.execute(f"SELECT id FROM {TABLE} WHERE {column} @@ %s::tsquery", [asked])  # noqa: S608
        return {key for (key,) in cursor.fetchall()}


def _for_sqlite(term: Term) -> str:
    return f'"{" ".join(term.forms)}"{" *" if term.start else ""}'


def _for_postgresql(term: Term) -> str:
    """A word, or each pair of neighbours of words in a row."""
    row = [" ".join(pair) for pair in pairwise(term.forms)] or list(term.forms)
    return " & ".join([*(f"'{each}'" for each in row[:-1]), f"'{row[-1]}'{':*' if term.start else ''}"])


def _hits(entries: Sequence[CatalogueEntry], wanted: tuple[Term, ...]) -> Iterator[Hit]:
    patterns = [pattern(term) for term in wanted]
    lines = {entry.pk: _best_lines(entry, patterns) for entry in entries}
    texts = _texts(entries, {pk: best[:SHOWN] for pk, best in lines.items()})
    for entry in entries:
        passages = (
            Passage(key, name, _around(texts[entry.pk, key], wanted))
            for key, name in (entry.places[line] for line in sorted(lines[entry.pk][:SHOWN]))
            if (entry.pk, key) in texts
        )
        title = _runs(entry.known_by.title or entry.known_by.name, wanted)
        yield Hit(entry, title, tuple(passages), max(0, len(lines[entry.pk]) - SHOWN))


def _best_lines(entry: CatalogueEntry, patterns: Sequence[object]) -> list[int]:
    """The paragraphs that have most of the words, as lines of the entry; the first of equals first."""
    found = [
        (sum(bool(each.search(line)) for each in patterns), number)  # type: ignore[attr-defined]
        for number, line in enumerate(entry.text.split("\n"))
    ]
    most = max((count for count, _ in found), default=0)
    return [number for count, number in found if count == most and most]


def _texts(entries: Sequence[CatalogueEntry], lines: dict[int, list[int]]) -> dict[tuple[int, str], str]:
    """The paragraphs and notes to be shown, by entry and key. Two queries, and the live texts."""
    wanted = Q(pk__in=[])
    written: dict[tuple[int, str], str] = {}
    entry_of = {entry.version_id: entry.pk for entry in entries}
    for entry in entries:
        keys = [entry.places[line][0] for line in lines[entry.pk] if line < len(entry.places)]
        if keys and entry.version_id:
            wanted |= Q(version=entry.version_id, key__in=keys)
        elif keys and (text := live_text_of(entry.draft)):
            written |= {(entry.pk, note.id): note.text for note in text.notes}
            written |= {(entry.pk, each.id): each.text for each in text.paragraphs}
    rows = (
        row
        for model in (Note, Paragraph)
        for row in model.objects.filter(wanted).values_list("version", "key", "text")
    )
    return written | {(entry_of[version], key): text for version, key, text in rows}


def _around(text: str, wanted: tuple[Term, ...]) -> tuple[Run, ...]:
    """The text in runs, cut to what stands around the first word that was found."""
    found = matches(text, wanted)
    first = found[0][0] if found else 0
    start = text.rfind(" ", 0, first - AROUND) + 1 if first > AROUND else 0
    end = text.find(" ", first + 2 * AROUND) if first + 2 * AROUND < len(text) else len(text)
    end = end if end > 0 else len(text)
    before: tuple[Run, ...] = (("… ", False),) if start else ()
    behind: tuple[Run, ...] = ((" …", False),) if end < len(text) else ()
    return (*before, *_cut(text, found, start, end), *behind)


def _runs(text: str, wanted: tuple[Term, ...]) -> tuple[Run, ...]:
    """A text cut into stretches that were found and those between."""
    return tuple(_cut(text, matches(text, wanted), 0, len(text)))


def _cut(text: str, found: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Run]:
    """The runs of a text between two of its places; what was found across the last goes on to its own end."""
    at = start
    for first, last in found:
        if start <= first < end:
            if at < first:
                yield text[at:first], False
            yield text[first:last], True
            at = last
    if text[at:end]:
        yield text[at:end], False


def choices_for(user: Viewer) -> tuple[list[str], list[str]]:
    """The bodies and the sessions that the drafts a person may see belong to. One query."""
    pairs = set(catalogue_seen_by(user).order_by().values_list("body", "session").distinct())
    bodies = sorted({body for body, _ in pairs if body})
    sessions = {session for _, session in pairs if session}
    return bodies, sorted(sessions, key=lambda each: (each.isdecimal(), each.zfill(6)), reverse=True)
