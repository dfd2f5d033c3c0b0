"""Word files (.docx): read with their changes accepted, rejected, or as the two texts that they hold."""

from __future__ import annotations

from dataclasses import dataclass

from drafts.core.document import Resolution
from drafts.formats.docx.agreement import text_of
from drafts.formats.docx.content import read_document
from drafts.formats.docx.package import open_package
from drafts.formats.docx.tracked import Hand, Side
from drafts.formats.docx.writing import write_docx, write_docx_report, write_docx_revision

__all__ = [
    "Hand",
    "Side",
    "Sides",
    "read_docx",
    "read_docx_sides",
    "write_docx",
    "write_docx_report",
    "write_docx_revision",
]


@dataclass(frozen=True)
class Sides:
    """The two texts of a file with tracked changes: before them, and after; and who made the changes."""

    old: Resolution
    new: Resolution
    authors: tuple[Hand, ...]


def read_docx(data: bytes, name: str, tracked: Side = "accepted") -> Resolution:
    """The text of a Word file with all its tracked changes accepted, or rejected.

    Raises:
        ReadError: it is no Word file, protected by a password, damaged, or a trap.
    """
    return text_of(read_document(open_package(data, name)), tracked)


def read_docx_sides(data: bytes, name: str) -> Sides | None:
    """The texts before and after the changes that a Word file tracks; None if it tracks none.

    Raises:
        ReadError: as for :func:`read_docx`.
    """
    document = read_document(open_package(data, name))
    if not document.hands:
        return None
    old, new = (text_of(document, side) for side in ("rejected", "accepted"))
    return Sides(old, new, document.hands)
