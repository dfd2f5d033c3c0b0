"""Comparisons as Word files: rejecting all gives the old text, accepting all the new, to the last mark."""

import io
import tempfile
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafts.core import compare
from drafts.core.document import Mark, Note, Resolution
from drafts.formats import Hand, read, read_sides, write
from tests.builders import op, pp, resolution
from tests.corpus import CORPUS, needs_corpus
from tests.formats.docx.test_writing import WHOLE
from tests.strategies import resolutions
from tests.word_files import WORD

W = f"{{{WORD}}}"

MAPS = pp("Recalling its books and all of its many maps of the sea, which were drawn by hand,")
READ = op("Requests all the members to read the books at home and to write of what they found in them;")
REPORT = "Invites the Secretary-General to report on the reading of books;"
BACK = "decides to come back to the matter next year in the light of that report;"
REST = op("Decides to rest.")
LONG = resolution(MAPS, READ, op(f"{REPORT} and {BACK}"), REST, title="On books")
PARTED = resolution(
    MAPS, REST, READ, op(REPORT), op(f"Also {BACK}"), title="On books and maps", language="en"
)

OTHER = replace(
    WHOLE,
    symbol="A/C.3/80/L.99/Rev.1",
    title="On books and on maps",
    sponsors=WHOLE.sponsors[:1],
    paragraphs=(
        WHOLE.paragraphs[0],
        replace(
            WHOLE.paragraphs[1], text="Recalling all of the Convention and its Protocol:",
            marks=(Mark.italic(0, 13), Mark.call(31, "x"), Mark.call(48, "y")),
        ),
        *WHOLE.paragraphs[4:6], WHOLE.paragraphs[8], WHOLE.paragraphs[6], *WHOLE.paragraphs[10:13],
    ),
    notes=(WHOLE.notes[0], Note("y", "2", "Ibid., p. 7."), *WHOLE.notes[2:]),
    masthead=replace(WHOLE.masthead, date="9 November 2025", distribution="", original="French"),
)  # fmt: skip
PAIRS = {
    "split and moved": (LONG, PARTED),
    "edited, removed, moved, notes and head": (WHOLE, OTHER),
    "nothing": (WHOLE, WHOLE),
    "from nothing": (Resolution(), WHOLE),
}


def written(old: Resolution, new: Resolution) -> bytes:
    """The file, which must hold both texts exactly."""
    data = write(compare(old, new), "docx", old=old, new=new)
    assert read(data, "a.docx", tracked="rejected") == old
    assert read(data, "a.docx") == new
    return data


def body(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


@pytest.mark.parametrize("name", PAIRS)
def test_both_texts_are_held_exactly_whichever_is_the_new(name: str) -> None:
    old, new = PAIRS[name]
    for data in (written(old, new), written(new, old)):
        _check_form(body(data))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.docx"
            file.write_bytes(data)
            assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []


@settings(max_examples=25, deadline=None)
@given(resolutions(), resolutions())
def test_any_two_texts_are_held_exactly(old: Resolution, new: Resolution) -> None:
    _check_form(body(written(old, new)))


def _check_form(found: etree._Element) -> None:
    """No words of a deletion are written as words; moves come in pairs; every change has its own number."""
    for change in found.iter(f"{W}del"):
        assert change.find(f".//{W}t") is None
        assert change.find(f".//{W}instrText") is None
    numbers = [each.get(f"{W}id") for each in found.iter() if each.get(f"{W}author") is not None]
    assert max(Counter(numbers).values(), default=1) == 1
    names = {
        kind: sorted(each.get(f"{W}name") for each in found.iter(f"{W}{kind}RangeStart"))
        for kind in ("moveFrom", "moveTo")
    }
    assert names["moveFrom"] == names["moveTo"]
    for kind in ("moveFrom", "moveTo"):
        starts, ends = (
            [each.get(f"{W}id") for each in found.iter(f"{W}{kind}Range{end}")] for end in ("Start", "End")
        )
        assert starts == ends
    signs = Counter(each.get(f"{W}fldCharType") for each in found.iter(f"{W}fldChar"))
    assert signs["begin"] == signs["separate"] == signs["end"]


def test_split_is_one_mark_and_a_move_is_a_move() -> None:
    found = body(written(LONG, PARTED))
    marks = [each.tag.removeprefix(W) for each in found.iterfind(f".//{W}pPr/{W}rPr/*")]
    assert sorted(marks) == ["ins", "moveFrom", "moveTo"]
    assert "".join(found.find(f".//{W}p/{W}moveTo").itertext()) == "Decides to rest."


def test_changes_are_by_whom_and_when_it_is_said() -> None:
    comparison = compare(LONG, PARTED)
    data = write(comparison, "docx", old=LONG, new=PARTED, author="Ana", date="2026-05-06T07:08:09Z")
    sides = read_sides(data, "a.docx")
    assert sides is not None
    (hand,) = sides.authors
    assert hand == Hand("Ana", hand.changes, "2026-05-06T07:08:09Z", "2026-05-06T07:08:09Z")
    assert [each.name for each in read_sides(written(WHOLE, OTHER), "a.docx").authors] == [OTHER.symbol]


@needs_corpus
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("drafts/A_C.2_80_L.4.pdf", "drafts/A_C.2_80_L.56.pdf"),
        ("french/A_RES_76_187.fr.txt", "french/A_RES_77_237.fr.txt"),
    ],
)
def test_genuine_chains_are_held_exactly(old: str, new: str) -> None:
    before, after = (read((CORPUS / name).read_bytes(), name) for name in (old, new))
    _check_form(body(written(before, after)))
    written(after, before)
