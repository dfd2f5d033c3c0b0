"""A Word file as the zip archive of parts that it is, opened as if somebody meant harm by it.

Nothing is unpacked to disk and nothing is fetched. A part is inflated only when it is asked for, and no
further than its limit, whatever the archive says of its size.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.docx.names import PACKAGE_RELATIONSHIPS, Element, usual
from drafts.formats.signatures import signature_of

# A hundred pages take some 4 MB and 60,000 elements as XML; these allow ten times that. lxml holds an
# element and its text in some 300 bytes.
MOST_BYTES = 40_000_000  # of one part, inflated
MOST_ELEMENTS = 600_000  # of one part
MOST_PARTS = 10_000  # of a package; a report with a picture on each page has some hundreds
WORTH_A_LOOK = 4_000_000  # bytes; below, any ratio will do
HIGHEST_RATIO = 250  # inflated to deflated: the same paragraph seven hundred times comes to some 150

_DAMAGED = worded("Open it in Word, save it anew and try again.")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # an encrypted part
    ValueError,
    OSError,
)
# Others may ask for gigabytes to unpack a kilobyte.
_USUAL_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN = "/officeDocument"


@dataclass(frozen=True)
class Package:
    """The parts of a file named ``source``, by their names without the leading stroke."""

    source: str
    archive: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo]

    def part(self, name: str) -> Element | None:
        """The tree of a part, in the usual namespaces; None if there is no such part.

        Raises:
            ReadError: it is damaged, too large, or declares a document type.
        """
        data = self.data(name)
        return None if data is None else usual(_parsed(data, self.source, name))

    def data(self, name: str) -> bytes | None:
        """The bytes of a part; None if there is no such part."""
        info = self.names.get(name.lower())
        return None if info is None else self._inflated(info)

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        found = self.related("", _MAIN)
        return found[0] if found else "word/document.xml"

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts that ``part`` (or the package: empty) names as its ``/footnotes`` …"""
        return [target for type_, target in self.relationships(part).values() if type_.endswith(kind)]

    def relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """By its id, what each relationship within the package is and which part it leads to."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for each in () if root is None else root.iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(each.get("Target", ""))))
                found[each.get("Id", "")] = (each.get("Type", ""), target.lstrip("/"))
        return found

    def _inflated(self, info: zipfile.ZipInfo) -> bytes:
        if info.compress_type not in _USUAL_PACKING:
            raise self._refusal(
                worded("it is packed in a way that Word does not use."), info.filename, _DAMAGED
            )
        try:
            with self.archive.open(info) as file:
                data = file.read(MOST_BYTES + 1)
        except _UNREADABLE as error:
            raise self._refusal(
                worded("it is damaged ({error}).", error=_reason(error)), info.filename, _DAMAGED
            ) from error
        ratio = len(data) / max(info.compress_size, 1)
        if len(data) > MOST_BYTES or (len(data) > WORTH_A_LOOK and ratio > HIGHEST_RATIO):
            raise self._refusal(worded("it grows beyond all measure when unpacked."), info.filename)
        return data

    def _refusal(self, reason: str, place: str, remedy: str = "") -> ReadError:
        return ReadError(reason, source=self.source, place=place, remedy=remedy)


def open_package(data: bytes, source: str) -> Package:
    """Open a Word file: a document or template, with macros or without (which nobody looks at).

    Raises:
        ReadError: it is something else, protected by a password, damaged or a trap.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise _not_a_package(data, source)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _UNREADABLE as error:
        reason = worded("it is damaged or cut short ({error}).", error=_reason(error))
        raise ReadError(reason, source=source, remedy=_DAMAGED) from error
    names = {info.filename.lower(): info for info in infos}
    _check_names(infos, names, source)
    package = Package(source, archive, names)
    if package.main.lower() not in names:
        raise _not_a_package(data, source)
    return package


def _not_a_package(data: bytes, source: str) -> ReadError:
    found = signature_of(data)
    if found:
        return ReadError(
            worded("this is {what}, not a Word file.", what=found.what), source=source, remedy=found.remedy
        )
    reason = worded("this is not a Word file.") if data.strip() else worded("it is empty.")
    return ReadError(reason, source=source, remedy=worded("Save the document as .docx in Word."))


def _check_names(infos: list[zipfile.ZipInfo], names: dict[str, zipfile.ZipInfo], source: str) -> None:
    if len(infos) > MOST_PARTS:
        raise ReadError(worded("it holds {n} parts; no document does.", n=f"{len(infos):,}"), source=source)
    if len(names) < len(infos):
        raise ReadError(worded("it holds two parts of one name."), source=source, remedy=_DAMAGED)
    for info in infos:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or re.match(r"[A-Za-z]:", name):
            raise ReadError(
                worded(
                    "it holds a part named {filename}, which leads out of it.",
                    filename=repr(info.filename[:80]),
                ),
                source=source,
            )


def _parsed(data: bytes, source: str, name: str) -> Element:
    # A document type is how entities come in; Word writes none. UTF-16 has a NUL beside each letter.
    if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C\0T\0Y\0P\0E" in data or b"\0<\0!\0D\0O\0C\0T\0Y\0P" in data:
        raise ReadError(
            worded("it declares a document type, which no Word file does."), source=source, place=name
        )
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise ReadError(
            worded("it holds more than {most} elements.", most=f"{MOST_ELEMENTS:,}"),
            source=source,
            place=name,
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = worded("it is damaged ({error}).", error=_reason(error))
        raise ReadError(reason, source=source, place=name, remedy=_DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            worded("it declares a document type, which no Word file does."), source=source, place=name
        )
    return root


def _reason(error: Exception) -> str:
    return str(error).rstrip(".").replace("\n", " ")[:120] or type(error).__name__
