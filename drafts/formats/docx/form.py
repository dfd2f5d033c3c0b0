"""The form that our own documents have in Word: which style says what. The writer and the reader share it.

Whoever goes on in Word with a document that we wrote keeps its styles, and so what they wrote is read for
what it is, whatever its words.
"""

from __future__ import annotations

from drafts.core.document import DEEPEST_LEVEL, KINDS, Kind

_NAMES: dict[Kind, str] = {
    "enacting": "Enacting Words",
    "preambular": "Preambular Paragraph",
    "operative": "Operative Paragraph",
    "heading": "Section Heading",
    "annex": "Annex Heading",
    "text": "Other Text",
}
_NUMBERED: tuple[Kind, ...] = ("preambular", "operative")

LABEL = (
    "Paragraph Label"  # of a run: the paragraph's number, where it is not the one that its place calls for
)
SPONSORS = "Sponsor Line"
TITLE = "Resolution Title"
UNCALLED = "Uncalled Notes"  # the paragraph from which hang the notes that nothing in the text calls
FURNITURE = "Masthead"  # what is printed and says nothing of the text: "United Nations"
FIELDS = {  # styles of the masthead's paragraphs, with the field that each holds
    "Masthead Symbol": "symbol",
    "Masthead Organ": "organ",
    "Masthead Distribution": "distribution",
    "Masthead Date": "date",
    "Masthead Original": "original",
    "Masthead Session": "session",
    "Masthead Committee": "committee",
    "Masthead Agenda Item": "agenda_item",
}


def usual_level(kind: Kind) -> int:
    """The level that a paragraph of a kind has unless it is a sub-paragraph."""
    return 1 if kind in _NUMBERED else 0


def style_of(kind: Kind, level: int) -> str:
    """The name of the style of such paragraphs: ``Operative Paragraph``, ``Operative Paragraph 2``."""
    return _NAMES[kind] if level == usual_level(kind) else f"{_NAMES[kind]} {level}"


_KINDS = {
    style_of(kind, level).lower(): (kind, level) for kind in KINDS for level in range(DEEPEST_LEVEL + 1)
}


def kind_of(style: str) -> tuple[Kind, int] | None:
    """Kind and level of paragraphs of a style, by its name in lower case; None if it is none of ours."""
    return _KINDS.get(style)
