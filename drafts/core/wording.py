"""What a report says of its changes: ``moved and edited``, ``OP 5, was OP 4``, ``2 sponsors joined``.

The words are the report's own and not the text's: a French text may be reported on in English. Names of
paragraphs (PP 3, OP 5) are said alike in all languages of the house.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafts.core.comparison import NoteChange
from drafts.core.report import NoteRow, Row


@dataclass(frozen=True)
class Wording:
    """The words of one language. ``counts``: for each key of a summary, the singular and the plural."""

    language: str
    kinds: Mapping[str, str]
    note_kinds: Mapping[str, str]
    counts: Mapping[str, tuple[str, str]]
    joiner: str
    was: str
    were: str
    went: str
    stretch: str
    lone_stretch: str
    note: str
    sponsors: str
    same: str
    old_text: str
    new_text: str
    title: str
    legend: tuple[str, str, str]


_ENGLISH = Wording(
    language="en",
    kinds={
        "unchanged": "unchanged",
        "edited": "edited",
        "added": "added",
        "removed": "removed",
        "split": "split",
        "merged": "merged",
        "moved": "moved",
        "retyped": "retyped",
    },
    note_kinds={
        "edited": "edited",
        "added": "added",
        "removed": "removed",
        "reanchored": "called elsewhere",
    },
    counts={
        "edited": ("edited", "edited"),
        "added": ("added", "added"),
        "removed": ("removed", "removed"),
        "moved": ("moved", "moved"),
        "split": ("split", "split"),
        "merged": ("merged", "merged"),
        "retyped": ("retyped", "retyped"),
        "renumbered": ("renumbered", "renumbered"),
        "unchanged": ("unchanged", "unchanged"),
        "sponsors_joined": ("sponsor joined", "sponsors joined"),
        "sponsors_withdrawn": ("sponsor withdrawn", "sponsors withdrawn"),
        "notes_added": ("note added", "notes added"),
        "notes_removed": ("note removed", "notes removed"),
        "notes_edited": ("note edited", "notes edited"),
        "notes_reanchored": ("note called elsewhere", "notes called elsewhere"),
    },
    joiner=" and ",
    was="was {}",
    were="were {}",
    went="{} stood here and is now {}",
    stretch="{} unchanged paragraphs, {} to {}",
    lone_stretch="1 unchanged paragraph, {}",
    note="note {}",
    sponsors="Sponsors",
    same="The two texts are the same.",
    old_text="the old text",
    new_text="the new text",
    title="What changed from {} to {}",
    legend=("Signs:", "inserted", "deleted"),
)

_FRENCH = Wording(
    language="fr",
    kinds={
        "unchanged": "inchangé",
        "edited": "modifié",
        "added": "ajouté",
        "removed": "supprimé",
        "split": "scindé",
        "merged": "fusionné",
        "moved": "déplacé",
        "retyped": "de nature changée",
    },
    note_kinds={
        "edited": "modifiée",
        "added": "ajoutée",
        "removed": "supprimée",
        "reanchored": "appelée ailleurs",
    },
    counts={
        "edited": ("modifié", "modifiés"),
        "added": ("ajouté", "ajoutés"),
        "removed": ("supprimé", "supprimés"),
        "moved": ("déplacé", "déplacés"),
        "split": ("scindé", "scindés"),
        "merged": ("fusionné", "fusionnés"),
        "retyped": ("de nature changée", "de nature changée"),
        "renumbered": ("renuméroté", "renumérotés"),
        "unchanged": ("inchangé", "inchangés"),
        "sponsors_joined": ("auteur s’est joint", "auteurs se sont joints"),
        "sponsors_withdrawn": ("auteur s’est retiré", "auteurs se sont retirés"),
        "notes_added": ("note ajoutée", "notes ajoutées"),
        "notes_removed": ("note supprimée", "notes supprimées"),
        "notes_edited": ("note modifiée", "notes modifiées"),
        "notes_reanchored": ("note appelée ailleurs", "notes appelées ailleurs"),
    },
    joiner=" et ",
    was="auparavant {}",
    were="auparavant {}",
    went="{} se trouvait ici et est désormais {}",
    stretch="{} paragraphes inchangés, de {} à {}",
    lone_stretch="1 paragraphe inchangé, {}",
    note="note {}",
    sponsors="Auteurs",
    same="Les deux textes sont identiques.",
    old_text="l’ancien texte",
    new_text="le nouveau texte",
    title="Ce qui a changé de {} à {}",
    legend=("Signes :", "inséré", "supprimé"),
)

WORDINGS = {"en": _ENGLISH, "fr": _FRENCH}


def kind_words(row: Row | NoteRow, wording: Wording = _ENGLISH) -> str:
    """The kind of a change: ``moved and edited``."""
    change, kinds = row.change, wording.kinds
    if isinstance(change, NoteChange):
        return wording.note_kinds["reanchored" if change.kind == "unchanged" else change.kind]
    words = [kinds[word] for word, holds in (("moved", change.moved), ("retyped", change.retyped)) if holds]
    if change.kind != "unchanged" or not words:
        words.append(kinds[change.kind])
    return wording.joiner.join(words)


def kind_class(row: Row) -> str:
    """The one name that gives a change its colour and shape."""
    change = row.change
    if change.moved:
        return "moved"
    return "edited" if change.kind == "unchanged" and not change.silent else change.kind


def place_words(row: Row, wording: Wording = _ENGLISH) -> str:
    """Which paragraph this is, and was: ``OP 5, was OP 4``."""
    if not row.new_name:
        return wording.was.format(row.old_name)
    if not row.old_name or row.old_name == row.new_name:
        return row.new_name
    was = wording.was if len(row.change.old) == 1 else wording.were
    return f"{row.new_name}, {was.format(row.old_name)}"


def stretch_words(rows: Sequence[Row], wording: Wording = _ENGLISH) -> str:
    """``2 unchanged paragraphs, PP 3 to PP 4``."""
    if len(rows) == 1:
        return wording.lone_stretch.format(rows[0].name)
    return wording.stretch.format(len(rows), rows[0].name, rows[-1].name)


def count_words(summary: Mapping[str, int], wording: Wording = _ENGLISH) -> Iterator[tuple[str, int, str]]:
    """Each count that is not nought: its key in the summary, the number, and its words."""
    for key, (singular, plural) in wording.counts.items():
        if number := summary[key]:
            yield key, number, singular if number == 1 else plural
