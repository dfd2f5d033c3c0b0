from __future__ import annotations

import pytest

from drafts.formats.brought import Brought, safe_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("draft.pdf", "draft.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\draft.docx", "draft.docx"),
        ("dra\x00ft\r\n.pdf", "dra ft .pdf"),
        ("report\u202efdp.exe", "report fdp.exe"),
        ("..", "file"),
        ("", "file"),
        ("\u200b", "file"),
    ],
)
def test_a_name_is_kept_without_folders_and_tricks(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


def test_a_long_name_is_cut_and_keeps_its_suffix() -> None:
    name = safe_name("x" * 10_000 + ".pdf")
    assert len(name) <= 130
    assert name.endswith(".pdf")


def test_a_pasted_text_comes_back_to_the_letter() -> None:
    assert Brought.of_text("Élan 🕊\r\n").text == "Élan 🕊\r\n"
    assert Brought.of_text("\ud800").text == "?"
