"""Which note is which: by what it says and where it is called. Its number says nothing.

old   … the Convention¹ … the Protocol²        1 Resolution 55/25, annex I.   2 Ibid., annex II.
new   … the Charter,¹ the Convention² …        1 Article 2.   2 Resolution 55/25, annex I.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Literal, NamedTuple

from drafts.core.align import Link
from drafts.core.comparison import Change, NoteChange, Segments
from drafts.core.document import Note, Resolution
from drafts.core.similarity import ratio
from drafts.core.tokens import fold, folded_words, stem
from drafts.core.typesetting import reads_alike
from drafts.core.vocabulary import Vocabulary

ALIKE_HERE = 0.25  # words in common for two notes called from the same paragraph
ALIKE_ANYWHERE = 0.6  # and for two called from different ones, as for moved paragraphs
NEAR = 50  # unpaired notes to either side that one called from elsewhere is compared with; keeps 3,000 cheap

Places = frozenset[int]

_NUMBER = re.compile(r"\w*\d[\w/.\-]*\w|\d")  # 12, 79/243, A/80/256, E/2022/28


class NotePairs(NamedTuple):
    """``onwards``: for each old note that lives on, the id of the new one.

    The places of a note are the pairings of the paragraphs that call it, each by its first new paragraph; -1
    is a paragraph without a partner.
    """

    onwards: dict[str, str]
    old_places: dict[str, Places]
    new_places: dict[str, Places]


def pair_notes(old: Resolution, new: Resolution, links: Sequence[Link]) -> NotePairs:
    """Pair the notes of two texts whose paragraphs are paired.

    Keys come first where both descend from one draft; then the same words called from the same paragraph;
    then the same words, where only one note has them; then the likest, place lowering what is asked for.
    """
    pairs = NotePairs({}, *_places_of(old, new, links))
    pairing = _Pairing(old, new, pairs)
    if old.lineage and old.lineage == new.lineage:
        pairing.meet(lambda note, place: note.id)
    pairing.meet(lambda note, place: (note.text, place))
    pairing.meet(lambda note, place: fold(note.text), alone=True)
    pairing.meet_likest()
    return pairs


def note_changes(
    old: Resolution,
    new: Resolution,
    pairs: NotePairs,
    changes: Sequence[Change],
    words: Callable[[str, str], Segments],
) -> tuple[NoteChange, ...]:
    """What became of each note: those of the new text in its order, then those that went.

    ``words`` compares two texts.
    """
    of_new = {new_id: old_id for old_id, new_id in pairs.onwards.items()}
    shifted = _shifted_in_place(pairs.onwards, changes)
    old_texts = {note.id: note.text for note in old.notes}
    found = []
    for note in new.notes:
        old_id = of_new.get(note.id, "")
        segments = words(old_texts.get(old_id, ""), note.text)
        elsewhere = bool(old_id) and pairs.old_places[old_id] != pairs.new_places[note.id]
        found.append(
            NoteChange(_kind(old_id, segments), old_id, note.id, segments, elsewhere or old_id in shifted)
        )
    gone = [note for note in old.notes if note.id not in pairs.onwards]
    return (*found, *(NoteChange("removed", note.id, "", words(note.text, "")) for note in gone))


def _kind(old: str, segments: Segments) -> Literal["unchanged", "edited", "added"]:
    if not old:
        return "added"
    return "unchanged" if reads_alike(segments) else "edited"


def _shifted_in_place(pairs: Mapping[str, str], changes: Sequence[Change]) -> set[str]:
    """Old notes whose call went from one word of a paragraph to another."""
    marks = [mark for change in changes for mark in change.marks if mark.note]
    gone = {mark.note for mark in marks if mark.change == "removed"}
    come = {mark.note for mark in marks if mark.change == "added"}
    return {note for note in gone if pairs.get(note) in come}


def _places_of(
    old: Resolution, new: Resolution, links: Sequence[Link]
) -> tuple[dict[str, Places], dict[str, Places]]:
    """For each note of either side its places."""
    old_owner, new_owner = [-1] * len(old.paragraphs), [-1] * len(new.paragraphs)
    for link in links if old.notes or new.notes else ():
        if isinstance(link.new, range):
            old_owner[link.old[0] : link.old[-1] + 1] = new_owner[link.new[0] : link.new[-1] + 1] = link.new
        else:
            for at in link.old:
                old_owner[at] = link.new[0]
            for at in link.new:
                new_owner[at] = link.new[0]
    return _places(old, old_owner), _places(new, new_owner)


def _places(resolution: Resolution, owner: Sequence[int]) -> dict[str, Places]:
    places: dict[str, set[int]] = {note.id: set() for note in resolution.notes}
    if places:
        for paragraph, place in zip(resolution.paragraphs, owner, strict=True):
            for mark in paragraph.marks:
                if mark.note:
                    places[mark.note].add(place)
    return {note: frozenset(found) for note, found in places.items()}


class _Pairing:
    """Old and new notes not yet paired, the places that call them, and the pairs found so far."""

    def __init__(self, old: Resolution, new: Resolution, pairs: NotePairs) -> None:
        self._found, self._old_places, self._new_places = pairs
        self._old = {note.id: note for note in old.notes}
        self._new = {note.id: note for note in new.notes}

    def meet(self, key: Callable[[Note, Places], Hashable], *, alone: bool = False) -> None:
        """Pair in order the notes with one key; ``alone``: only where no other note on its side has it."""
        olds = _grouped(self._old, self._old_places, key)
        news = _grouped(self._new, self._new_places, key)
        for value in [value for value in olds if value in news]:
            group, others = olds[value], news[value]
            if not alone or len(group) == len(others) == 1:
                for old, new in zip(group, others, strict=False):
                    self._take(old, new)

    def meet_likest(self) -> None:
        """Pair what is left by its words, the likest first."""
        vocabulary = Vocabulary(stem)
        olds, news = (
            [
                (note.id, vocabulary.code(folded_words(note.text)), _numbers(note.text))
                for note in side.values()
            ]
            for side in (self._old, self._new)
        )
        scored: list[tuple[float, int, str, str]] = []
        for rank, (old, old_words, old_numbers) in enumerate(olds):
            for new, new_words, new_numbers in news[max(0, rank - NEAR) : rank + NEAR]:
                likeness = ratio(old_words, new_words)
                if likeness < ALIKE_HERE:
                    continue
                here = self._called_together(old, new)
                if here or (likeness >= ALIKE_ANYWHERE and _one_source(old_numbers, new_numbers)):
                    scored.append((-likeness - here, len(scored), old, new))
        for _, _, old, new in sorted(scored):
            if old in self._old and new in self._new:
                self._take(old, new)

    def _called_together(self, old: str, new: str) -> bool:
        places = self._old_places[old]
        return places == self._new_places[new] and bool(places) and -1 not in places

    def _take(self, old: str, new: str) -> None:
        self._found[old] = new
        del self._old[old], self._new[new]


def _one_source(old: Counter[str], new: Counter[str]) -> bool:
    """Whether two notes called from different places cite one thing: more than half of the numbers are one.

    old   Resolution 79/243, annex.           new   Resolution 80/12, annex.  words alone tell nothing
    """
    if old.keys().isdisjoint(new):
        return not (old or new)
    return 2 * (old & new).total() > max(old.total(), new.total())


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(text))


def _grouped(
    notes: Mapping[str, Note], places: Mapping[str, Places], key: Callable[[Note, Places], Hashable]
) -> dict[Hashable, list[str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for id, note in notes.items():
        groups[key(note, places[id])].append(id)
    return groups
