"""Bytes become text, or a refusal that says what they are."""

import pytest

from drafts.core.errors import ReadError
from drafts.formats.text import decode

WORDS = "L’Assemblée générale,\nœuvre\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a.txt") == WORDS


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "a zip archive or a damaged Word file"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word file (.doc)"),
        (b"{\\rtf1", "a rich text file (.rtf)"),
        (b"\x89PNG\r\n", "a picture"),
        (bytes(range(256)) * 40, "these bytes are not a text"),
    ],
)
def test_what_is_no_text_is_named_with_a_way_out(head: bytes, name: str) -> None:
    with pytest.raises(ReadError) as refusal:
        decode(head, "a.txt")
    assert name in str(refusal.value)
    assert refusal.value.remedy
    assert str(refusal.value).startswith("a.txt: ")


def test_no_bytes_are_an_empty_text() -> None:
    assert decode(b"", "a.txt") == ""
