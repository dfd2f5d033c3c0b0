"""Who wrote which words: the updates of a log applied one by one, each as its author's.

Words stay their author's wherever they go::

    Recalling its [Ben: earlier] resolution       Anna splits the paragraph before "earlier": still Ben's
    Recalling its ~~earlier~~ resolution          Anna deletes the word, and takes that back: Ben's again

Yjs writes both as new words of Anna's. So words that a deed takes from one place and puts into another keep
their authors, and so do words that come back to where they were deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pycrdt import Doc, Map, Text, TextEvent

from drafts.formats.shared.document import new_doc
from drafts.formats.shared.edits import CALL

# Signs from which on words that leave one place and appear in another are taken to have moved there. Shorter
# ones are endings and commas, which anybody types anew.
MOVED = 3
# Deleted stretches that a paragraph remembers, for words that come back. Beyond, it forgets them all: a long
# paragraph rewritten ten times has some 300.
REMEMBERED = 500


class Place(NamedTuple):
    """A text of the document: ``paragraphs`` or ``notes`` with a key, or the ``title``."""

    root: str
    key: str = ""


TITLE = Place("title")


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of signs by one author; a call of a note is one sign (``CALL``).

    ``size`` is its length in units of pycrdt. ``gone``: it was deleted here, and is remembered.
    """

    signs: str
    author: str
    size: int
    gone: bool = False

    @property
    def is_call(self) -> bool:
        """Whether it is the call of a note: one unit, where the same sign typed has three bytes."""
        return self.signs == CALL and self.size == 1


class Authorship:
    """A document with the author of every sign in it. Authors are words that mean something to the caller."""

    def __init__(self, doc: Doc[Any] | None = None, kept: Mapping[str, Any] | None = None) -> None:
        """Begin empty, or at a ``doc`` with what ``to_json`` gave of it."""
        self.doc = doc or new_doc()
        self._written: dict[Place, list[Written]] = {}
        for root, by_key in (kept or {}).items():
            for key, rows in by_key.items():
                place = Place(root, key)
                if (text := self._text(place)) is not None:
                    self._written[place] = list(_restored(text, rows))
        self._deed = _Deed()
        self._watching = [
            self.doc["paragraphs"].observe_deep(lambda events: self._heard("paragraphs", events)),
            self.doc["notes"].observe_deep(lambda events: self._heard("notes", events)),
            self.doc["title"].observe(lambda event: self._deed.deltas.append((TITLE, event.delta))),
        ]

    def apply(self, update: bytes, author: str, *, as_in: Authorship | None = None) -> None:
        """Apply one update. With ``as_in`` it took up an earlier text, whose words keep their authors."""
        self._deed = deed = _Deed()
        self.doc.apply_update(update)
        for place in deed.lost:
            self._written.pop(place, None)
        for place in deed.fresh:
            text = self._text(place)
            self._written[place] = [] if text is None else list(_fresh(text.diff()))
        for place, delta in deed.deltas:
            if place in deed.fresh:
                continue
            self._written[place] = list(_changed(self._written.get(place, ()), delta, deed.loose))
        for place in deed.buried:
            deed.loose.append([each for each in self._written.get(place, ()) if not each.gone])
        for place in {*deed.fresh, *(place for place, _ in deed.deltas)}:
            self._written[place] = _attributed(self._written[place], author, deed.loose)
        if as_in:
            self._take_over(as_in)

    def written(self, place: Place) -> tuple[Written, ...]:
        """What stands there now, in stretches by author."""
        return tuple(each for each in self._written.get(place, ()) if not each.gone)

    def to_json(self) -> dict[str, Any]:
        """``[signs, author]`` for what stands there, ``[words, author, size]`` for what is gone."""
        told: dict[str, dict[str, list[list[Any]]]] = {}
        for (root, key), runs in sorted(self._written.items()):
            told.setdefault(root, {})[key] = [
                [each.signs, each.author, each.size] if each.gone else [len(each.signs), each.author]
                for each in runs
            ]
        return told

    def _heard(self, root: str, events: Iterable[Any]) -> None:
        for event in events:
            path = list(event.path)
            if len(path) > 1:  # a text, or something that no page of ours puts into a record
                if path[1:] == ["text"] and _is_of_text(event):
                    self._deed.deltas.append((Place(root, path[0]), event.delta))
                continue
            for key, told in event.keys.items():
                place = Place(root, path[0] if path else key)
                if not path and told["action"] == "delete":
                    self._deed.lost.append(place)
                elif not path or key == "text":
                    self._deed.fresh.append(place)
                elif key == "gone" and isinstance(told.get("newValue"), str):
                    self._deed.buried.append(place)

    def _text(self, place: Place) -> Text | None:
        if place == TITLE:
            return self.doc["title"]  # type: ignore[no-any-return]
        record = self.doc[place.root].get(place.key)
        text = record.get("text") if isinstance(record, Map) else None
        return text if isinstance(text, Text) else None

    def _take_over(self, earlier: Authorship) -> None:
        for place, runs in earlier._written.items():
            then, now = earlier.written(place), self.written(place)
            if _signs(then) == _signs(now):
                self._written[place] = [each for each in runs if not each.gone]


