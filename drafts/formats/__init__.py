"""Bytes to values and values to bytes: every form in which a resolution or a comparison enters or leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import Any, NoReturn

from drafts.core.document import Doubt, Resolution
from drafts.core.doubting import doubted
from drafts.core.errors import ReadError
from drafts.core.filenames import shown_name
from drafts.core.worded import worded
from drafts.formats import interchange
from drafts.formats.akn import read_akn, read_akn_sides
from drafts.formats.docx import Hand, Side, Sides, read_docx, read_docx_sides
from drafts.formats.html import read_html
from drafts.formats.interchange import from_json, to_json
from drafts.formats.pdf import MAX_PAGES, read_pdf
from drafts.formats.placed import LinePlace, Place, Placed
from drafts.formats.signatures import Signature, signature_of
from drafts.formats.text import decode, read_lines
from drafts.formats.writing import FORMS, write

__all__ = [
    "FORMS",
    "MAX_BYTES",
    "STANDARD_INPUT",
    "Hand",
    "Place",
    "Placed",
    "Sides",
    "from_json",
    "placed_text",
    "read",
    "read_placed",
    "read_sides",
    "suffixes",
    "to_json",
    "write",
]

STANDARD_INPUT = "-"  # a name that stands for text that came through a pipe
MAX_BYTES = 8_000_000  # the largest of the genuine PDFs have some 1 MB, a very long one as JSON 2 MB

Tell = Callable[[int, int], None]
Reader = Callable[
    ..., Placed
]  # of bytes and a name; of those in _PAGED, with how many pages and whom to tell

# Other suffixes of the same kinds of file.
_SAME = {
    **{".text": ".txt", ".md": ".txt", ".htm": ".html", ".xhtml": ".html", ".akn": ".xml"},
    **{".docm": ".docx", ".dotx": ".docx", ".dotm": ".docx"},  # macros and templates are never looked at
}
_PAGED = (".pdf",)  # kinds that are read page by page
_TRACKED = (".docx",)  # kinds that may hold changes
_READABLE = worded(".pdf, .docx, .html, .xml (Akoma Ntoso), .txt and .json")


def read(data: bytes, name: str, *, max_bytes: int = MAX_BYTES, tracked: Side = "accepted") -> Resolution:
    """The resolution in a file. Its bytes tell what it is, and where they do not, the suffix of ``name``.

    ``-`` is plain text where the bytes do not tell otherwise. A file under the suffix of another kind is read
    as what it is, with a doubt that says so. Of a Word file with tracked changes, the text with all of them
    ``accepted``, or ``rejected``.

    Raises:
        ReadError: the bytes are more than ``max_bytes``, not what the name says, or of a kind not read.
    """
    return read_placed(data, name, max_bytes=max_bytes, tracked=tracked).resolution


def read_placed(
    data: bytes,
    name: str,
    *,
    max_bytes: int = MAX_BYTES,
    max_pages: int = MAX_PAGES,
    tell: Tell | None = None,
    tracked: Side = "accepted",
) -> Placed:
    """The resolution in a file, and where in it paragraphs and notes stand, as far as it has pages or lines.

    ``tell`` hears how many pages are read, of how many. Raises as ``read`` does.
    """
    named, found = _kind(data, name, max_bytes)
    suffix = found.suffix if found else named
    paged = {"max_pages": max_pages, "tell": tell} if suffix in _PAGED else {}
    side = {"tracked": tracked} if suffix in _TRACKED else {}
    placed = _reader(suffix, name)(data, name, **paged, **side)
    if found and suffix != named and named in _KNOWN and name != STANDARD_INPUT:
        return _renamed(placed, doubted("renamed", ending=named, what=found.what))
    return placed


def read_sides(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> Sides | None:
    """The texts before and after the changes that a file marks; None for one that marks none.

    A Word file tracks them and says by whom; an Akoma Ntoso document has <ins>, <del> and removed elements.
    Raises as ``read`` does.
    """
    named, found = _kind(data, name, max_bytes)
    suffix = found.suffix if found else named
    if suffix == ".xml":
        texts = read_akn_sides(data, name)
        return Sides(*texts, ()) if texts else None
    return read_docx_sides(data, name) if suffix in _TRACKED else None


def suffixes() -> tuple[str, ...]:
    """How the names of files that can be read end."""
    return tuple(_READERS)


def _kind(data: bytes, name: str, max_bytes: int) -> tuple[str, Signature | None]:
    """The suffix under which files of its name's kind are read, and what its bytes tell, if they do."""
    if len(data) > max_bytes:
        raise ReadError(
            worded("it is larger than the {most} MB that are read.", most=f"{max_bytes / 1000000.0:.1f}"),
            source=name,
        )
    named = ".txt" if name == STANDARD_INPUT else PurePath(name).suffix.lower()
    found = signature_of(data)
    if found and not found.suffix:
        raise ReadError(worded("this is {what}.", what=found.what), source=name, remedy=found.remedy)
    return _SAME.get(named, named), found


def _reader(suffix: str, name: str) -> Reader:
    if suffix not in _READERS:
        ending = shown_name(suffix)
        reason = (
            worded("its name ends in {ending}.", ending=ending)
            if ending
            else worded("its name does not say what it is.")
        )
        raise ReadError(
            reason, source=name, remedy=worded("What can be read ends in {endings}.", endings=_READABLE)
        )
    return _READERS[suffix]


def _renamed(placed: Placed, told: str) -> Placed:
    read = placed.resolution
    return replace(placed, resolution=replace(read, doubts=(Doubt("renamed", told), *read.doubts)))


def placed_text(text: str) -> Placed:
    """A pasted text read, and where among its lines paragraphs and notes stand."""
    reading, lines = read_lines(text)
    places = {
        id: tuple(LinePlace(each.start, each.end, each.origin) for each in stretches if each.origin >= 0)
        for id, stretches in reading.stretches.items()
    }
    shown = tuple((line.gap, line.text) for line in lines)
    return Placed(reading.resolution, lines=shown, line_places=places)


def _read_docx(data: bytes, name: str, **options: Any) -> Placed:
    return Placed(read_docx(data, name, **options))


def _read_text(data: bytes, name: str) -> Placed:
    return placed_text(decode(data, name))


def _read_akn(data: bytes, name: str) -> Placed:
    return Placed(read_akn(data, name))


def _read_html(data: bytes, name: str) -> Placed:
    return Placed(read_html(data, name))


def _read_json(data: bytes, name: str) -> Placed:
    value = interchange.load(data, name)
    return Placed(value) if isinstance(value, Resolution) else _refuse_comparison(name)


def _refuse_comparison(name: str) -> NoReturn:
    raise ReadError(worded("this holds a comparison, and a resolution is wanted."), source=name)


_READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".json": _read_json,
    ".pdf": read_pdf,
    ".docx": _read_docx,
    ".html": _read_html,
    ".xml": _read_akn,
}
_KNOWN = _READERS.keys()
