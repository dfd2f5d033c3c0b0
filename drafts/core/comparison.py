"""What changed from an old text to a new one: the values that :func:`drafts.core.compare.compare` gives.

Always old first. What always holds (FORMATS, section 3): leaving out ``insert`` segments gives the old text,
leaving out ``delete`` the new, code point for code point, a split or merged change counting as its paragraphs
joined by one line feed; every paragraph of either side stands in exactly one change.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, NamedTuple

from drafts.core.tokens import fold

Op = Literal["equal", "delete", "insert"]
ChangeKind = Literal["unchanged", "edited", "added", "removed", "split", "merged"]
CHANGE_KINDS: tuple[ChangeKind, ...] = ("unchanged", "edited", "added", "removed", "split", "merged")

JOINT = "\n"  # stands between the paragraphs of the longer side of a split or merged change


class Segment(NamedTuple):
    """A stretch of text, and whether both sides have it or only one."""

    op: Op
    text: str


Segments = tuple[Segment, ...]


def old_text(segments: Segments) -> str:
    """The old side: what remains when insertions are left out."""
    return "".join(text for op, text in segments if op != "insert")


def new_text(segments: Segments) -> str:
    """The new side: what remains when deletions are left out."""
    return "".join(text for op, text in segments if op != "delete")


class MarkChange(NamedTuple):
    """A mark that only one side has. Offsets are in the new text when ``added``, in the old when ``removed``.

    For a split or merged change they count within its paragraphs joined by one line feed. ``note`` is the
    note's id on that side when ``type`` is ``note``; ``end`` equals ``start`` then.
    """

    change: Literal["added", "removed"]
    type: Literal["italic", "note"]
    start: int
    end: int
    note: str = ""


class Change(NamedTuple):
    """What became of one paragraph, or of the few that split or merged.

    ``old`` and ``new`` are paragraph ids of the two sides, ``old_labels`` and ``new_labels`` what is printed.
    ``moved``: it left its place among those that kept their order. ``renumbered``: only its printed number
    differs; never an edit. ``retyped``: its kind or level changed. ``confidence`` runs from 0 to 1 and
    ``why`` says in plain words what the pairing rests on. ``named`` are the telling differences in words
    ("opening words: Invites → Urges", "a resolution cited: 60/195").
    """

    kind: ChangeKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    segments: Segments
    old_labels: tuple[str, ...] = ()
    new_labels: tuple[str, ...] = ()
    moved: bool = False
    renumbered: bool = False
    retyped: bool = False
    marks: tuple[MarkChange, ...] = ()
    confidence: float = 1.0
    why: str = ""
    named: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Nothing a reader of the text would see, but for a number."""
        return self.kind == "unchanged" and not (self.moved or self.retyped or self.marks)


class NoteChange(NamedTuple):
    """What became of a note; ``old`` or ``new`` is empty when the other side has none.

    ``reanchored``: it is called from another place. Renumbering is silence.
    """

    kind: Literal["unchanged", "edited", "added", "removed"]
    old: str
    new: str
    segments: Segments
    reanchored: bool = False


@dataclass(frozen=True, slots=True)
class SponsorChanges:
    """Names as each side writes them: joined and kept as in the new text, withdrawn as in the old."""

    joined: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def unnamed(self) -> bool:
        """Whether the new text names no sponsor at all, as a chair's and an adopted one do not.

        Nobody need have withdrawn then.
        """
        return bool(self.withdrawn) and not (self.joined or self.kept)


class FieldChange(NamedTuple):
    """What differs above the text: a masthead field (``organ``, ``date`` …), ``submitted``, ``proposal``."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Side:
    """Which text stood on a side."""

    symbol: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed, in the order of the new text; what was removed stands where it stood.

    ``warnings`` say what a reader should know before trusting the whole: the texts share almost nothing, or
    are in two languages.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...] = ()
    title: Segments = ()
    sponsors: SponsorChanges = SponsorChanges()
    notes: tuple[NoteChange, ...] = ()
    warnings: tuple[str, ...] = ()
    masthead: tuple[FieldChange, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """Counts by kind. A moved or renumbered paragraph counts under its kind as well."""
        kinds = Counter(change.kind for change in self.changes)
        notes = Counter(note.kind for note in self.notes)
        return {
            **{kind: kinds[kind] for kind in CHANGE_KINDS[:4]},
            "moved": sum(change.moved for change in self.changes),
            "split": kinds["split"],
            "merged": kinds["merged"],
            "renumbered": sum(change.renumbered for change in self.changes),
            "retyped": sum(change.retyped for change in self.changes),
            "sponsors_joined": len(self.sponsors.joined),
            "sponsors_withdrawn": len(self.sponsors.withdrawn),
            "notes_added": notes["added"],
            "notes_removed": notes["removed"],
            "notes_edited": notes["edited"],
            "notes_reanchored": sum(note.reanchored for note in self.notes),
        }

    @property
    def identical(self) -> bool:
        """Whether the two say the same. Nothing is said by a date, or by what the document calls itself."""
        return (
            all(change.silent and not change.renumbered for change in self.changes)
            and all(note.kind == "unchanged" and not note.reanchored for note in self.notes)
            and fold(old_text(self.title)) == fold(new_text(self.title))
            and not (self.sponsors.joined or self.sponsors.withdrawn)
            and all(field.name != "submitted" for field in self.masthead)
        )