def _is_of_text(event: Any) -> bool:
    return isinstance(event, TextEvent)


class _Deed:
    """What one update did, as it is heard."""

    def __init__(self) -> None:
        self.deltas: list[tuple[Place, list[dict[str, Any]]]] = []
        self.fresh: list[Place] = []  # texts that were not there
        self.lost: list[Place] = []
        self.buried: list[Place] = []  # paragraphs deleted, with their words in them
        self.loose: list[Sequence[Written]] = []  # stretches taken from somewhere


_UNKNOWN = ""  # the author of words that came by the update itself, until they are attributed


def _restored(text: Text, rows: Iterable[Sequence[Any]]) -> Iterator[Written]:
    signs = [each for part, _ in text.diff() for each in _units(part)]
    at = 0
    for row in rows:
        if len(row) == 3:
            yield Written(row[0], row[1], row[2], gone=True)
        else:
            stretch = signs[at : at + row[0]]
            at += row[0]
            yield Written("".join(sign for sign, _ in stretch), row[1], sum(size for _, size in stretch))


def _fresh(parts: Iterable[tuple[Any, Any]]) -> Iterator[Written]:
    for part, _ in parts:
        yield _came(part)


def _came(part: Any) -> Written:
    return (
        Written(part, _UNKNOWN, len(part.encode())) if isinstance(part, str) else Written(CALL, _UNKNOWN, 1)
    )


def _units(part: Any) -> Iterator[tuple[str, int]]:
    """Each sign with how many units it takes."""
    return ((sign, len(sign.encode())) for sign in part) if isinstance(part, str) else iter([(CALL, 1)])


def _changed(
    runs: Sequence[Written], delta: Iterable[Mapping[str, Any]], loose: list[Sequence[Written]]
) -> Iterator[Written]:
    """The runs after a change of their text; what it took out stays in its place as gone."""
    rest = list(reversed(runs))
    for op in delta:
        if "insert" in op:
            yield _came(op["insert"])
        elif "retain" in op:
            yield from _taken(rest, op["retain"])
        else:
            out = list(_taken(rest, op["delete"]))
            loose.append([each for each in out if not each.gone])
            yield from (replace(each, gone=True) for each in out)
    yield from reversed(rest)


def _taken(rest: list[Written], size: int) -> Iterator[Written]:
    """The next runs, of ``size`` units in all, with what is gone between them."""
    while size > 0 and rest:
        run = rest.pop()
        if not run.gone and run.size > size:
            run, left = _parted(run, size)
            rest.append(left)
        yield run
        size -= 0 if run.gone else run.size


