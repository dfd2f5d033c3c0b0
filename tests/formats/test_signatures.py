"""A file is what its bytes say, and its name reaches nobody raw."""

import io
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.document import Doubt, Resolution
from drafts.core.errors import ReadError
from drafts.core.filenames import LONGEST, shown_name
from drafts.formats import read, write
from drafts.formats.signatures import signature_of


def archive(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as writing:
        for name in names:
            writing.writestr(name, "<x/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "what", "suffix"),
    [
        (b"%PDF-1.7\n", "a PDF", ".pdf"),
        (b"\0 junk \n%PDF-1.4\n", "a PDF", ".pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), "a Word file", ".docx"),
        (archive("[Content_Types].xml", "word/document.xml")[:-30], "a Word file", ".docx"),
        (archive("xl/workbook.xml"), "a spreadsheet", ""),
        (archive("mimetype", "content.xml"), "an OpenDocument file (.odt)", ""),
        (archive("holiday.txt"), "a zip archive or a damaged Word file", ""),
        (b"PK\x03\x04", "a zip archive or a damaged Word file", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc)", ""),
        (
            b"\xd0\xcf\x11\xe0\xa1" + "EncryptedPackage".encode("utf-16-le"),
            "a file protected by a password",
            "",
        ),
        (b"{\\rtf1\\ansi", "a rich text file (.rtf)", ""),
        (b"\x89PNG\r\n\x1a\n", "a picture", ""),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture", ""),
        (b"\0\0\0\x18ftypheic", "a picture", ""),
        (b"MZ\x90\0\x03\0", "a program", ""),
        (b"\x7fELF\x02", "a program", ""),
        (b"\x1f\x8b\x08", "a compressed file", ""),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "a web page", ".html"),
        ("<!-- saved --> <html>".encode("utf-16"), "a web page", ".html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "a web page", ".html"),
        (b'<?xml version="1.0"?><akomaNtoso/>', "an XML file", ".xml"),
        (b"<akn:akomaNtoso >", "an XML file", ".xml"),
        (b'<?xml version="1.0"?><pkg:package>', "a Word file saved as XML", ""),
        (b'{"format": "resolution/1"}', "a JSON file", ".json"),
    ],
)
def test_file_is_known_by_its_bytes(data: bytes, what: str, suffix: str) -> None:
    found = signature_of(data)
    assert found is not None
    assert (found.what, found.suffix) == (what, suffix)
    assert found.remedy


@pytest.mark.parametrize(
    "text",
    ["", "MZ is a sign.", "BMs are maps.", "RIFF", "PK and others", "<p>x", "How %PDF- opens", "{}", "Annex"],
)
def test_words_are_not_taken_for_a_file_of_another_kind(text: str) -> None:
    assert signature_of(text.encode()) is None


def test_file_under_another_suffix_is_read_as_what_it_is_with_a_doubt() -> None:
    resolution = Resolution(title="On maps")
    told = "The name ends in .txt, but this is a JSON file, and was read as one."
    assert read(write(resolution, "json"), "maps.txt") == Resolution(
        title="On maps", doubts=(Doubt("renamed", told),)
    )
    assert read(write(resolution, "json"), "maps") == resolution


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "a.json", "a.xml", "a.html", "a", "-"])
def test_what_no_reader_takes_is_refused_under_any_name_with_the_way_out(name: str) -> None:
    with pytest.raises(ReadError, match="this is a program. Look where it came from before you open it.$"):
        read(b"MZ\x90\0\x03\0", name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("draft.txt", "draft.txt"),
        ("Entwurf für Élan 🕊.docx", "Entwurf für Élan 🕊.docx"),
        ("re\u202efdp.exe", "re fdp.exe"),
        ("a\0b\nc\x1b[31m.txt", "a b c [31m.txt"),
        ("x" * 10_000 + ".pdf", "x" * 80 + " … " + "x" * 36 + ".pdf"),
        ("\u2066\u200f", ""),
    ],
)
def test_hostile_name_is_shown_tame(name: str, shown: str) -> None:
    assert shown_name(name) == shown
    assert ReadError("it is.", source=name).source == shown


@given(st.text(st.characters()))
def test_shown_name_is_one_short_line_of_visible_signs(name: str) -> None:
    shown = shown_name(name)
    assert len(shown) <= LONGEST + 3
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in shown)


@given(st.text(st.characters(), max_size=20))
def test_name_of_any_kind_never_reaches_a_message_raw(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(b"\x89PNG", name)
    assert str(caught.value).isprintable()
