"""Which note is which: by what it says and where it is called. Its number says nothing.

old   … the Convention¹ … the Protocol²        1 Resolution 55/25, annex I.   2 Ibid., annex II.
new   … the Charter,¹ the Convention² …        1 Article 2.   2 Resolution 55/25, annex I.   3 Ibid., annex II.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Literal

from drafts.core.align import Link
from drafts.core.comparison import Change, NoteChange, Segments
from drafts.core.document import Note, Resolution
from drafts.core.similarity import ratio
from drafts.core.tokens import fold, stems
from drafts.core.vocabulary import Vocabulary
from drafts.core.words import compare_words

ALIKE_HERE = 0.25  # words in common for two notes called from the same paragraph
ALIKE_ANYWHERE = 0.6  # and for two called from different ones, as for moved paragraphs
NEAR = 50  # how many unpaired notes either side are compared with one called from elsewhere; keeps 3,000 notes cheap

Places = frozenset[int]


def pair_notes(old: Resolution, new: Resolution, links: Sequence[Link]) -> dict[str, str]:
    """For each old note that lives on, the id of the new one.

    The same words called from the same paragraph come first; then the same words, where only one note has them;
    then the likest called from the same paragraph; then the likest anywhere.
    """
    pairing = _Pairing(old, new, links)
    pairing.meet(lambda note, place: (fold(note.text), place))
    pairing.meet(lambda note, place: fold(note.text), alone=True)
    pairing.meet_likest()
    return pairing.found


def note_changes(
    old: Resolution,
    new: Resolution,
    pairs: Mapping[str, str],
    links: Sequence[Link],
    changes: Sequence[Change],
) -> tuple[NoteChange, ...]:
    """What became of each note: those of the new text in its order, then those that went."""
    of_new = {new_id: old_id for old_id, new_id in pairs.items()}
    old_places, new_places = note_places(old, new, links)
    shifted = _shifted_in_place(pairs, changes)
    found = []
    for note in new.notes:
        old_id = of_new.get(note.id, "")
        text = old.notes_by_id[old_id].text if old_id else ""
        segments = compare_words(text, note.text)
        away = bool(old_id) and (old_places[old_id] != new_places[note.id] or old_id in shifted)
        found.append(NoteChange(_kind(old_id, segments), old_id, note.id, segments, away))
    gone = [note for note in old.notes if note.id not in pairs]
    found += [NoteChange("removed", note.id, "", compare_words(note.text, "")) for note in gone]
    return tuple(found)


def _kind(old: str, segments: Segments) -> Literal["unchanged", "edited", "added"]:
    if not old:
        return "added"
    return "edited" if any(op != "equal" for op, _ in segments) else "unchanged"


def _shifted_in_place(pairs: Mapping[str, str], changes: Sequence[Change]) -> set[str]:
    """Old notes whose call went from one word of a paragraph to another."""
    gone = {
        mark.note for change in changes for mark in change.marks if mark.change == "removed" and mark.note
    }
    come = {mark.note for change in changes for mark in change.marks if mark.change == "added" and mark.note}
    return {note for note in gone if pairs.get(note) in come}


def _places(resolution: Resolution, owner: Mapping[int, int]) -> dict[str, Places]:
    """For each note the links of the paragraphs that call it; -1 stands for a paragraph without a link."""
    places: dict[str, set[int]] = {note.id: set() for note in resolution.notes}
    for index, paragraph in enumerate(resolution.paragraphs):
        for mark in paragraph.marks:
            if mark.type == "note":
                places[mark.note].add(owner.get(index, -1))
    return {note: frozenset(found) for note, found in places.items()}


class _Pairing:
    """Old and new notes, with the places that call them, and the pairs found so far."""

    def __init__(self, old: Resolution, new: Resolution, links: Sequence[Link]) -> None:
        self.found: dict[str, str] = {}
        self.old_places, self.new_places = note_places(old, new, links)
        self.old = {note.id: note for note in old.notes}
        self.new = {note.id: note for note in new.notes}

    def take(self, old: str, new: str) -> None:
        self.found[old] = new
        del self.old[old], self.new[new]

    def meet(self, key: Callable[[Note, Places], Hashable], *, alone: bool = False) -> None:
        """Pair in order the notes with one key; ``alone``: only where no other note on its side has it."""
        olds, news = _grouped(self.old, self.old_places, key), _grouped(self.new, self.new_places, key)
        for value, group in olds.items():
            others = news.get(value, [])
            if not alone or len(group) == len(others) == 1:
                for old, new in zip(group, others, strict=False):
                    self.take(old, new)

    def meet_likest(self) -> None:
        """Pair what is left by its words, the likest first; place lowers what is asked for."""
        vocabulary = Vocabulary()
        olds = [(note, vocabulary.code(stems(self.old[note].text))) for note in self.old]
        news = [(note, vocabulary.code(stems(self.new[note].text))) for note in self.new]
        scored: list[tuple[float, int, str, str]] = []
        for rank, (old, old_words) in enumerate(olds):
            for new, new_words in news[max(0, rank - NEAR) : rank + NEAR]:
                here = self.old_places[old] == self.new_places[new] and -1 not in self.old_places[old]
                likeness = ratio(old_words, new_words)
                if likeness >= (ALIKE_HERE if here else ALIKE_ANYWHERE):
                    scored.append((-likeness - here, len(scored), old, new))
        for _, _, old, new in sorted(scored):
            if old in self.old and new in self.new:
                self.take(old, new)


def _grouped(
    notes: Mapping[str, Note], places: Mapping[str, Places], key: Callable[[Note, Places], Hashable]
) -> dict[Hashable, list[str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for note in notes.values():
        groups[key(note, places[note.id])].append(note.id)
    return groups


def note_places(
    old: Resolution, new: Resolution, links: Sequence[Link]
) -> tuple[dict[str, Places], dict[str, Places]]:
    """For each note of either side the links, by number, of the paragraphs that call it; -1 where there is none."""
    old_owner = {index: number for number, link in enumerate(links) for index in link.old}
    new_owner = {index: number for number, link in enumerate(links) for index in link.new}
    return _places(old, old_owner), _places(new, new_owner)
