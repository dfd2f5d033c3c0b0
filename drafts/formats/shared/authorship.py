"""Who wrote which words: the updates of a log applied one by one, each as its author's.

Words stay their author's wherever they go::

    Recalling its [Ben: earlier] resolution       Anna splits the paragraph before "earlier": still Ben's
    Recalling its ~~earlier~~ resolution          Anna deletes the word, and takes that back: Ben's again

Yjs writes both as new words of Anna's. So words that a deed takes from one place and puts into another keep
their authors, and so do words that come back to where they were deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pycrdt import Doc, Map, Text, TextEvent

from drafts.formats.shared.document import new_doc
from drafts.formats.shared.written import Written, attributed, changed, fresh, restored, signs_of


class Place(NamedTuple):
    """A text of the document: ``paragraphs`` or ``notes`` with a key, or the ``title``."""

    root: str
    key: str = ""


TITLE = Place("title")
Attributed = Mapping[Place, tuple[Written, ...]]  # what stands in each text, in stretches by author


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
                    self._written[place] = list(restored(text, rows))
        self._deed = _Deed()
        self._watching = [
            self.doc["paragraphs"].observe_deep(lambda events: self._heard("paragraphs", events)),
            self.doc["notes"].observe_deep(lambda events: self._heard("notes", events)),
            self.doc["title"].observe(lambda event: self._deed.deltas.append((TITLE, event.delta))),
        ]

    def apply(self, update: bytes, author: str, *, as_in: Attributed | None = None) -> None:
        """Apply one update. With ``as_in`` it took up an earlier text, whose words keep their authors."""
        self._deed = deed = _Deed()
        self.doc.apply_update(update)
        for place in deed.lost:
            self._written.pop(place, None)
        for place in deed.fresh:
            text = self._text(place)
            self._written[place] = [] if text is None else list(fresh(text.diff()))
        for place, delta in deed.deltas:
            if place in deed.fresh:
                continue
            self._written[place] = list(changed(self._written.get(place, ()), delta, deed.loose))
        for place in deed.buried:
            deed.loose.append([each for each in self._written.get(place, ()) if not each.gone])
        for place in {*deed.fresh, *(place for place, _ in deed.deltas)}:
            self._written[place] = attributed(self._written[place], author, deed.loose)
        if as_in:
            self._take_over(as_in)

    def written(self, place: Place) -> tuple[Written, ...]:
        """What stands there now, in stretches by author."""
        return tuple(each for each in self._written.get(place, ()) if not each.gone)

    @property
    def attributed(self) -> Attributed:
        """What stands everywhere now, whatever is applied later."""
        return {place: self.written(place) for place in self._written}

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

    def _take_over(self, earlier: Attributed) -> None:
        for place, then in earlier.items():
            if signs_of(then) == signs_of(self.written(place)):
                self._written[place] = list(then)


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
