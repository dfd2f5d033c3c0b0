"""Where the mark of a paragraph that came or went whole is tracked: its own, or the one before it.

A paragraph is its words and a mark that ends it. What came with a new paragraph is its words and its own
mark; as true is the mark before it and its words, as when a new line is typed at a paragraph's end::

    kept¶  [came¶]  kept¶        or        kept[¶  came]¶  kept¶

Both say the same, and Word takes either. LibreOffice 7.4 goes wrong with the first in four cases, and there
the second is written:

====================================================  ================================================
the words before the kept mark came as well           it takes the mark between for come, too
the paragraph is tracked in several ways, as moved    it undoes the last way alone with the mark, and
and as inserted                                       lends the next paragraph the looks of this one
nothing but an empty paragraph follows                the empty one takes this one's looks
the first note of the document is called in it        it forgets that the mark is tracked
====================================================  ================================================

The last it still gets wrong where the paragraph is one that was split, joined or stands below such a one.
Programs differ on whether two paragraphs that become one look like the first or like the last; the second way
is written so that both answers are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from drafts.formats.docx.names import Element, w
from drafts.formats.docx.writing.making import made

Track = Callable[..., Element]  # makes a change of a kind, as the tracker of a document does

_CAME, _WENT = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_ENDS = (w("moveFromRangeEnd"), w("moveToRangeEnd"))
_SIGNS = (w("pPr"), w("moveFromRangeStart"), w("moveToRangeStart"), *_ENDS)  # what is no words
_MARK = w("rPr")  # within a paragraph's properties, those of its mark
_CHANGE = w("pPrChange")


@dataclass(frozen=True)
class _Chain:
    """Paragraphs that came or went whole, one after another; before them one whose mark both sides have."""

    kept: Element
    whole: tuple[Element, ...]
    after: Element | None


def place_marks(main: Element, track: Track) -> None:
    """Track marks before their paragraphs wherever that is the safer way."""
    first = _first_caller(main)
    for container in main.iter(w("body"), w("tc")):
        for chain in list(_chains(container)):
            if _runs_on(chain) or _awkward(chain, first):
                _shift(chain.kept, _up_to(first, chain.whole), track)


def _first_caller(main: Element) -> Element | None:
    """The paragraph that calls the first note."""
    call = main.find(f".//{w('footnoteReference')}")
    return None if call is None else next(call.iterancestors(w("p")))


def _chains(container: Element) -> Iterator[_Chain]:
    kept: Element | None = None
    whole: list[Element] = []
    for element in (*container.iterchildren(), None):
        if element is not None and element.tag in _ENDS:
            continue
        paragraph = element if element is not None and element.tag == w("p") else None
        if paragraph is not None and _is_whole(paragraph):
            whole.append(paragraph)
            continue
        if kept is not None and whole:
            yield _Chain(kept, tuple(whole), paragraph)
        kept = paragraph if paragraph is not None and not _tracked(paragraph) else None
        whole = []


def _is_whole(paragraph: Element) -> bool:
    """Whether the paragraph came, or went, with its mark and all of its words."""
    mark = _tracked(paragraph)
    side = _CAME if mark in _CAME else _WENT
    return bool(mark) and all(each.tag in side for each in _pieces(paragraph))


def _tracked(paragraph: Element) -> str:
    """How the paragraph's mark is tracked; empty if it is not."""
    found = paragraph.find(f"{w('pPr')}/{_MARK}/*")
    return "" if found is None else str(found.tag)


def _pieces(paragraph: Element) -> list[Element]:
    return [each for each in paragraph if each.tag not in _SIGNS]


def _runs_on(chain: _Chain) -> bool:
    """Whether the words before the kept mark came, and what stands after it as well."""
    pieces = _pieces(chain.kept)
    return bool(pieces) and pieces[-1].tag == _tracked(chain.whole[0]) == w("ins")


def _awkward(chain: _Chain, first: Element | None) -> bool:
    mixed = any(each.tag != _tracked(paragraph) for paragraph in chain.whole for each in _pieces(paragraph))
    return mixed or first in chain.whole or (chain.after is not None and not _pieces(chain.after))


def _up_to(first: Element | None, whole: Sequence[Element]) -> Sequence[Element]:
    """The paragraphs to the first that calls a note, if they went: its own mark is then the kept one.

    What came runs on over a mark that LibreOffice forgot, as over any; what went does not.
    """
    came = _tracked(whole[0]) in _CAME
    return whole if came or first not in whole else whole[: whole.index(first) + 1]


def _shift(kept: Element, whole: Sequence[Element], track: Track) -> None:
    """Each paragraph has its coming or going told by the mark before it; the last one's mark is the kept one.

    ::

        P¶  [M¶]+  [D¶]-          P[¶ M]+  [¶ D]- ¶
                                  now: P¶ M¶, so the last mark has the looks of M;  before: P¶ D¶, those of D
    """
    now, was = _looks(kept)
    for before, paragraph in zip((kept, *whole), whole, strict=False):
        came = _tracked(paragraph) in _CAME
        own_now, own_was = _looks(paragraph)
        now, was = (own_now, was) if came else (now, own_was)
        _track(before, track("ins" if came else "del"))
        _look(paragraph, now, was, track)
        _end_range_within(paragraph)


def _looks(paragraph: Element) -> tuple[list[Element], list[Element]]:
    """The paragraph's properties now and before, without those of its mark."""
    properties = paragraph[0]
    now = [each for each in properties if each.tag not in (_MARK, _CHANGE)]
    change = properties.find(_CHANGE)
    return now, now if change is None else list(change[0])


def _track(paragraph: Element, change: Element) -> None:
    """Say of the paragraph's mark what became of it, in the place that the schema has for that."""
    properties = paragraph[0]
    looks = properties.find(_CHANGE)
    properties.insert(len(properties) if looks is None else properties.index(looks), made("rPr", change))


def _look(paragraph: Element, now: Sequence[Element], was: Sequence[Element], track: Track) -> None:
    """Give the paragraph these properties; nothing is told of its mark."""
    properties = [deepcopy(each) for each in now]
    if _told(now) != _told(was):
        properties.append(track("pPrChange", made("pPr", *map(deepcopy, was))))
    paragraph[0][:] = properties


def _told(properties: Sequence[Element]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (str(each.tag), sorted((str(name), str(value)) for name, value in each.items()))
        for top in properties
        for each in top.iter()
    ]


def _end_range_within(paragraph: Element) -> None:
    """A move that has lost the paragraph's mark ends before it."""
    after = paragraph.getnext()
    if after is not None and after.tag in _ENDS:
        paragraph.append(after)
