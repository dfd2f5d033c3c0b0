"""Stretches of a text by who wrote them: what a change makes of them, and whose the words are that came.

See :mod:`drafts.formats.shared.authorship` for what is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pycrdt import Text

CALL = "\ufffc"  # a call of a note, as checkpoints keep it: Unicode's "object replacement"
# Signs from which on words that leave one place and appear in another are taken to have moved there. Shorter
# ones are endings and commas, which anybody types anew.
MOVED = 3
# Deleted stretches that a paragraph remembers, for words that come back. Beyond, it forgets them all: a long
# paragraph rewritten ten times has some 300.
REMEMBERED = 500


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


_UNKNOWN = ""  # the author of words that came by the update itself, until they are attributed


def restored(text: Text, rows: Iterable[Sequence[Any]]) -> Iterator[Written]:
    signs = [each for part, _ in text.diff() for each in _units(part)]
    at = 0
    for row in rows:
        if len(row) == 3:
            yield Written(row[0], row[1], row[2], gone=True)
        else:
            stretch = signs[at : at + row[0]]
            at += row[0]
            yield Written("".join(sign for sign, _ in stretch), row[1], sum(size for _, size in stretch))


def fresh(parts: Iterable[tuple[Any, Any]]) -> Iterator[Written]:
    for part, _ in parts:
        yield _came(part)


def _came(part: Any) -> Written:
    return (
        Written(part, _UNKNOWN, len(part.encode())) if isinstance(part, str) else Written(CALL, _UNKNOWN, 1)
    )


def _units(part: Any) -> Iterator[tuple[str, int]]:
    """Each sign with how many units it takes."""
    return ((sign, len(sign.encode())) for sign in part) if isinstance(part, str) else iter([(CALL, 1)])


def changed(
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


def attributed(runs: Sequence[Written], author: str, loose: Sequence[Sequence[Written]]) -> list[Written]:
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
        words = signs_of(stretch)
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


def signs_of(runs: Iterable[Written]) -> str:
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
