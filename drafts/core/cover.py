"""A cover sheet in the words of a report: what was compared, by which program, when."""

from __future__ import annotations

from dataclasses import dataclass

from drafts.core.options import Cover
from drafts.core.wording import Wording


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """A cover sheet in words: ``compared`` are lines of what, old, new; ``made`` of what and its value.

    ``digests`` are lines of what, of which side, and 64 hexadecimal digits; ``check`` says how they are made.
    """

    title: str
    heads: tuple[str, str]
    compared: tuple[tuple[str, str, str], ...]
    digests: tuple[tuple[str, str, str], ...]
    made: tuple[tuple[str, str], ...]
    check: str


def cover_sheet(cover: Cover, wording: Wording) -> CoverSheet:
    """A cover sheet laid out; what is not known is left out."""
    words, held = wording.cover, wording.held
    sides = ((words["old"], cover.old), (words["new"], cover.new))
    compared = [
        (words[said], held(getattr(cover.old, name)), held(getattr(cover.new, name)))
        for name, said in _COMPARED
    ]
    digests = [(words[name], said, getattr(side, name)) for name in _DIGESTS for said, side in sides]
    made = [(words["program"], held(cover.program)), (words["made"], _moment(cover.made, wording))]
    return CoverSheet(
        words["title"],
        (words["old"], words["new"]),
        tuple(line for line in compared if any(line[1:])),
        tuple(line for line in digests if line[2]),
        tuple(line for line in made if line[1]),
        words["check"] if cover.old.text or cover.new.text else "",
    )


# What a cover sheet says of each text, and by which word.
_COMPARED = (("symbol", "symbol"), ("title", "heading"), ("date", "date"), ("file", "file"))
_DIGESTS = ("source", "text")


def _moment(made: str, wording: Wording) -> str:
    """``2026-11-25T02:30:00Z`` as ``2026-11-25 at 02:30 UTC``."""
    day, _, time = made.partition("T")
    return wording.cover["at"].format(wording.held(day), wording.held(time[:5])) if time else made
