"""What a file is by its own bytes, whatever its name says.

::

    report.pdf    50 4B 03 04 … word/document.xml     a Word file: read as one, with a doubt
    letter.docx   D0 CF 11 E0 …                       an old Word file: refused, with the way out
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from drafts.core.worded import worded

PEEK = 4_096  # bytes looked at from the beginning
PDF_WITHIN = 1_024  # bytes that may stand before a PDF's first line (Adobe's reader, implementation note 13)
MOST_ENTRIES = 10_000  # files in an archive that are looked at; a Word file has some 30

AS_TEXT = worded("Save it as .docx or as plain text.")
COPY_WORDS = worded("Copy the words out of it.")


@dataclass(frozen=True, slots=True)
class Signature:
    """``what`` a file is, in words; ``suffix`` of the reader that takes it, or empty; ``remedy``: what to do.

    ``text``: its bytes are a text all the same.
    """

    what: str
    suffix: str = ""
    remedy: str = ""
    text: bool = False


PDF = Signature(worded("a PDF"), ".pdf", worded("Give it a name that ends in .pdf."))
WORD = Signature(worded("a Word file"), ".docx", worded("Give it a name that ends in .docx."))
XML = Signature(worded("an XML file"), ".xml", worded("Give it a name that ends in .xml."), text=True)
HTML = Signature(worded("a web page"), ".html", worded("Give it a name that ends in .html."), text=True)
JSON = Signature(worded("a JSON file"), ".json", worded("Give it a name that ends in .json."), text=True)

_PICTURE = Signature(worded("a picture"), remedy=COPY_WORDS)
_PROGRAM = Signature(worded("a program"), remedy=worded("Look where it came from before you open it."))
_PACKED = Signature(worded("a compressed file"), remedy=worded("Unpack it first."))
_ARCHIVE = Signature(
    worded("a zip archive or a damaged Word file"), remedy=worded("Unpack it, or save the Word file anew.")
)
_OLD_WORD = Signature(
    worded("an old Word file (.doc)"), remedy=worded("Open it and save it as .docx or as plain text.")
)
_LOCKED = Signature(
    worded("a file protected by a password"),
    remedy=worded("Open it, take the password off and save it anew."),
)
_LOCK = "EncryptedPackage".encode("utf-16-le")  # the stream in which Word keeps what it has locked
_RTF = Signature(worded("a rich text file (.rtf)"), remedy=AS_TEXT)
_FILM = Signature(worded("a recording"), remedy=worded("Write its words down first."))

_BEGINNINGS: tuple[tuple[bytes, Signature], ...] = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0", _OLD_WORD),
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"BZh91AY&SY", _PACKED),
    (b"ID3\x03", _FILM),
    (b"OggS\0", _FILM),
)
# Beginnings that words may have as well ("MZ", "BM", "RIFF") count only where what follows is no text.
_PATTERNS: tuple[tuple[re.Pattern[bytes], Signature], ...] = (
    (re.compile(rb"MZ[^\0]{0,30}\0", re.DOTALL), _PROGRAM),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), _PICTURE),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), _PICTURE),
    (re.compile(rb"RIFF.{4}", re.DOTALL), _FILM),
    (re.compile(rb"\0\0\0.ftyp(?:hei|mif|avi)", re.DOTALL), _PICTURE),
    (re.compile(rb"\0\0\0.ftyp", re.DOTALL), _FILM),
)
_ARCHIVED = (  # by how the name of a part begins: Word's own is at times called document2.xml
    ("word/document", WORD),
    ("xl/workbook.xml", Signature(worded("a spreadsheet"), remedy=COPY_WORDS)),
    ("ppt/presentation.xml", Signature(worded("a presentation"), remedy=COPY_WORDS)),
    ("content.xml", Signature(worded("an OpenDocument file (.odt)"), remedy=AS_TEXT)),
    ("META-INF/container.xml", Signature(worded("an e-book (.epub)"), remedy=AS_TEXT)),
)
_MARKS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.{0,1000}?-->|\s)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"<\?xml[\s]|<(?:\w+:)?akomaNtoso[\s>]")
_FLAT_WORD = re.compile(rb"<pkg:package|<w:wordDocument|progid=\"Word\.Document\"")
_JSON = re.compile(rb"\{\s*\"format\"\s*:\s*\"(?:resolution|comparison)/")


def signature_of(data: bytes) -> Signature | None:
    """What the bytes are for certain; None where they may be a text, or nothing known here."""
    head = data[:PEEK]
    for beginning, signature in _BEGINNINGS:
        if head.startswith(beginning):
            return _LOCKED if signature is _OLD_WORD and _LOCK in data else signature
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    for pattern, signature in _PATTERNS:
        if pattern.match(head):
            return signature
    return PDF if b"%PDF-" in head[:PDF_WITHIN] and b"\0" in data[: PEEK * 4] else _markup(head)


def _archive(data: bytes) -> Signature:
    """What a zip archive holds, by the names in it; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {entry.filename for entry in archive.infolist()[:MOST_ENTRIES]}
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
        # Cut short, the list at its end is lost; the first names still stand in the file itself.
        return WORD if b"word/" in data or b"[Content_Types].xml" in data[:PEEK] else _ARCHIVE
    held = (signature for start, signature in _ARCHIVED if any(name.startswith(start) for name in names))
    return next(held, _ARCHIVE)


def _markup(head: bytes) -> Signature | None:
    plain = head.replace(b"\0", b"")  # UTF-16, near enough to see tags
    start = _MARKS.match(plain)
    plain = plain[start.end() :] if start else plain
    if _HTML.match(plain):
        return HTML
    if _XML.match(plain):
        return (
            Signature(worded("a Word file saved as XML"), remedy=AS_TEXT) if _FLAT_WORD.search(plain) else XML
        )
    return JSON if _JSON.match(plain) else None