def _parted(run: Written, size: int) -> tuple[Written, Written]:
    signs = run.signs.encode()[:size].decode()
    return (
        Written(signs, run.author, size, run.gone),
        Written(run.signs[len(signs) :], run.author, run.size - size, run.gone),
    )


def _attributed(runs: Sequence[Written], author: str, loose: Sequence[Sequence[Written]]) -> list[Written]:
    """Each stretch that came given to whose it is; neighbours of one author made one."""
    told: list[Written] = []
    rest = list(reversed(runs))
    while rest:
        run = rest.pop()
        if run.author != _UNKNOWN or run.gone:
            _add(told, run)
            continue
        while rest and rest[-1].author == _UNKNOWN and _mergeable(run, rest[-1]):
            more = rest.pop()  # the same words further on, in italics
            run = replace(run, signs=run.signs + more.signs, size=run.size + more.size)
        back = _come_back(run, told, rest)
        for each in back or _moved(run, author, loose):
            _add(told, each)
    remembered = sum(each.gone for each in told)
    return told if remembered <= REMEMBERED else _joined(each for each in told if not each.gone)


def _come_back(run: Written, told: list[Written], rest: list[Written]) -> list[Written]:
    """The deleted stretches around a place that together say what came there; they are gone no more."""
    left, right = _gone_at_end(told), _gone_at_end(rest)
    around = [*told[len(told) - left :], *reversed(rest[len(rest) - right :])]
    for start in range(len(around)):
        words = ""
        for end in range(start, len(around)):
            words += around[end].signs
            if words == run.signs:
                told[len(told) - left :] = around[:start]
                after = around[end + 1 :]
                rest[len(rest) - right :] = list(reversed(after))
                return [replace(each, gone=False) for each in around[start : end + 1]]
            if not run.signs.startswith(words):
                break
    return []


def _gone_at_end(runs: Sequence[Written]) -> int:
    count = 0
    while count < len(runs) and runs[-1 - count].gone:
        count += 1
    return count


def _moved(run: Written, author: str, loose: Sequence[Sequence[Written]]) -> list[Written]:
    """Words that the same deed took from elsewhere, by their authors; the rest is its own author's."""
    own = replace(run, author=author)
    for stretch in sorted(loose, key=_length, reverse=True):
        words = _signs(stretch)
        if len(words) < MOVED or len(run.signs) < MOVED:
            continue
        if (at := words.find(run.signs)) >= 0:
            return list(_cut(stretch, at, at + len(run.signs)))
        if (at := run.signs.find(words)) >= 0:
            around = [*_cut([own], 0, at), *stretch, *_cut([own], at + len(words), len(run.signs))]
            return [replace(each, gone=False) for each in around]
    return [own]


def _cut(runs: Iterable[Written], start: int, end: int) -> Iterator[Written]:
    """The runs from one sign to another, each shortened to what lies between."""
    at = 0
    for run in runs:
        signs = run.signs[max(start - at, 0) : max(end - at, 0)]
        at += len(run.signs)
        if signs:
            # A run of calls alone has one unit a sign; any other is words.
            size = len(signs) if run.size == len(run.signs) else len(signs.encode())
            yield Written(signs, run.author, size)


def _signs(runs: Iterable[Written]) -> str:
    return "".join(run.signs for run in runs)


def _length(runs: Iterable[Written]) -> int:
    return sum(len(run.signs) for run in runs)


def _joined(runs: Iterable[Written]) -> list[Written]:
    told: list[Written] = []
    for run in runs:
        _add(told, run)
    return told


def _add(told: list[Written], run: Written) -> None:
    """Put a run behind others; where the last is by the same author and there as well, they are one."""
    last = told[-1] if told else None
    if last and not last.gone and not run.gone and last.author == run.author and _mergeable(last, run):
        told[-1] = replace(last, signs=last.signs + run.signs, size=last.size + run.size)
    else:
        told.append(run)


def _mergeable(last: Written, run: Written) -> bool:
    """Words with words: a call stays a run by itself."""
    return not (last.is_call or run.is_call)
