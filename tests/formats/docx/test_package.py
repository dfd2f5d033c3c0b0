"""Files that are not what they are called, or mean harm: one clear line each, and nothing else."""

import io
import random
import zipfile

import pytest

from drafts.core.errors import ReadError
from drafts.formats import read, read_sides
from drafts.formats.docx import read_docx
from drafts.formats.docx.package import MOST_BYTES, MOST_PARTS
from tests.corpus import CORPUS, needs_corpus
from tests.word_files import docx, p, r, zipped

DOCUMENT = docx(p(r("The General Assembly,")), p(r("Decides to rest.")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(ReadError) as caught:
        read(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"  \n", "it is empty. Save the document as .docx in Word."),
        (b"words", "this is not a Word file. Save the document as .docx in Word."),
        (OLE, "this is an old Word file (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "this is a file protected by a password"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"\xef\xbb\xbf<html>", "this is a web page"),
        (zipped({"a.txt": "x"}), "this is a zip archive or a damaged Word file"),
        (zipped({"mimetype": "x", "content.xml": "x"}), "this is an OpenDocument file (.odt)"),
        (zipped({"xl/workbook.xml": "x"}), "this is a spreadsheet"),
    ],
)
def test_other_files_are_called_what_they_are(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(data, "a.docx")
    assert str(caught.value).startswith(f"a.docx: {said}")


@pytest.mark.parametrize("name", ["a.docx", "A.DOCX", "a.docm", "a.dotx"])
@pytest.mark.parametrize("kind", ["ms-word.document.macroEnabled.main", "wordprocessingml.template.main"])
def test_macros_and_templates_are_read_for_their_words(name: str, kind: str) -> None:
    file = docx(p(r("The General Assembly,")), main_type=f"application/vnd.{kind}+xml")
    found = read(file, name)
    assert [each.kind for each in found.paragraphs] == ["enacting"]
    assert "renamed" not in {doubt.code for doubt in found.doubts}


def test_truncated_file_is_told_to_be_damaged() -> None:
    for end in (100, len(DOCUMENT) // 2, len(DOCUMENT) - 1):
        assert refusal(DOCUMENT[:end]).startswith("a.docx: it is damaged or cut short (")


def test_part_that_cannot_be_unpacked_is_named() -> None:
    at = DOCUMENT.index(b"word/document.xml") + len("word/document.xml")
    assert refusal(DOCUMENT[:at] + b"\xff" * 20 + DOCUMENT[at + 20 :]).startswith(
        "a.docx, word/document.xml: it is damaged ("
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document/>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><w:document/>",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16"),
    ],
)
def test_document_type_and_with_it_every_entity_is_refused(text: str | bytes) -> None:
    file = docx(more={"word/document.xml": text})
    assert refusal(file) == "a.docx, word/document.xml: it declares a document type, which no Word file does."


def test_damaged_xml_is_told_with_its_place() -> None:
    said = refusal(docx(more={"word/document.xml": "<w:document"}))
    assert said.startswith("a.docx, word/document.xml: it is damaged (")
    assert said.endswith(". Open it in Word, save it anew and try again.")


def test_main_part_of_another_kind_is_refused() -> None:
    assert refusal(docx(more={"word/document.xml": "<a/>"})) == (
        "a.docx, word/document.xml: its text is not where a Word file has it."
    )


def test_bombs_are_defused() -> None:
    large = docx(more={"word/document.xml": " " * (MOST_BYTES + 1)})
    assert refusal(large) == "a.docx, word/document.xml: it grows beyond all measure when unpacked."
    dense = docx(more={"word/document.xml": "<a>" + "<b/>" * 1_300_000 + "</a>"})
    assert refusal(dense) == "a.docx, word/document.xml: it grows beyond all measure when unpacked."
    varied = "".join(random.Random(1).choices(["<b/>", "<c/>", "<d/>", "<e/>"], k=1_300_000))
    assert refusal(docx(more={"word/document.xml": f"<a>{varied}</a>"})) == (
        "a.docx, word/document.xml: it holds more than 600,000 elements."
    )
    crowded = zipped({"word/document.xml": "", **{f"{at}": "" for at in range(MOST_PARTS)}})
    assert refusal(crowded) == "a.docx: it holds 10,001 parts; no document does."


def test_size_that_the_archive_claims_is_not_believed() -> None:
    file = bytearray(docx(more={"word/document.xml": " " * (MOST_BYTES + 1)}))
    at = file.rindex(b"word/document.xml") - 46 + 24  # the uncompressed size in the central directory
    file[at : at + 4] = (100).to_bytes(4, "little")
    assert "word/document.xml" in refusal(bytes(file))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word\\..\\..\\x", "C:/x"])
def test_names_that_climb_out_are_refused(name: str) -> None:
    said = refusal(docx(more={name: "x"}))
    assert said == f"a.docx: it holds a part named {name!r}, which leads out of it."


def test_two_parts_of_one_name_are_refused() -> None:
    file = io.BytesIO(DOCUMENT)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("WORD/document.xml", "<other/>")
    assert refusal(file.getvalue()).startswith("a.docx: it holds two parts of one name.")


def test_packing_that_word_does_not_use_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<a/>")
    assert "it is packed in a way that Word does not use." in refusal(file.getvalue())


def test_nothing_outside_the_file_is_followed() -> None:
    file = docx(
        p(r("words")),
        more={
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="x" Type="a/styles" TargetMode="External" Target="http://127.0.0.1:1/"/>'
            '<Relationship Id="y" Type="a/footnotes" Target="../../../../etc/passwd"/></Relationships>'
        },
    )
    assert [each.text for each in read(file, "a.docx").paragraphs] == ["words"]


def mutations(data: bytes, count: int, seed: int):
    """The file with some bytes changed, left out, doubled or cut off."""
    chance = random.Random(seed)
    for _ in range(count):
        mutated = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            at = chance.randrange(len(mutated))
            match chance.randrange(4):
                case 0:
                    mutated[at] = chance.randrange(256)
                case 1:
                    del mutated[at : at + chance.randrange(1, 40)]
                case 2:
                    mutated[at:at] = mutated[at : at + chance.randrange(1, 40)]
                case 3:
                    mutated[at : at + 4] = chance.randbytes(4)
        yield bytes(mutated)


def read_or_refuse(data: bytes) -> None:
    try:
        read(data, "a.docx").check()
        read_sides(data, "a.docx")
    except ReadError:
        pass


@needs_corpus
def test_damage_of_any_kind_is_read_or_refused() -> None:
    for file in sorted((CORPUS / "docx").glob("*.docx")):
        for data in mutations(file.read_bytes(), 25, seed=7):
            read_or_refuse(data)


def test_damage_within_the_xml_is_read_or_refused() -> None:
    """Bytes of a zip hardly reach the XML; here the XML itself is damaged, still well-formed at times."""
    file = zipfile.ZipFile(
        io.BytesIO(docx(p(r("The General Assembly,"), r("x", "<w:i/>")), styles="", numbering=""))
    )
    parts = {name: file.read(name) for name in file.namelist()}
    for name in parts:
        for data in mutations(parts[name], 60, seed=len(name)):
            read_or_refuse(zipped({**parts, name: data}))
