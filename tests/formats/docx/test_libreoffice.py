"""What accepting and rejecting means, by LibreOffice's word; and our files, through it and back.

Left out is what LibreOffice 7.4 does not do: rows tracked without their words, cells, and a deletion within
an insertion by the same hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from drafts.core import compare
from drafts.formats import read, write
from drafts.formats.docx.content import Content, read_document
from drafts.formats.docx.package import open_package
from tests.corpus import CORPUS
from tests.exactness import word
from tests.exactness.revisions import random_revisions
from tests.formats.docx.test_writing import WHOLE
from tests.libreoffice import Opinion, needs_libreoffice, opinions
from tests.word_files import deleted, docx, field, ins, levels, lists, p, r

pytestmark = [pytest.mark.libreoffice, needs_libreoffice]

REVISIONS = 20
MARK = {kind: ins(kind=kind) for kind in ("ins", "del", "moveFrom", "moveTo")}
NUMBERS = {"numbering": levels("%1.", "(%2)", "(%3)") + lists("1:1", "2:1:1", "3:1:5")}
END = p(r("end."))


def x(list: int, level: int) -> str:
    return p(r("x"), number=(list, level))


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>{p()}"


def row(inner: str, tracked: str = "") -> str:
    cell = f"<w:tc><w:tcPr><w:tcW w:w='900' w:type='dxa'/></w:tcPr>{inner}</w:tc>"
    return f"<w:tr><w:trPr>{tracked}</w:trPr>{cell}</w:tr>"


NUMBERED = ins("<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>", kind="pPrChange")
CASES = {
    "runs": docx(p(r("a"), ins(r("b")), deleted("c"), r("d")), END),
    "deleted within inserted, by two hands": docx(p(ins(deleted("x", by="Ben"), r("y")), r("z")), END),
    "moved runs": docx(p(ins(r("a"), kind="moveTo"), r("b"), ins(r("c"), kind="moveFrom")), END),
    "inserted paragraph": docx(p(r("a")), p(ins(r("b")), mark=MARK["ins"]), p(r("c")), END),
    "deleted paragraph": docx(p(r("a")), p(deleted("b"), mark=MARK["del"]), p(r("c")), END),
    "split": docx(p(r("a"), mark=MARK["ins"]), p(r("b")), END),
    "joined": docx(p(r("a"), mark=MARK["del"]), p(r("b"), mark=MARK["del"]), p(r("c")), END),
    "bookmark between": docx(p(r("a"), mark=MARK["del"]), "<w:bookmarkEnd w:id='1'/>", p(r("b")), END),
    "moved paragraph": docx(
        p(ins(r("a"), kind="moveTo"), mark=MARK["moveTo"]), p(r("b")),
        p(ins(r("a"), kind="moveFrom"), mark=MARK["moveFrom"]), p(r("c")), END,
    ),
    "last paragraph": docx(p(r("a")), p(ins(r("b")), mark=MARK["ins"])),
    "before a table": docx(p(r("a"), mark=MARK["del"]), table(row(p(r("x")))), END),
    "nothing left before a table": docx(p(deleted("a"), mark=MARK["del"]), table(row(p(r("x")))), END),
    "rows": docx(
        table(
            row(p(r("a"))),
            row(p(ins(r("b")), mark=MARK["ins"]), MARK["ins"]),
            row(p(deleted("c"), mark=MARK["del"]), MARK["del"]),
        ),
        END,
    ),
    "number of an inserted paragraph": docx(
        p(ins(r("b")), number=(1, 0), mark=MARK["ins"]), p(r("c"), number=(1, 0)), END, **NUMBERS
    ),
    "split with a number": docx(p(r("a"), mark=MARK["ins"]), p(r("b"), number=(1, 0)), END, **NUMBERS),
    "joined with a number": docx(p(r("a"), number=(1, 0), mark=MARK["del"]), p(r("b")), END, **NUMBERS),
    "joined with nothing": docx(
        p(r("a"), number=(1, 0), mark=MARK["del"]), p(deleted("b")), p(r("c"), number=(1, 0)), END, **NUMBERS
    ),
    "deleted before a number": docx(
        p(deleted("a"), mark=MARK["del"]), p(r("b"), number=(1, 0)), END, **NUMBERS
    ),
    "deleted with a number": docx(
        p(deleted("a"), number=(1, 0), mark=MARK["del"]), p(r("b")), END, **NUMBERS
    ),
    "three joined, the second empty": docx(
        p(r("q"), number=(1, 0), mark=MARK["del"]), p(deleted("a"), mark=MARK["del"]), p(r("b")), END,
        **NUMBERS,
    ),
    "number taken away": docx(p(r("a"), more=NUMBERED), END, **NUMBERS),
    "lists": docx(
        x(1, 0), x(1, 1), x(1, 1), x(1, 0), x(1, 1), x(2, 0), x(2, 1), x(3, 0), x(1, 0), END, **NUMBERS
    ),
    "field cut by a deletion": docx(
        p(r("a"), ins("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", kind="del")
          + field("REF x", r("b")).split("</w:r>", 1)[1], r("c")), END,
    ),
    "spaces": docx(p("<w:r><w:t> a  b\n c </w:t></w:r>", r("x")), END),
}  # fmt: skip


def shown(content: Content) -> list[str]:
    """Each line that a person sees, numbers before it, spaces made one."""
    lines = (
        " ".join(line.split())
        for block in content.blocks
        for paragraph in block.paragraphs
        for line in f"{paragraph.label} {paragraph.text}".split("\n")
    )
    return [line for line in lines if line]


def ours(data: bytes) -> tuple[list[str], list[str]]:
    document = read_document(open_package(data, "a.docx"))
    return shown(document.content("rejected")), shown(document.content("accepted"))


def test_accepting_and_rejecting_is_what_libreoffice_does_and_our_files_come_back(tmp_path) -> None:
    """One test for all, as the program takes seconds to start and a moment for each file."""
    genuine = {file.name: file.read_bytes() for file in sorted((CORPUS / "docx").glob("*.docx"))}
    own = {"own": write(WHOLE, "docx")}
    revised = dict(islice(understood(), REVISIONS))
    found = opinions({**CASES, **genuine, **own, **revised}, tmp_path)
    assert {name: as_text(found[name]) for name in CASES} == {
        name: ours(data) for name, data in CASES.items()
    }
    assert {name: as_word(found[name]) for name in genuine} == {
        name: ours(data) for name, data in genuine.items()
    }
    assert read(found["own"][1].docx, "a.docx") == WHOLE
    assert {name: sides(found[name]) for name in revised} == {
        name: tuple(word.shown(word.content(data, side)) for side in ("rejected", "accepted"))
        for name, data in revised.items()
    }


def understood() -> Iterator[tuple[str, bytes]]:
    """Random revisions as Word files, but for those whose first note is called where a mark is tracked.

    LibreOffice 7.4 reads all notes when it meets the first call, and has then forgotten what it read of the
    mark of that paragraph.
    """
    for name, old, new in random_revisions(4 * REVISIONS, names=("ordinary", "hard")):
        data = write(compare(old, new), "docx", old=old, new=new)
        call = word.main(data).find(f".//{word.W}footnoteReference")
        paragraph = None if call is None else next(call.iterancestors(f"{word.W}p"))
        if paragraph is None or paragraph.find(f"{word.W}pPr/{word.W}rPr/*") is None:
            yield name, data


def sides(found: tuple[Opinion, Opinion]) -> tuple[object, object]:
    """Both sides to the last space, with styles, numbers, italics, calls and notes."""
    old, new = (word.shown(word.content(each.docx, "accepted")) for each in found)
    return old, new


def as_text(sides: tuple[Opinion, Opinion]) -> tuple[list[str], list[str]]:
    return sides[0].lines, sides[1].lines


def as_word(sides: tuple[Opinion, Opinion]) -> tuple[list[str], list[str]]:
    """By the Word file that LibreOffice makes of a side: as text it writes the numbers of notes as well."""
    return ours(sides[0].docx)[0], ours(sides[1].docx)[0]
