"""Many files in one: the zip in which a whole draft travels, and the checks before one is believed.

The first entry, ``archive.json``, says what the archive is and gives each file's SHA-256. Nothing is ever
written to a disk under a name from an archive: its files stay in memory, by their names.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.zipping import zipped

FORMAT = "draft-archive"
VERSION = 1
LISTING = "archive.json"

# Bounds on what is unpacked. A draft of 20 versions, each with a scanned PDF of 5 MB, has 100 MB.
MOST_FILES = 2_000
MOST_BYTES = 300_000_000
MOST_OF_LISTING = 2_000_000

_MAKE_IT_ANEW = worded("Take the draft out again where it came from, and bring that file unchanged.")
_SAFE = re.compile(r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\\x00-\x1f:]{1,255}")
# What the library raises on a listing of entries that was broken by hand, beside its own error.
_NO_ZIP = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError)


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files as one archive; the same files give the same bytes."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    listing = {"format": f"{FORMAT}/{VERSION}", "files": sums}
    return zipped({LISTING: json.dumps(listing, indent=1).encode(), **files})


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """The files of an archive, each as it was packed. ``name`` is what the archive is called, for errors.

    Raises:
        ReadError: it is no such archive, of a newer version, too large once unpacked, holds a path that leads
            out of it, or is damaged; says where.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive, name)
            listing = _listing(_bytes_of(archive, LISTING, name), name)
            files = {each: _bytes_of(archive, each, name) for each in listing}
    except _NO_ZIP as error:
        raise ReadError(worded("this is no zip archive, or a part of it is missing."), source=name) from error
    for each, wanted in listing.items():
        if hashlib.sha256(files[each]).hexdigest() != wanted:
            raise ReadError(
                worded("this is not what was packed."), source=name, place=each, remedy=_MAKE_IT_ANEW
            )
    return files


def _check_entries(archive: zipfile.ZipFile, name: str) -> None:
    """Before anything is unpacked: paths, number, and sizes as the archive declares them."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise ReadError(
            worded("it holds {n} files; a draft has at most {most}.", n=len(entries), most=MOST_FILES),
            source=name,
        )
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise ReadError(
            worded("unpacked it is larger than {most} MB.", most=MOST_BYTES // 1000000), source=name
        )
    names = [entry.filename for entry in entries]
    for each in names:
        if not _SAFE.fullmatch(each):
            raise ReadError(
                worded("this path leads out of the archive."), source=name, place=repr(each)[1:-1][:80]
            )
    if len(set(names)) < len(names):
        raise ReadError(worded("it holds two files of one name."), source=name)
    if LISTING not in names:
        raise ReadError(
            worded("it has no {listing}, so it is not a draft taken out of Rapporteur.", listing=LISTING),
            source=name,
        )


def _listing(data: bytes, name: str) -> dict[str, str]:
    """Each file's digest, by its name."""
    try:
        told: Any = json.loads(data[:MOST_OF_LISTING])
        kind, _, version = told["format"].partition("/")
        files = dict(told["files"])
        number = int(version)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(worded("this cannot be understood."), source=name, place=LISTING) from error
    if kind != FORMAT:
        raise ReadError(worded("it holds a {kind}, not a draft.", kind=kind), source=name, place=LISTING)
    if number > VERSION:
        raise ReadError(
            worded(
                "a newer Rapporteur made it (version {number}; this one knows {known}).",
                number=number,
                known=VERSION,
            ),
            source=name,
            remedy=worded("Bring this installation up to date first."),
        )
    if not all(isinstance(each, str) for each in files.values()):
        raise ReadError(worded("this cannot be understood."), source=name, place=LISTING)
    return files


def _bytes_of(archive: zipfile.ZipFile, file: str, name: str) -> bytes:
    """One file, read no further than it declares to be long."""
    try:
        entry = archive.getinfo(file)
        with archive.open(entry) as opened:
            return opened.read(entry.file_size)
    except KeyError as error:
        raise ReadError(
            worded("this file is missing."), source=name, place=file, remedy=_MAKE_IT_ANEW
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise ReadError(worded("this is damaged."), source=name, place=file, remedy=_MAKE_IT_ANEW) from error
