import random

import pytest

from drafts.core.errors import ReadError
from drafts.formats.text import decode

TEXT = "L’Assemblée générale,\n\tRappelant « sa » résolution"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_texts_are_read_in_the_encodings_people_save_them_in(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04word", "a zip archive or a Word file"),
        (b"\xd0\xcf\x11\xe0", "an old Word file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "not a text"),
        (random.Random(1).randbytes(100_000), "not a text"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_what_they_are(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=f"^a.txt: .*{said}"):
        decode(data, "a.txt")


def test_a_stray_control_character_does_not_make_a_text_none() -> None:
    assert decode((TEXT * 9 + "\0").encode(), "a.txt") == TEXT * 9 + "\0"
