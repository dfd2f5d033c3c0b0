"""What stands above a text, compared: masthead, sponsor line as written, what it calls itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from drafts.core.comparison import FieldChange
from drafts.core.document import Masthead, Resolution

MASTHEAD = tuple(field.name for field in fields(Masthead))


def compare_heads(old: Resolution, new: Resolution) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order of the page, spaces left out of account."""
    return tuple(
        FieldChange(name, before, after)
        for name, before, after in _fields(old, new)
        if before.split() != after.split()
    )


def _fields(old: Resolution, new: Resolution) -> Iterator[tuple[str, str, str]]:
    for name in MASTHEAD:
        yield name, getattr(old.masthead, name), getattr(new.masthead, name)
    yield "submitted", _submitted(old, new), _submitted(new, old)
    yield "proposal", old.proposal or "", new.proposal or ""


def _submitted(text: Resolution, other: Resolution) -> str:
    """The sponsor line as written; a plain list too, where the other side has another kind of line."""
    names = ", ".join(sponsor.name for sponsor in text.sponsors) if other.submitted else ""
    return text.submitted or names
