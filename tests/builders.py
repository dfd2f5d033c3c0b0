"""Small values for tests, each with only what the test is about."""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core import numbering
from drafts.core.document import Note, Paragraph, Resolution, Sponsor


def pp(text: str, id: str = "", **more: object) -> Paragraph:
    """A preambular paragraph."""
    return Paragraph(id, "preambular", text, **more)  # type: ignore[arg-type]


def op(text: str, id: str = "", **more: object) -> Paragraph:
    """An operative paragraph; its label comes from its place."""
    return Paragraph(id, "operative", text, **more)  # type: ignore[arg-type]


def resolution(
    *paragraphs: Paragraph,
    language: str = "en",
    notes: Sequence[Note] = (),
    sponsors: Sequence[str] = (),
    **more: object,
) -> Resolution:
    """A text of these paragraphs: p1, p2 … by place where they have no id, and numbered."""
    named = tuple(
        Paragraph(each.id or f"p{place}", each.kind, each.text, each.level, each.label, each.marks)
        for place, each in enumerate(paragraphs, 1)
    )
    return Resolution(
        numbering.relabel(named, language),
        tuple(notes),
        sponsors=tuple(Sponsor(name) for name in sponsors),
        language=language,
        **more,  # type: ignore[arg-type]
    ).check()
