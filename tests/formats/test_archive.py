from __future__ import annotations

import contextlib
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.errors import ReadError
from drafts.formats import archive
from drafts.formats.archive import pack, unpack

FILES = {"draft.json": b"{}", "versions/1.json": b"text " * 2000, "versions/1.txt": "Élan 🕊".encode()}


def zipped(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in entries.items():
            made.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def listing(version: int = 1, **files: str) -> bytes:
    return json.dumps({"format": f"draft-archive/{version}", "files": files}).encode()


NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z0-9.]{1,6}[a-z])?", fullmatch=True).filter(
    lambda name: name != "archive.json"
)


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=5))
def test_what_was_packed_comes_back_and_the_same_files_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert unpack(pack(files), "a.zip") == files
    assert pack(files) == pack(dict(files))


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/passwd", "a/..", "..", "C:x", "a\\..\\x", "./x"])
def test_no_path_leads_out(name: str) -> None:
    with pytest.raises(ReadError, match="leads out of the archive"):
        unpack(zipped(**{"archive.json": listing(), name: b""}), "a.zip")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this is no zip archive"),
        (b"PK\x03\x04 and no more", "this is no zip archive"),
        (pack(FILES)[:-30], "this is no zip archive"),
        (zipped(x=b""), "it has no archive.json"),
        (zipped(**{"archive.json": b"[]"}), "archive.json: this cannot be understood"),
        (zipped(**{"archive.json": b"\xff"}), "archive.json: this cannot be understood"),
        (zipped(**{"archive.json": b'{"format": "recipe/1", "files": {}}'}), "it holds a recipe"),
        (zipped(**{"archive.json": listing(2)}), "a newer Rapporteur made it (version 2; this one knows 1)"),
        (zipped(**{"archive.json": listing(x="00")}), "x: this file is missing"),
        (zipped(**{"archive.json": listing(x="00"), "x": b"1"}), "x: this is not what was packed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # not the bytes: they hold the time of day
)
def test_what_is_no_archive_says_what_is_wrong_and_where(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as refused:
        unpack(data, "a.zip")
    assert said in str(refused.value)
    assert str(refused.value).startswith("a.zip")


def test_damage_anywhere_is_noticed() -> None:
    whole = pack(FILES)
    start = whole.index(b"versions/1.json") + len(b"versions/1.json")
    for place in (start + 3, start + 9, len(whole) // 2):
        broken = whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :]
        with pytest.raises(ReadError):
            unpack(broken, "a.zip")


def test_no_broken_sign_in_the_list_of_entries_is_anything_but_a_refusal() -> None:
    whole = pack(FILES)
    for place in range(whole.index(b"PK\x01\x02"), len(whole)):
        broken = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        with contextlib.suppress(ReadError):
            assert unpack(broken, "a.zip") == FILES


def test_what_would_be_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = pack({"zeros": bytes(3_000_000)})
    assert len(bomb) < 10_000
    monkeypatch.setattr(archive, "MOST_BYTES", 2_000_000)
    with pytest.raises(ReadError, match="larger than 2 MB"):
        unpack(bomb, "a.zip")
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    with pytest.raises(ReadError, match="it holds 2 files"):
        unpack(bomb, "a.zip")
