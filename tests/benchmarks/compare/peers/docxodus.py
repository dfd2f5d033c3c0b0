"""Docxodus through python-redlines: compares two Word files and gives a third with tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from python_redlines import DocxodusEngine
from python_redlines.engines import EngineNotInstalledError

from tests.benchmarks.compare.answer import Answer, Move, from_segments, with_moves
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import MissingError, Peer
from tests.benchmarks.compare.printing import Text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS = {  # the least that Word takes for a document
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
}
_OPS = {"del": "delete", "moveFrom": "delete", "ins": "insert", "moveTo": "insert"}

try:
    _ENGINE = DocxodusEngine()
except (EngineNotInstalledError, OSError) as error:
    raise MissingError(str(error)) from error


def prepare(case: Case) -> tuple[bytes, bytes]:
    return _docx(case.old), _docx(case.new)


def run(sides: tuple[bytes, bytes]) -> bytes:
    marked: bytes = _ENGINE.run_redline("bench", *sides, detect_moves=True)[0]
    return marked


def read(raw: bytes, case: Case) -> Answer:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 - the engine’s own output
    segments = [(op, text) for op, text, _ in _runs(root)]
    return with_moves(from_segments(segments, case.old, case.new), _moves(root), case.old, case.new)


def _docx(text: Text) -> bytes:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(each.text)}</w:t></w:r></w:p>'
        for each in text.paragraphs
    )
    document = f'<w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}')
    return made.getvalue()


def _runs(root: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """Each run's text, how it is marked, and the name of the move it belongs to, if any."""
    for paragraph in root.iter(f"{{{_W}}}p"):
        move = ""
        for child in paragraph:
            name = child.tag.rpartition("}")[2]
            if name in ("moveFromRangeStart", "moveToRangeStart"):
                move = child.get(f"{{{_W}}}name", "")
            elif name in ("moveFromRangeEnd", "moveToRangeEnd"):
                move = ""
            else:
                text = "".join(
                    each.text or "" for kind in ("t", "delText") for each in child.iter(f"{{{_W}}}{kind}")
                )
                yield _OPS.get(name, "equal"), text, move


def _moves(root: ElementTree.Element) -> Iterator[Move]:
    sides: dict[str, dict[str, str]] = {}
    for op, text, move in _runs(root):
        if move:
            side = sides.setdefault(move, {"delete": "", "insert": ""})
            side[op] = side.get(op, "") + text
    return ((side["delete"], side["insert"]) for side in sides.values())


WORD_COMPARE = Peer("Docxodus", version("python-redlines-docxodus"), run, read, prepare)
